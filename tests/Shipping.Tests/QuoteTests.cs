using Commerce.Shipping.V1;
using CommerceKata.ServiceDefaults;
using CommerceKata.ServiceDefaults.Auth;
using CommerceKata.TestKit;
using Grpc.Health.V1;
using Client = Commerce.Shipping.V1.ShippingService.ShippingServiceClient;
using Proto = Commerce.Shipping.V1;

namespace CommerceKata.Shipping.Tests;

internal sealed class QuoteTests
{
    private TestService _service = null!;
    private Client _anyone = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _service = await TestService.StartAsync(ShippingHost.Build, ("Shipping:FreeFrom", "50"));
        _anyone = _service.Client<Client>(token: null);
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await _service.DisposeAsync();

    [Test]
    public Task Every_rpc_lets_in_just_whom_it_should() => AuthorizationMatrix.ShouldHoldAsync(
        _service, Proto.ShippingService.Descriptor, new Dictionary<string, Who>
        {
            [
            "Quote"] = Who.None, ["ListOptions"] = Who.None
        });

    [Test]
    public async Task Quote_answers_the_options_as_the_settings_have_them()
    {
        var answer = await _anyone.QuoteAsync(Request("US", 50_00));
        answer.Options.Select(option => option.Id).ShouldBe(["free", "standard", "express"]);
        answer.Options[1].ShouldBe(new()
        {
            Id = "standard",
            Name = "Standard",
            Price = new Money(4_90, "USD").ToProto(),
            EstimatedDaysMin = 3,
            EstimatedDaysMax = 5,
        });
    }

    [Test]
    public async Task ListOptions_answers_all_that_any_quote_can_have()
    {
        var known = (await _anyone.ListOptionsAsync(new())).OptionIds;
        known.ShouldBe(["free", "standard", "express"], ignoreOrder: true);
        foreach (var country in new[] { "US", "CA", "JP" })
            (await _anyone.QuoteAsync(Request(country, 50_00))).Options.ShouldAllBe(
                option => known.Contains(option.Id));
    }

    [TestCase("")]
    [TestCase("us")]
    [TestCase("XX")]
    [TestCase("USA")]
    public Task Quote_for_what_is_no_country_is_refused(string country) =>
        _anyone.QuoteAsync(Request(country, 10_00)).ShouldViolateAsync("country_code");

    [Test]
    public async Task Quote_with_bad_input_names_every_field()
    {
        await _anyone.QuoteAsync(new()).ShouldViolateAsync("country_code", "subtotal", "units");
        await _anyone.QuoteAsync(Request("US", -1)).ShouldViolateAsync("subtotal");
        var euros = new Money(1, "EUR").ToProto();
        await _anyone.QuoteAsync(new() { CountryCode = "US", Subtotal = euros, Units = 1 }).ShouldViolateAsync("subtotal");
    }

    [Test]
    public async Task Quote_checks_the_whole_address_as_the_checkout_does()
    {
        var request = Request("", 10_00);
        request.Address = new() { Name = "Ada", Line1 = "12 Way", City = "Portland", Region = "or", PostalCode = "９７２０１", CountryCode = "US" };
        (await _anyone.QuoteAsync(request)).Options.ShouldNotBeEmpty();
        request.Address = new() { Name = "A\nb", City = "Portland", Region = "ZZ", PostalCode = "SW1Y", CountryCode = "US", Phone = "12" };
        await _anyone.QuoteAsync(request).ShouldViolateAsync("address.name", "address.line1", "address.region", "address.postal_code", "address.phone");
        request.Address = new();
        await _anyone.QuoteAsync(request).ShouldViolateAsync(
            "address.name", "address.line1", "address.city", "address.postal_code", "address.country_code");
    }

    [Test]
    public async Task Service_without_a_database_is_ready_once_it_answers()
    {
        var answer = await _service.Client<Health.HealthClient>(token: null).CheckAsync(new());
        answer.Status.ShouldBe(HealthCheckResponse.Types.ServingStatus.Serving);
    }

    private static QuoteRequest Request(string country, long cents) =>
        new() { CountryCode = country, Subtotal = new Money(cents, "USD").ToProto(), Units = 1 };
}
