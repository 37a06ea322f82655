using System.IO.Compression;
using CommerceKata.EndToEnd.Tests.Authorization;
using CommerceKata.EndToEnd.Tests.Validation;
using Google.Protobuf;
using Grpc.Core;

namespace CommerceKata.EndToEnd.Tests.Fuzzing;

/// <summary>Bytes that are no message, and bodies that are no frame, at every RPC of every service.</summary>
[NonParallelizable]
internal sealed class RpcFuzzTests : FuzzFixture
{
    /// <summary>Nobody's fault is anybody's bug.</summary>
    private static readonly StatusCode[] Wrong = [StatusCode.Internal, StatusCode.Unknown, StatusCode.DataLoss, StatusCode.DeadlineExceeded, StatusCode.Unavailable];

    [Test]
    public Task Message_that_is_none_is_refused() => EachAsync(async (rpc, token, message, mutation) =>
    {
        using var caller = new Authorization.Caller(null, token);
        var bytes = mutation.Message(message);
        return (bytes, await caller.CallAsync(rpc, bytes));
    });

    [Test]
    public async Task Frame_that_is_none_is_refused()
    {
        using var frames = new Frames(new Random(Seed));
        await EachAsync((rpc, token, message, _) => frames.CallAsync(rpc, token, message));
    }

    [Test]
    public async Task Bytes_that_are_no_message_are_INVALID_ARGUMENT()
    {
        foreach (var rpc in Operations.Rpcs(Shop.Shop))
        {
            using var caller = new Authorization.Caller(null, Token(rpc));
            var status = await caller.CallAsync(rpc, [0xFF, 0xFF, 0xFF]);
            (status.StatusCode, status.Detail).ShouldBe((StatusCode.InvalidArgument, "The request is not a message of this RPC."), rpc.ToString());
        }

        await ShouldLiveAsync();
    }

    /// <summary>A bound on what comes holds for what it becomes, and before it is all there.</summary>
    [Test]
    public async Task Message_that_unpacks_to_more_than_is_taken_is_not_unpacked()
    {
        const int Unpacked = 200_000_000;
        using var frames = new Frames(new Random(Seed));
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write(new byte[Unpacked]);
        packed.Length.ShouldBeLessThan(2_000_000);
        var (rpc, body) = (Operations.Rpcs(Shop.Shop)[0], Frames.Framed(1, (uint)packed.Length, packed.ToArray()));
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var status = await frames.SendAsync(rpc, Token(rpc), body, "gzip");
        status.StatusCode.ShouldBe(StatusCode.ResourceExhausted, status.Detail);
        (GC.GetTotalAllocatedBytes(precise: true) - before).ShouldBeLessThan(Unpacked / 4);
    }

    /// <summary>Calls every RPC as somebody who may, a few times each.</summary>
    private async Task EachAsync(Func<Rpc, string?, byte[], Mutation, Task<(byte[] Sent, Status Status)>> callAsync)
    {
        var (random, wrong) = (new Random(Seed), new List<string>());
        var (mutation, requests) = (new Mutation(random), new RandomMessage(random, [Things.User, Things.Product, Things.Category, Things.Address, Things.Cart, Things.Order, Things.Nothing]));
        await ShouldStaySmallAsync(async () =>
        {
            foreach (var rpc in Operations.Rpcs(Shop.Shop))
            {
                for (var i = 0; i < Math.Max(1, Iterations / 60); i++)
                {
                    var message = requests.Of(rpc.Input, depth: 2).ToByteArray();
                    var (sent, status) = await callAsync(rpc, Token(rpc), message, mutation);
                    if (Wrong.Contains(status.StatusCode) || status.Detail.Contains("Exception", StringComparison.Ordinal))
                        wrong.Add($"{rpc}: {status} for {Convert.ToHexString(sent[..Math.Min(sent.Length, 200)])}");
                }
            }
        });
        wrong.ShouldBeEmpty(Again);
        await ShouldLiveAsync();
    }

    private string? Token(Rpc rpc) => Things.Tokens[rpc.Somebody];
}
