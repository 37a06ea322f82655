using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using CommerceKata.EndToEnd.Tests.Authorization;
using Grpc.Core;

namespace CommerceKata.EndToEnd.Tests.Fuzzing;

/// <summary>
/// Calls RPCs with bodies that no gRPC client sends. A frame is a flag for compression, the length in four bytes, and the message
/// (https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md).
/// </summary>
internal sealed class Frames(Random random) : IDisposable
{
    private static readonly string?[] Encodings = [null, null, "identity", "gzip", "deflate", "snappy", "gzip,gzip"];

    private readonly HttpClient _http = new();

    /// <summary>Sends a message in a frame that is wrong.</summary>
    /// <param name="rpc">What to call.</param>
    /// <param name="token">Whose call it is.</param>
    /// <param name="message">What would be in the frame.</param>
    public async Task<(byte[] Body, Status Status)> CallAsync(Rpc rpc, string? token, byte[] message)
    {
        var body = Frame(message);
        return (body, await SendAsync(rpc, token, body, Encodings[random.Next(Encodings.Length)]));
    }

    /// <summary>Sends a body as it is.</summary>
    /// <param name="rpc">What to call.</param>
    /// <param name="token">Whose call it is.</param>
    /// <param name="body">Frames, or none.</param>
    /// <param name="encoding">How its messages are said to be compressed; null says nothing.</param>
    public async Task<Status> SendAsync(Rpc rpc, string? token, byte[] body, string? encoding)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new("application/grpc");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{rpc.Address}{rpc.Method.FullName}")
        {
            Content = content, Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        request.Headers.TE.Add(new("trailers"));
        request.Headers.Add("grpc-timeout", "20S");
        if (encoding is not null) request.Headers.Add("grpc-encoding", encoding);
        if (token is not null) request.Headers.Authorization = new("Bearer", token);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
        // A stream that was opened goes on: that it was is enough.
        if (!response.Headers.Contains("grpc-status") && rpc.Method.Type is MethodType.ServerStreaming) return Status.DefaultSuccess;
        await response.Content.CopyToAsync(Stream.Null, patience.Token);
        return new((StatusCode)int.Parse(Said("grpc-status") ?? "2", CultureInfo.InvariantCulture), Said("grpc-message") ?? "");

        string? Said(string name) =>
            response.Headers.TryGetValues(name, out var header) || response.TrailingHeaders.TryGetValues(name, out header) ? header.Single() : null;
    }

    /// <summary>A frame with any flag and length.</summary>
    public static byte[] Framed(byte flag, uint length, byte[] message)
    {
        var frame = new byte[5 + message.Length];
        frame[0] = flag;
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(1), length);
        message.CopyTo(frame, 5);
        return frame;
    }

    public void Dispose() => _http.Dispose();

    private byte[] Frame(byte[] message)
    {
        var frame = Framed((byte)random.Next(2), (uint)message.Length, message);
        return random.Next(8) switch
        {
            0 => [],
            1 => frame[..random.Next(frame.Length)],
            2 => [.. frame, (byte)random.Next(256)],
            3 => [.. frame, .. frame],
            4 => Framed(0, uint.MaxValue - (uint)random.Next(2), message),
            5 => Framed(0, (uint)random.Next(5_000_000, int.MaxValue), message),
            6 => Framed((byte)random.Next(1, 256), (uint)message.Length, message),
            _ => Framed(0, (uint)(message.Length + random.Next(1, 100)), message),
        };
    }
}
