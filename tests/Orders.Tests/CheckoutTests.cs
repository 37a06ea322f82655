using Commerce.Orders.V1;
using CommerceKata.ServiceDefaults.Auth;
using CommerceKata.TestKit;
using Grpc.Core;
using Client = Commerce.Orders.V1.OrdersService.OrdersServiceClient;

namespace CommerceKata.Orders.Tests;

/// <summary>What a checkout answers while its neighbours are away; with all of them there, see EndToEnd.Tests.</summary>
internal sealed class CheckoutTests : OrdersFixture
{
    [Test]
    public async Task Checkout_without_its_neighbours_is_UNAVAILABLE_and_nothing_is_placed()
    {
        var user = Guid.CreateVersion7();
        var client = Service.Client<Client>(TestTokens.User(Who.Guest, user));
        var request = new CheckoutRequest
        {
            IdempotencyKey = Guid.NewGuid().ToString(),
            Email = "ada@example.com",
            Address = new OrderAddress { Name = "Ada", Line1 = "12 Way", City = "Portland", Region = "OR", PostalCode = "97201", CountryCode = "US" },
            ShippingOptionId = "standard",
            PaymentMethod = "pm_card_visa",
        };
        var error = await client.CheckoutAsync(request).ShouldFailAsync(StatusCode.Unavailable);
        error.Status.Detail.ShouldNotContain("127.0.0.1");
        (await client.ListOrdersAsync(new())).TotalCount.ShouldBe(0);
    }

    [Test]
    public async Task Checkout_with_bad_input_names_the_fields() =>
        await Service.Client<Client>(Who.Guest).CheckoutAsync(new CheckoutRequest())
            .ShouldViolateAsync("idempotency_key", "address", "email", "shipping_option_id");
}
