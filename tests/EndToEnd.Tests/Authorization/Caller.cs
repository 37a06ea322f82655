using CommerceKata.Standalone;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;

namespace CommerceKata.EndToEnd.Tests.Authorization;

/// <summary>Somebody who calls the services themselves, past the front door.</summary>
internal sealed class Caller(Shop? shop, string? token) : IDisposable
{
    private static readonly Marshaller<byte[]> Raw = Marshallers.Create(bytes => bytes, bytes => bytes);
    private readonly Dictionary<string, GrpcChannel> _channels = [];

    /// <summary>A client of a service.</summary>
    /// <param name="service">"Cart".</param>
    public TClient Client<TClient>(string service)
        where TClient : ClientBase<TClient> =>
        (TClient)Activator.CreateInstance(typeof(TClient), Calls($"http://127.0.0.1:{shop!.Ports.Grpc(service)}"))!;

    /// <summary>Calls an RPC with a request as it is on the wire, and takes what comes.</summary>
    public async Task<Status> CallAsync(Rpc rpc, byte[] request)
    {
        var method = new Method<byte[], byte[]>(rpc.Method.Type, rpc.Method.ServiceName, rpc.Method.Name, Raw, Raw);
        var options = new CallOptions(deadline: DateTime.UtcNow.AddSeconds(20));
        try
        {
            if (rpc.Method.Type == MethodType.ServerStreaming)
            {
                using var stream = Calls(rpc.Address).AsyncServerStreamingCall(method, null, options, request);
                await stream.ResponseStream.MoveNext(CancellationToken.None);
            }
            else
            {
                await Calls(rpc.Address).AsyncUnaryCall(method, null, options, request);
            }

            return Status.DefaultSuccess;
        }
        catch (RpcException error)
        {
            return error.Status;
        }
    }

    public void Dispose()
    {
        foreach (var channel in _channels.Values) channel.Dispose();
    }

    private CallInvoker Calls(string address)
    {
        if (!_channels.TryGetValue(address, out var channel)) _channels.Add(address, channel = GrpcChannel.ForAddress(address));
        return channel.Intercept(metadata =>
        {
            if (token is not null) metadata.Add("authorization", "Bearer " + token);
            return metadata;
        });
    }
}
