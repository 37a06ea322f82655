using CommerceKata.Gateway.Engine;
using CommerceKata.ServiceDefaults;
using CommerceKata.ServiceDefaults.Errors;

namespace CommerceKata.Gateway.Subgraphs.Shared;

/// <summary>An amount of one currency, in major units.</summary>
internal sealed record MoneyInput(decimal Amount, string Currency);

/// <summary>A postal address as people write it.</summary>
internal sealed record AddressInput(
    string Name,
    string Line1,
    string? Line2,
    string City,
    string? Region,
    string PostalCode,
    string CountryCode,
    string? Phone);

/// <summary>Units of a product to buy; the product by its global id.</summary>
internal sealed record CheckoutLineInput(string ProductId, int Quantity);

/// <summary>Inputs in the services' form.</summary>
internal static class WireForm
{
    /// <summary>The wire form of an amount; null for none.</summary>
    /// <exception cref="BadInputException">It has more digits than the currency, is too large, or its currency is not
    /// charged.</exception>
    public static Google.Type.Money? OfMoney(decimal? amount, string currency, string field)
    {
        if (amount is not { } given) return null;
        if (Currencies.Find(currency) is null)
            throw new BadInputException(
                field.Replace(".amount", ".currency", StringComparison.Ordinal), Problem.UnknownCurrency);
        return Money.TryFromAmount(given, currency, out var money)
            ? money.ToProto()
            : throw new BadInputException(field, new("NOT_AN_AMOUNT", $"must be an amount of {currency}", ("currency", currency)));
    }

    /// <summary>The UUID of a line's product.</summary>
    /// <param name="line">The line.</param>
    /// <param name="index">Where it stands in the input's lines.</param>
    /// <param name="check">Where goes what is wrong with it.</param>
    public static string Product(this CheckoutLineInput line, int index, InputCheck check) =>
        check.Id("Product", line.ProductId, $"lines[{index}].productId");
}
