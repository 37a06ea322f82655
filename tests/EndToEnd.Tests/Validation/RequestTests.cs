using CommerceKata.EndToEnd.Tests.Authorization;
using Google.Protobuf;
using Grpc.Core;

namespace CommerceKata.EndToEnd.Tests.Validation;

/// <summary>Random requests to every RPC, as somebody who may call it: whatever comes, nobody is surprised by it.</summary>
internal sealed class RequestTests : ShopFixture
{
    private const int PerRpc = 60;

    [Test]
    public async Task Random_request_is_answered_or_refused_and_never_fails_inside()
    {
        var seed = Environment.GetEnvironmentVariable("SEED") is { } given ? int.Parse(given, null) : Random.Shared.Next();
        TestContext.Out.WriteLine($"SEED={seed}");
        var things = await Things.MakeAsync(Shop);
        var requests = new RandomMessage(
            new Random(seed), [things.User, things.Product, things.Category, things.Address, things.Cart, things.CartLine, things.Order, things.OrderLine, Things.Nothing]);
        List<string> wrong = [];
        foreach (var rpc in Operations.Rpcs(Shop.Shop))
        {
            using var caller = new Authorization.Caller(null, things.Tokens[rpc.Somebody]);
            for (var i = 0; i < PerRpc; i++)
            {
                var request = requests.Of(rpc.Input);
                var status = await caller.CallAsync(rpc, request.ToByteArray());
                if (status.StatusCode is StatusCode.Internal or StatusCode.Unknown or StatusCode.DataLoss or StatusCode.DeadlineExceeded)
                    wrong.Add($"{rpc}: {status} for {Short(request)}");
            }
        }

        wrong.ShouldBeEmpty($"SEED={seed} does it again");
    }

    private static string Short(IMessage request) => JsonFormatter.Default.Format(request) is { Length: > 600 } text ? text[..600] + "…" : JsonFormatter.Default.Format(request);
}
