using Commerce.Shipping.V1;
using CommerceKata.Addresses;
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
        var country = Destination(request, check);
        var subtotal = check.Amount(request.Subtotal, "subtotal");
        check.Require(subtotal.Currency is null || subtotal.Currency == tariff.Currency, "subtotal", Problem.WrongCurrency(tariff.Currency));
        check.Range(request.Units, "units", 1, MaxUnits);
        check.ThrowIfAny();
        var options = tariff.Quote(country, subtotal);
        return Task.FromResult(new QuoteResponse { Options = { options.Select(option => option.ToProto()) } });
    }

    private static string Destination(QuoteRequest request, Violations check)
    {
        if (request.Address is not { } sent)
        {
            check.Country(request.CountryCode, "country_code");
            return request.CountryCode;
        }

        return new PostalAddress(sent.Name, sent.Line1, sent.Line2, sent.City, sent.Region, sent.PostalCode, sent.CountryCode, sent.Phone)
            .Checked(check, "address").CountryCode;
    }

    [AllowAnonymous]
    public override Task<ListOptionsResponse> ListOptions(ListOptionsRequest request, ServerCallContext context) =>
        Task.FromResult(new ListOptionsResponse { OptionIds = { tariff.All.Select(option => option.Id) } });
}
