using Commerce.Shipping.V1;
using CommerceKata.ServiceDefaults.Addresses;
using CommerceKata.ServiceDefaults.Errors;
using Grpc.Core;
using Microsoft.AspNetCore.Authorization;
using Proto = Commerce.Shipping.V1;

namespace CommerceKata.Shipping;

/// <summary>Shipping's RPCs: proto to domain and back.</summary>
internal sealed class ShippingService(Tariff tariff) : Proto.ShippingService.ShippingServiceBase
{
    private const int MaxUnits = 1_000_000;

    [AllowAnonymous]
    public override Task<QuoteResponse> Quote(QuoteRequest request, ServerCallContext context)
    {
        var check = new Violations();
        var wrong = request.CountryCode.Length == 0 ? Problem.Required : Problem.NotACountry;
        check.Require(Countries.Exists(request.CountryCode), "country_code", wrong);
        var subtotal = check.Amount(request.Subtotal, "subtotal");
        check.Require(subtotal.Currency is null || subtotal.Currency == tariff.Currency, "subtotal", Problem.WrongCurrency(tariff.Currency));
        check.Range(request.Units, "units", 1, MaxUnits);
        check.ThrowIfAny();
        var options = tariff.Quote(request.CountryCode, subtotal);
        return Task.FromResult(new QuoteResponse { Options = { options.Select(option => option.ToProto()) } });
    }

    [AllowAnonymous]
    public override Task<ListOptionsResponse> ListOptions(ListOptionsRequest request, ServerCallContext context) =>
        Task.FromResult(new ListOptionsResponse { OptionIds = { tariff.All.Select(option => option.Id) } });
}
