using System.Net.NetworkInformation;
using Commerce.Catalog.V1;
using Commerce.Events.V1;
using CommerceKata.ServiceDefaults.Clients;
using CommerceKata.ServiceDefaults.Hosting;
using CommerceKata.TestKit;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CommerceKata.ServiceDefaults.Tests;

/// <summary>Hosts that share a process call each other without sockets, and notice nothing of it.</summary>
internal sealed class InMemoryTests
{
    private static readonly (string Key, string Value) InProcess = ("Services:InProcess", "true");

    private readonly int _port = FreePort.Take();
    private TestService _listener = null!;
    private WebApplication _caller = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _listener = await TestService.StartAsync(TestHosts.Listener, InProcess, ("Listen:GrpcPort", $"{_port}"));
        _caller = await CallerAsync(_port);
    }

    [TearDown]
    public async Task StopAsync()
    {
        await _caller.DisposeAsync();
        await _listener.DisposeAsync();
    }

    [Test]
    public async Task Call_takes_no_socket_and_carries_token_and_large_messages()
    {
        // More than the pipes hold, and than a window of HTTP/2.
        var skus = Enumerable.Range(0, 200).Select(number => new string('x', 10_000) + number);
        var answer = await Subscriber(_caller).DeliverAsync(new() { Events = { skus.Select(Fact) } }, deadline: DateTime.UtcNow.AddSeconds(60));
        answer.Failures.ShouldBeEmpty();
        Sockets().ShouldBe(0);
    }

    [Test]
    public async Task Call_of_a_port_where_nobody_of_this_process_listens_takes_a_socket()
    {
        await using var elsewhere = await TestService.StartAsync(TestHosts.Listener);
        await using var caller = await CallerAsync(new Uri(elsewhere.GrpcAddress).Port);
        (await Subscriber(caller).DeliverAsync(new() { Events = { Fact("BY-SOCKET") } })).Failures.ShouldBeEmpty();
    }

    [Test]
    public async Task Call_that_nobody_answers_ends_at_its_deadline_and_the_next_is_answered()
    {
        await using var hung = await TestService.StartAsync(TestHosts.Hung, InProcess, ("Listen:GrpcPort", $"{FreePort.Take()}"));
        await using var caller = await CallerAsync(new Uri(hung.GrpcAddress).Port);
        var error = await Should.ThrowAsync<RpcException>(
            async () => await Subscriber(caller).DeliverAsync(new() { Events = { Fact("NEVER") } }, deadline: DateTime.UtcNow.AddMilliseconds(200)));
        error.StatusCode.ShouldBe(StatusCode.DeadlineExceeded);
        (await Subscriber(caller).DeliverAsync(new())).Failures.ShouldBeEmpty();
    }

    [Test]
    public async Task Service_that_stops_is_away_and_is_found_again_when_it_is_back()
    {
        await Subscriber(_caller).DeliverAsync(new() { Events = { Fact("BEFORE") } });
        await _listener.StopAsync();
        var error = await Should.ThrowAsync<RpcException>(async () => await Subscriber(_caller).DeliverAsync(new() { Events = { Fact("AWAY") } }));
        error.StatusCode.ShouldBe(StatusCode.Unavailable);
        _listener = await TestService.StartOnAsync(TestHosts.Listener, _listener.ConnectionString, InProcess, ("Listen:GrpcPort", $"{_port}"));
        (await Subscriber(_caller).DeliverAsync(new() { Events = { Fact("AGAIN") } })).Failures.ShouldBeEmpty();
    }

    [Test]
    public async Task Call_under_way_ends_when_its_service_gives_up_its_connections()
    {
        await using var hung = await TestService.StartAsync(TestHosts.Hung, InProcess, ("Listen:GrpcPort", $"{FreePort.Take()}"));
        await using var caller = await CallerAsync(new Uri(hung.GrpcAddress).Port);
        using var call = Subscriber(caller).DeliverAsync(new() { Events = { Fact("CUT-OFF") } }, deadline: DateTime.UtcNow.AddMinutes(5));
        await hung.Services.GetRequiredService<TestHosts.Hanging>().Begun.Task.WaitAsync(TimeSpan.FromMinutes(1));
        // As when the time to stop in is over.
        await Should.ThrowAsync<OperationCanceledException>(hung.Services.GetRequiredService<IHost>().StopAsync(new CancellationToken(canceled: true)));
        var error = await Should.ThrowAsync<RpcException>(call.ResponseAsync.WaitAsync(TimeSpan.FromMinutes(1)));
        error.StatusCode.ShouldBe(StatusCode.Unavailable);
    }

    private int Sockets() => IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpConnections()
        .Count(connection => connection.LocalEndPoint.Port == _port);

    private static EventSubscriberService.EventSubscriberServiceClient Subscriber(WebApplication caller) =>
        caller.Services.GetRequiredService<EventSubscriberService.EventSubscriberServiceClient>();

    private static async Task<WebApplication> CallerAsync(int port)
    {
        var builder = ServiceHost.CreateBuilder(
            ["--environment=Development", "--Telemetry:Enabled=false", "--Log:Level=Fatal", "--Listen:GrpcPort=0", "--Listen:HttpPort=0",
                $"--{InProcess.Key}={InProcess.Value}", $"--Services:Listener=http://127.0.0.1:{port}"], "caller", 0);
        builder.AddServiceClient<EventSubscriberService.EventSubscriberServiceClient>("Listener");
        var caller = builder.BuildService();
        await caller.StartAsync();
        return caller;
    }

    private static Event Fact(string sku) => new()
    {
        Id = Guid.CreateVersion7().ToString(),
        Type = ProductCreated.Descriptor.FullName,
        Payload = new ProductCreated { Sku = sku }.ToByteString(),
    };
}
