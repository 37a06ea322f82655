using CommerceKata.ServiceDefaults.Auth;
using CommerceKata.ServiceDefaults.Configuration;
using CommerceKata.ServiceDefaults.Errors;
using CommerceKata.ServiceDefaults.InMemory;
using CommerceKata.ServiceDefaults.Messaging;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace CommerceKata.ServiceDefaults.Hosting;

/// <summary>What every process of ours is made of.</summary>
public static class ServiceHost
{
    /// <summary>HTTP ports lie this far above the gRPC ports.</summary>
    public const int HttpPortOffset = 10;

    private const string ReadyTag = "ready";

    /// <summary>A builder with settings, logs, telemetry, token checks, errors, health and ports in place.</summary>
    /// <param name="args">The command line; <c>--Name:Key=value</c> overrides any setting.</param>
    /// <param name="name">The service's name in lower case, as in its database, logs and traces.</param>
    /// <param name="grpcPort">The port unless <c>Listen:GrpcPort</c> says otherwise.</param>
    public static WebApplicationBuilder CreateBuilder(string[] args, string name, int grpcPort)
    {
        var builder = CreateBareBuilder(args, name);
        var listen = new ListenOptions { GrpcPort = grpcPort, HttpPort = grpcPort + HttpPortOffset };
        builder.Configuration.ReadSettings(listen).Check();
        var address = listen.Parse();
        // A port that is still to be found is nothing that others of the process could call.
        var inMemory = listen.GrpcPort > 0 && builder.TakesInMemoryConnections();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(address, listen.GrpcPort, endpoint => endpoint.Protocols = HttpProtocols.Http2);
            if (inMemory) kestrel.Listen(new InMemoryEndPoint(new(address, listen.GrpcPort)), endpoint => endpoint.Protocols = HttpProtocols.Http2);
            kestrel.Listen(address, listen.HttpPort, endpoint => endpoint.Protocols = HttpProtocols.Http1);
        });
        builder.AddTokenChecks(name);
        builder.Services.AddGrpc(grpc =>
        {
            grpc.Interceptors.Add<ErrorInterceptor>();
            grpc.MaxReceiveMessageSize = 4 * 1024 * 1024;
        });
        builder.Services.AddGrpcReflection();
        builder.AddHealthAddress(address, listen.HttpPort);
        builder.Services.AddGrpcHealth(check => check.Tags.Contains(ReadyTag));
        builder.AddGrpcWeb(listen);
        return builder;
    }

    /// <summary>A builder with settings, logs and telemetry only, for processes that are not gRPC services.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="name">The process's name in lower case.</param>
    public static WebApplicationBuilder CreateBareBuilder(string[] args, string name)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            // A watch on settings files takes one of the user's 128 inotify instances per process, and when they are
            // used up, nothing starts any more. Settings are read once, and the levels of logs again at SIGHUP.
            Args = ["--hostBuilder:reloadConfigOnChange=false", .. args],
            ApplicationName = name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        AddSettingsFile(builder.Configuration);
        builder.Configuration.AddSecretFiles();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(15));
        builder.AddLogs(name);
        builder.AddTelemetry(name);
        builder.Services.AddHealthChecks();
        builder.AddDraining();
        return builder;
    }

    /// <summary>A file of settings, as a mounted ConfigMap is one. It comes last, and wins.</summary>
    private static void AddSettingsFile(ConfigurationManager settings)
    {
        if (settings["Settings:File"] is not { } file) return;
        try
        {
            settings.AddJsonFile(Path.GetFullPath(file), optional: false, reloadOnChange: false);
        }
        catch (Exception error) when (error is IOException or InvalidDataException)
        {
            throw new SettingException($"Settings:File must be a JSON file of settings: {file} cannot be read.");
        }
    }

    /// <summary>The application with health, metrics, reflection (outside production) and token checks mapped.</summary>
    /// <param name="builder">The builder, with the service's own pieces registered.</param>
    public static WebApplication BuildService(this WebApplicationBuilder builder)
    {
        if (builder.Environment.IsProduction()) SecretRules.Check(builder.Configuration);
        var app = builder.Build();
        app.UseMiddleware<RequestTelemetry>();
        app.UseMiddleware<UnreadableRequests>();
        app.UseGrpcWebIfOn();
        app.UseTokenChecks();
        app.MapOperations();
        app.MapMessaging();
        app.MapGrpcHealth(check => check.Tags.Contains(ReadyTag));
        if (!app.Environment.IsProduction()) app.MapGrpcReflectionService().AllowAnonymous();
        return app;
    }

    /// <summary>Maps <c>/health/live</c>, <c>/health/ready</c> and <c>/metrics</c>.</summary>
    /// <param name="app">The application.</param>
    public static void MapOperations(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(ReadyTag) }).AllowAnonymous();
        app.MapMetrics();
    }

    /// <summary>Adds a check that <c>/health/ready</c> and the gRPC health service report.</summary>
    /// <typeparam name="T">The check.</typeparam>
    /// <param name="services">The service collection.</param>
    /// <param name="name">What is checked.</param>
    public static void AddReadinessCheck<T>(this IServiceCollection services, string name)
        where T : class, IHealthCheck =>
        services.AddHealthChecks().AddCheck<T>(name, tags: [ReadyTag]);

    /// <summary>Where gRPC answers, once started: "http://127.0.0.1:8081".</summary>
    /// <param name="app">A started application.</param>
    public static string GrpcAddress(this WebApplication app) => Addresses(app)[0];

    /// <summary>Where HTTP/1.1 answers, once started: "http://127.0.0.1:8091".</summary>
    /// <param name="app">A started application.</param>
    public static string HttpAddress(this WebApplication app) => Addresses(app)[^1];

    private static string[] Addresses(WebApplication app) =>
        [.. app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses];
}
