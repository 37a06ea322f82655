using System.Text.RegularExpressions;
using CommerceKata.ServiceDefaults.Clients;
using k8s;
using k8s.Models;

namespace CommerceKata.Deployment.Tests;

/// <summary>What kustomize makes of deploy/kubernetes, held to the API's types, strictly, and to what the code does.</summary>
[TestFixture("dev")]
[TestFixture("prod")]
internal sealed partial class KubernetesTests(string overlay)
{
    private IReadOnlyList<object> _objects = [];

    [OneTimeSetUp]
    public async Task RenderAsync()
    {
        var yaml = await Checks.KustomizeAsync(Repository.At($"deploy/kubernetes/overlays/{overlay}"));
        // Strict: a field that the API does not know is an error.
        _objects = KubernetesYaml.LoadAllFromString(yaml, typeMap: null, strict: true);
    }

    [Test]
    public void Every_service_is_deployed_reached_scaled_and_kept_available()
    {
        foreach (var name in ServiceAddresses.Names.Select(each => each.ToLowerInvariant()).Append("gateway"))
        {
            All<V1Deployment>().ShouldContain(each => each.Metadata.Name == name);
            All<V1Service>().ShouldContain(each => each.Metadata.Name == name);
            All<V2HorizontalPodAutoscaler>().ShouldContain(each => each.Metadata.Name == name && each.Spec.ScaleTargetRef.Name == name && each.Spec.Metrics.Count == 1);
            All<V1PodDisruptionBudget>().ShouldContain(each => each.Metadata.Name == name && each.Spec.Selector.MatchLabels["app.kubernetes.io/name"] == name);
            All<V1NetworkPolicy>().ShouldContain(each => each.Metadata.Name == name);
        }

        All<V1Job>().Select(each => each.Metadata.Name).ShouldBe(Hosts.WithDatabase.Select(name => name + "-migrate"), ignoreOrder: true);
        All<V1CronJob>().ShouldHaveSingleItem().Spec.JobTemplate.Spec.Template.Spec.Containers[0].Args.ShouldBe(["clear-abandoned"]);
    }

    [Test]
    public void Every_pod_may_do_as_little_as_possible()
    {
        foreach (var (name, pod) in Pods())
        {
            pod.AutomountServiceAccountToken.ShouldBe(false, name);
            pod.EnableServiceLinks.ShouldBe(false, name);
            pod.SecurityContext.RunAsNonRoot.ShouldBe(true, name);
            pod.SecurityContext.RunAsUser.ShouldBe(1654, name);
            pod.SecurityContext.SeccompProfile.Type.ShouldBe("RuntimeDefault", name);
            var container = pod.Containers.ShouldHaveSingleItem();
            container.SecurityContext.ReadOnlyRootFilesystem.ShouldBe(true, name);
            container.SecurityContext.AllowPrivilegeEscalation.ShouldBe(false, name);
            container.SecurityContext.Capabilities.Drop.ShouldBe(["ALL"], name);
            container.Resources.Requests.Keys.ShouldBe(["cpu", "memory"], ignoreOrder: true, name);
            container.Resources.Limits.Keys.ShouldBe(["memory"], name);
        }
    }

    /// <summary>Drain, finish, end: before anybody kills it, and never below what serves now.</summary>
    [Test]
    public void Rollout_waits_for_the_new_and_lets_the_old_finish()
    {
        foreach (var deployment in All<V1Deployment>().Where(each => each.Metadata.Name != "stripe-sandbox"))
        {
            var pod = deployment.Spec.Template.Spec;
            pod.TerminationGracePeriodSeconds.ShouldNotBeNull().ShouldBeGreaterThan(15);
            deployment.Spec.Strategy.RollingUpdate.MaxUnavailable.Value.ShouldBe("0");
            deployment.Spec.Replicas.ShouldBeNull("the autoscaler decides");
            var container = pod.Containers[0];
            foreach (var probe in new[] { container.ReadinessProbe, container.StartupProbe })
                (probe.Grpc is null).ShouldBe(deployment.Metadata.Name == "gateway", "services have gRPC health, the front door has HTTP");
            container.LivenessProbe.HttpGet.Path.ShouldBe("/health/live");
        }
    }

