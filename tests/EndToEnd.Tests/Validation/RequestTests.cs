using Commerce.Billing.V1;
using Commerce.Cart.V1;
using Commerce.Catalog.V1;
using Commerce.Events.V1;
using Commerce.Identity.V1;
using Commerce.Inventory.V1;
using Commerce.Notifications.V1;
using Commerce.Orders.V1;
using Commerce.Shipping.V1;
using CommerceKata.EndToEnd.Tests.Authorization;
using CommerceKata.ServiceDefaults.Auth;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;

namespace CommerceKata.EndToEnd.Tests.Validation;

/// <summary>Random requests to every RPC, as somebody who may call it: whatever comes, nobody is surprised by it.</summary>
internal sealed class RequestTests : ShopFixture
{
    private const int PerRpc = 60;

    private static readonly FileDescriptor[] Contracts =
    [
        CatalogReflection.Descriptor, IdentityReflection.Descriptor, InventoryReflection.Descriptor, CartReflection.Descriptor, OrdersReflection.Descriptor,
        BillingReflection.Descriptor, ShippingReflection.Descriptor, NotificationsReflection.Descriptor, EventsReflection.Descriptor,
    ];

    [Test]
    public async Task Random_request_is_answered_or_refused_and_never_fails_inside()
    {
        var seed = Environment.GetEnvironmentVariable("SEED") is { } given ? int.Parse(given, null) : Random.Shared.Next();
        TestContext.Out.WriteLine($"SEED={seed}");
        var things = await Things.MakeAsync(Shop);
        var requests = new RandomMessage(
            new Random(seed), [things.User, things.Product, things.Category, things.Address, things.Cart, things.CartLine, things.Order, things.OrderLine, Things.Nothing]);
        var types = Contracts.SelectMany(file => file.Services).SelectMany(service => service.Methods).ToDictionary(method => $"{method.Service.FullName}/{method.Name}");
        List<string> wrong = [];
        foreach (var rpc in Operations.Rpcs(Shop.Shop))
        {
            using var caller = new Authorization.Caller(null, things.Tokens[Somebody(rpc.Allowed)]);
            for (var i = 0; i < PerRpc; i++)
            {
                var request = requests.Of(types[$"{rpc.Method.ServiceName}/{rpc.Method.Name}"].InputType);
                var status = await caller.CallAsync(rpc, request.ToByteArray());
                if (status.StatusCode is StatusCode.Internal or StatusCode.Unknown or StatusCode.DataLoss or StatusCode.DeadlineExceeded)
                    wrong.Add($"{rpc}: {status} for {Short(request)}");
            }
        }

        wrong.ShouldBeEmpty($"SEED={seed} does it again");
    }

    private static As Somebody(Who? allowed) => allowed is { } who && !who.HasFlag(Who.Customer) ? who.HasFlag(Who.Admin) ? As.Admin : As.Service : As.Customer;

    private static string Short(IMessage request) => JsonFormatter.Default.Format(request) is { Length: > 600 } text ? text[..600] + "…" : JsonFormatter.Default.Format(request);
}
