using CommerceKata.ServiceDefaults.Auth;
using CommerceKata.ServiceDefaults.Clients;
using CommerceKata.ServiceDefaults.Hosting;
using CommerceKata.Standalone;
using Google.Protobuf.Reflection;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CommerceKata.EndToEnd.Tests.Authorization;

/// <summary>An RPC as a process has mapped it.</summary>
/// <param name="Host">The process: "Cart".</param>
/// <param name="Address">Where its gRPC answers.</param>
/// <param name="Method">What is called.</param>
/// <param name="Allowed">Whom its <c>[Allow]</c> lets in; null for anyone, <see cref="Who.None"/> for nobody.</param>
internal sealed record Rpc(string Host, string Address, IMethod Method, Who? Allowed)
{
    /// <summary>"CartService.AddLine".</summary>
    public string Name => $"{Method.ServiceName.Split('.')[^1]}.{Method.Name}";

    /// <summary>What a request is.</summary>
    public MessageDescriptor Input => Contracts.Requests[Method.FullName];

    /// <summary>Somebody who may call it: who has most of their own before who may do more.</summary>
    public As Somebody => Allowed switch
    {
        null => As.Customer,
        { } who when who.HasFlag(Who.Customer) => As.Customer,
        { } who when who.HasFlag(Who.Admin) => As.Admin,
        _ => As.Service,
    };

    public override string ToString() => $"{Host}: {Name}";
}

/// <summary>What the processes of a shop answer to, read from their routes: what is mapped cannot be forgotten.</summary>
internal static class Operations
{
    /// <summary>Every RPC of ours.</summary>
    public static IReadOnlyList<Rpc> Rpcs(Shop shop) =>
    [
        .. from host in shop.Hosts
           from endpoint in Endpoints(host)
           let grpc = endpoint.Metadata.GetMetadata<GrpcMethodMetadata>()
           where grpc is not null && grpc.Method.ServiceName.StartsWith("commerce.", StringComparison.Ordinal)
           orderby Array.IndexOf(ServiceAddresses.Names, NameOf(host)), Place(grpc.Method)
           select new Rpc(NameOf(host), host.GrpcAddress(), grpc.Method, Allowed(endpoint)),
    ];

    /// <summary>Everything else that a process answers to over HTTP, and whether it asks for a token.</summary>
    public static IReadOnlyList<(string Host, string Route, bool Open)> Routes(Shop shop) =>
    [
        .. from host in shop.Hosts
           from endpoint in Endpoints(host).OfType<RouteEndpoint>()
           // gRPC's own: what answers UNIMPLEMENTED to a call of what is not there.
           where endpoint.Metadata.GetMetadata<GrpcMethodMetadata>() is null && !endpoint.RoutePattern.RawText!.Contains("unimplemented", StringComparison.Ordinal)
           select (NameOf(host), endpoint.RoutePattern.RawText!, endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null),
    ];

    private static string NameOf(WebApplication host)
    {
        var name = host.Services.GetRequiredService<IHostEnvironment>().ApplicationName;
        return char.ToUpperInvariant(name[0]) + name[1..];
    }

    /// <summary>Where it stands in the table: what removes a thing comes after what needs it.</summary>
    private static int Place(IMethod method) => RpcRows.All.Keys.ToList().IndexOf($"{method.ServiceName.Split('.')[^1]}.{method.Name}");

    private static IEnumerable<Microsoft.AspNetCore.Http.Endpoint> Endpoints(IEndpointRouteBuilder host) => host.DataSources.SelectMany(source => source.Endpoints);

    private static Who? Allowed(Microsoft.AspNetCore.Http.Endpoint endpoint) => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null
        ? null
        : endpoint.Metadata.GetMetadata<AllowAttribute>()?.Who ?? Who.None;
}
