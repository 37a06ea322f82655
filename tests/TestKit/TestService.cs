using CommerceKata.ServiceDefaults.Auth;
using CommerceKata.ServiceDefaults.Hosting;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;

namespace CommerceKata.TestKit;

/// <summary>
/// A service as it is in production, on a database and free ports of its own: Kestrel, HTTP/2, PostgreSQL, token checks.
/// </summary>
public sealed class TestService : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly GrpcChannel _channel;

    private TestService(WebApplication app, string connectionString)
    {
        (_app, ConnectionString) = (app, connectionString);
        _channel = GrpcChannel.ForAddress(app.GrpcAddress());
    }

    /// <summary>Its database.</summary>
    public string ConnectionString { get; }

    /// <summary>Where its gRPC answers.</summary>
    public string GrpcAddress => _app.GrpcAddress();

    /// <summary>Where its HTTP/1.1 answers.</summary>
    public string HttpAddress => _app.HttpAddress();

    /// <summary>Its own pieces, for what no RPC shows.</summary>
    public IServiceProvider Services => _app.Services;

    /// <summary>Starts one.</summary>
    /// <param name="build">The service's Build.</param>
    /// <param name="settings">Settings beside the usual ones: ("Services:Inventory", address).</param>
    public static Task<TestService> StartAsync(Func<string[], WebApplication> build, params (string Key, string Value)[] settings) =>
        StartOnAsync(build, null, settings);

    /// <summary>Starts one on a database that is there already: a restart, or a second replica.</summary>
    /// <param name="build">The service's Build.</param>
    /// <param name="connectionString">The database; null for a new one.</param>
    /// <param name="settings">Settings beside the usual ones.</param>
    public static async Task<TestService> StartOnAsync(
        Func<string[], WebApplication> build, string? connectionString, params (string Key, string Value)[] settings)
    {
        var service = build.Method.DeclaringType!.Assembly.GetName().Name!;
        var database = connectionString ?? await TestCluster.NewDatabaseAsync(service.ToLowerInvariant());
        List<(string Key, string Value)> all =
        [
            ("Listen:GrpcPort", "0"), ("Listen:HttpPort", "0"), ($"ConnectionStrings:{service}", database),
            ("Auth:JwksUrl", await TestTokens.JwksUrlAsync()), ("Log:Level", "Warning"), ("Telemetry:Enabled", "false"), .. settings,
        ];
        var app = build(["--environment=Development", .. all.Select(setting => $"--{setting.Key}={setting.Value}")]);
        await app.StartAsync();
        return new TestService(app, database);
    }

    /// <summary>A client that calls with a token, or with none.</summary>
    /// <typeparam name="TClient">The generated client.</typeparam>
    /// <param name="token">The token; null for nobody.</param>
    public TClient Client<TClient>(string? token)
        where TClient : ClientBase<TClient> =>
        (TClient)Activator.CreateInstance(typeof(TClient), Calls(token))!;

    /// <summary>A client that calls as this kind of caller, somebody new.</summary>
    /// <typeparam name="TClient">The generated client.</typeparam>
    /// <param name="who">Which kind.</param>
    public TClient Client<TClient>(Who who)
        where TClient : ClientBase<TClient> => Client<TClient>(TestTokens.For(who));

    internal CallInvoker Calls(string? token) => _channel.Intercept(metadata =>
    {
        if (token is not null) metadata.Add("authorization", "Bearer " + token);
        return metadata;
    });

    /// <summary>Stops it, and keeps its database.</summary>
    public async Task StopAsync()
    {
        _channel.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    /// <summary>Stops it, and removes its database.</summary>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await TestCluster.DropAsync(ConnectionString);
    }
}