    /// <summary>Read from the hosts: <c>AddServiceClient("Orders")</c> and <c>Send&lt;…&gt;("Orders")</c>.</summary>
    [Test]
    public void Network_lets_through_whom_the_code_calls_and_nobody_else()
    {
        var called = ServiceAddresses.Names.ToDictionary(name => name.ToLowerInvariant(), _ => new SortedSet<string>());
        foreach (var caller in ServiceAddresses.Names.Append("Gateway"))
        {
            var source = Repository.Read(caller == "Gateway" ? "graph-gateway/GatewayHost.cs" : $"services/{caller}/{caller}Host.cs");
            var names = Clients().Matches(source).Select(match => match.Groups[1].Value)
                .Concat(Routes().Matches(source).SelectMany(match => Names().Matches(match.Groups[1].Value)).Select(match => match.Groups[1].Value));
            foreach (var name in names) called[name.ToLowerInvariant()].Add(caller.ToLowerInvariant());
            // Whoever checks tokens hears from Identity which sessions have ended.
            if (caller is not "Gateway" and not "Identity") called["identity"].Add(caller.ToLowerInvariant());
        }

        foreach (var (name, callers) in called)
        {
            var policy = All<V1NetworkPolicy>().Single(each => each.Metadata.Name == name);
            policy.Spec.PolicyTypes.ShouldBe(["Ingress", "Egress"]);
            var port = ServiceAddresses.GrpcPort(ServiceAddresses.Names.Single(each => each.Equals(name, StringComparison.OrdinalIgnoreCase)));
            policy.Spec.Ingress.Single(rule => rule.Ports.Any(each => each.Port.Value == $"{port}")).FromProperty
                .Select(from => from.PodSelector.MatchLabels["app.kubernetes.io/name"]).ShouldBe(callers, ignoreOrder: true, name);
            foreach (var caller in callers)
            {
                All<V1NetworkPolicy>().Single(each => each.Metadata.Name == caller).Spec.Egress.SelectMany(rule => rule.To ?? [])
                    .ShouldContain(to => to.PodSelector != null && to.PodSelector.MatchLabels["app.kubernetes.io/name"] == name, $"{caller} calls {name}");
            }
        }

        All<V1NetworkPolicy>().Single(each => each.Metadata.Name == "default-deny").Spec.PodSelector.MatchLabels.ShouldBeNull();
    }

    [Test]
    public void Production_has_no_secret_in_its_files() => All<V1Secret>().Any().ShouldBe(overlay == "dev");

    [Test]
    public async Task Every_process_accepts_its_settings()
    {
        var shared = All<V1ConfigMap>().Single().Data;
        Dictionary<string, string> secrets = new()
        {
            ["Auth__ServiceKey"] = "0123456789-0123456789-0123456789",
            ["Identity__KeyEncryptionKey"] = "another-0123456789-0123456789-0123",
            ["Stripe__ApiKey"] = "sk_live_1",
            ["Stripe__WebhookSecrets__0"] = "whsec_0123456789abcdef",
            ["ConnectionStrings__Postgres"] = "Host=127.0.0.1",
        };
        foreach (var deployment in All<V1Deployment>().Where(each => each.Metadata.Name != "stripe-sandbox"))
        {
            var own = (deployment.Spec.Template.Spec.Containers[0].Env ?? []).Where(each => each.Value is not null).Select(each => KeyValuePair.Create(each.Name, each.Value));
            await Hosts.AcceptsAsync(deployment.Metadata.Name, [.. shared, .. secrets, .. own]);
        }
    }

    private IEnumerable<T> All<T>() => _objects.OfType<T>();

    private IEnumerable<(string Name, V1PodSpec Pod)> Pods() =>
    [
        .. All<V1Deployment>().Select(each => (each.Metadata.Name, each.Spec.Template.Spec)),
        .. All<V1Job>().Select(each => (each.Metadata.Name, each.Spec.Template.Spec)),
        .. All<V1CronJob>().Select(each => (each.Metadata.Name, each.Spec.JobTemplate.Spec.Template.Spec)),
    ];

    [GeneratedRegex("""Add(?:Service)?Client<[^>]+>\("(\w+)"\)""")]
    private static partial Regex Clients();

    [GeneratedRegex(@"\.Send<\w+>\(([^)]*)\)")]
    private static partial Regex Routes();

    [GeneratedRegex(""""
        "(\w+)"
        """")]
    private static partial Regex Names();
}
