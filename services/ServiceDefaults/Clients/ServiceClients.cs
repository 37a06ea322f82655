using CommerceKata.ServiceDefaults.Auth;
using CommerceKata.ServiceDefaults.InMemory;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CommerceKata.ServiceDefaults.Clients;

/// <summary>As whom a call to another service is made.</summary>
public enum CallAs
{
    /// <summary>As this service itself, with its own token.</summary>
    Service,

    /// <summary>As whoever sent the request being served: their token travels on. For the front door.</summary>
    Caller,
}

/// <summary>Typed clients for the other services.</summary>
public static class ServiceClients
{
    /// <summary>
    /// Registers a client. Its addresses are the setting <c>Services:&lt;Name&gt;</c>; every call has a deadline
    /// (the caller's own if that is sooner), and is cancelled with the request that it serves.
    /// </summary>
    /// <typeparam name="TClient">The generated client.</typeparam>
    /// <param name="builder">The builder.</param>
    /// <param name="service">The service's name: "Inventory".</param>
    /// <param name="callAs">Whose token the calls carry.</param>
    /// <param name="name">For several clients of one type: the name to ask <c>GrpcClientFactory</c> for.</param>
    public static IHttpClientBuilder AddServiceClient<TClient>(
        this WebApplicationBuilder builder, string service, CallAs callAs = CallAs.Service, string? name = null)
        where TClient : ClientBase<TClient>
    {
        var addresses = ServiceAddresses.Of(builder.Configuration, service);
        Balancing.AddResolvers(builder.Services, builder.Configuration);
        builder.Services.AddHttpContextAccessor();
        var inMemory = InMemorySetup.IsOn(builder.Configuration);
        var client = builder.Services.AddGrpcClient<TClient>(name ?? typeof(TClient).Name, options => options.Address = Balancing.Target(addresses, service))
            .ConfigureChannel(channel => Balancing.Configure(channel, addresses))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                EnableMultipleHttp2Connections = true,
                ConnectTimeout = TimeSpan.FromSeconds(2),
                KeepAlivePingDelay = TimeSpan.FromSeconds(30),
                KeepAlivePingTimeout = TimeSpan.FromSeconds(10),
                PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
                ConnectCallback = inMemory ? InMemoryTransport.ConnectAsync : null,
            })
            // The interceptors measure each call, and errors are logged where they are handled: two more lines for each, which no
            // level of ours lets through, are not worth their handlers.
            .RemoveAllLoggers()
            // Workers call too, outside of any request: they have no context to propagate.
            .EnableCallContextPropagation(options => options.SuppressContextNotFoundErrors = true)
            .AddInterceptor(sp => new MetricsInterceptor(sp.GetRequiredService<TimeProvider>()))
            .AddInterceptor(sp => new DeadlineInterceptor(sp.GetRequiredService<TimeProvider>()));
        client = callAs == CallAs.Service
            ? client.AddInterceptor(sp => new TokenInterceptor(sp.GetRequiredService<ServiceTokens>().Current))
            : client.AddInterceptor(sp => new TokenInterceptor(
                () => sp.GetRequiredService<IHttpContextAccessor>().HttpContext is { } context ? BearerToken.Of(context.Request) : null));
        return client.AddInterceptor(sp => new ResendInterceptor(sp.GetRequiredService<TimeProvider>()));
    }
}
