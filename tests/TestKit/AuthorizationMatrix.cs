using CommerceKata.ServiceDefaults.Auth;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Shouldly;

namespace CommerceKata.TestKit;

/// <summary>Calls every RPC of a service as every kind of caller, and compares who gets in with a table.</summary>
public static class AuthorizationMatrix
{
    private static readonly Marshaller<byte[]> Raw = Marshallers.Create(bytes => bytes, bytes => bytes);
    private static readonly Who[] Callers = [Who.None, Who.Guest, Who.Customer, Who.Admin, Who.Service];

    /// <summary>
    /// Fails when an RPC is missing from the table, or lets somebody in or keeps somebody out against it.
    /// <c>Who.None</c> in the table means that anyone may call, with or without a token.
    /// </summary>
    /// <param name="service">The running service.</param>
    /// <param name="contract">The gRPC service: <c>CatalogService.Descriptor</c>.</param>
    /// <param name="table">Who may call which RPC.</param>
    /// <param name="tokens">Makes a token for a kind of caller, where those of <see cref="TestTokens"/> are not believed: Identity.</param>
    public static async Task ShouldHoldAsync(
        TestService service, ServiceDescriptor contract, IReadOnlyDictionary<string, Who> table, Func<Who, Task<string?>>? tokens = null)
    {
        contract.Methods.Select(method => method.Name).ShouldBe(table.Keys, ignoreOrder: true);
        foreach (var method in contract.Methods)
        {
            foreach (var caller in Callers)
            {
                var token = tokens is null ? TestTokens.For(caller) : await tokens(caller);
                var status = await CallAsync(service, method, token);
                var allowed = table[method.Name];
                if (allowed == Who.None || allowed.HasFlag(caller) && caller != Who.None)
                    status.ShouldNotBeOneOf([StatusCode.Unauthenticated, StatusCode.PermissionDenied], $"{method.Name} as {caller}");
                else status.ShouldBe(caller == Who.None ? StatusCode.Unauthenticated : StatusCode.PermissionDenied, $"{method.Name} as {caller}");
            }
        }
    }

    /// <summary>An empty request: past the door it may fail for what it lacks, and that is fine here.</summary>
    private static async Task<StatusCode> CallAsync(TestService service, MethodDescriptor method, string? token)
    {
        var type = method.IsServerStreaming ? MethodType.ServerStreaming : MethodType.Unary;
        var call = new Method<byte[], byte[]>(type, method.Service.FullName, method.Name, Raw, Raw);
        var calls = service.Calls(token);
        try
        {
            if (method.IsServerStreaming)
            {
                using var stream = calls.AsyncServerStreamingCall(call, null, new CallOptions(deadline: DateTime.UtcNow.AddSeconds(10)), []);
                await stream.ResponseStream.MoveNext(CancellationToken.None);
            }
            else
            {
                await calls.AsyncUnaryCall(call, null, new CallOptions(deadline: DateTime.UtcNow.AddSeconds(10)), []);
            }

            return StatusCode.OK;
        }
        catch (RpcException error)
        {
            return error.StatusCode;
        }
    }
}
