using System.Security.Cryptography;
using Commerce.Orders.V1;
using CommerceKata.Addresses;
using CommerceKata.ServiceDefaults;
using CommerceKata.ServiceDefaults.Auth;
using CommerceKata.ServiceDefaults.Errors;
using Google.Protobuf;

namespace CommerceKata.Orders;

/// <summary>What a customer asked to buy, checked.</summary>
/// <param name="Key">Chosen by the client, one per intended purchase.</param>
/// <param name="Fingerprint">The hash of all the rest: the same key with another is not the same request.</param>
/// <param name="Lines">What to buy; empty for the cart.</param>
/// <param name="Email">Empty for the customer's own.</param>
/// <param name="AddressId">A saved address, or</param>
/// <param name="Address">an address.</param>
/// <param name="ShippingOptionId">As quoted by Shipping.</param>
/// <param name="PaymentMethod">A payment method of the gateway; empty for none, which is enough where nothing is to be
/// paid.</param>
/// <param name="ExpectedTotal">What the customer saw, if they said so.</param>
/// <param name="RadarSession">What the gateway saw of the customer's browser; null for nothing.</param>
internal sealed record CheckoutInput(
    Guid Key, byte[] Fingerprint, IReadOnlyList<(Guid ProductId, int Quantity)> Lines, string Email, Guid? AddressId, PostalAddress? Address,
    string ShippingOptionId, string PaymentMethod, Money? ExpectedTotal, string? RadarSession)
{
    public const int MaxQuantity = 99;

    /// <summary>Lines of an order; Inventory takes no more at once.</summary>
    public const int MaxLines = 100;

    /// <summary>Reads a request; of use only when nothing was found wrong.</summary>
    public static CheckoutInput Read(CheckoutRequest request, Who caller, Violations check)
    {
        check.Require(request.DestinationCase != CheckoutRequest.DestinationOneofCase.None, "address", new("REQUIRED", "is required, unless a saved one is named"));
        return new CheckoutInput(
            check.Id(request.IdempotencyKey, "idempotency_key"),
            Hash(request),
            Read(check, request),
            EmailOf(check, request.Email, caller),
            request.HasAddressId ? check.Id(request.AddressId, "address_id") : null,
            request.Address?.ToDomain().Checked(check, "address"),
            check.Line(request.ShippingOptionId, "shipping_option_id", max: 50),
            request.PaymentMethod.Length == 0 ? "" : check.Line(request.PaymentMethod, "payment_method", max: 200),
            request.ExpectedTotal is null ? null : check.Amount(request.ExpectedTotal, "expected_total"),
            request.RadarSession.Length == 0 ? null : check.Line(request.RadarSession, "radar_session", max: 255));
    }

    /// <summary>
    /// A guest has no address of their own that an empty one could stand for. A blank one is given, and stands for
    /// none.
    /// </summary>
    private static string EmailOf(Violations check, string email, Who caller)
    {
        if (!string.IsNullOrWhiteSpace(email)) return check.Email(email, "email").Text;
        check.Require(caller != Who.Guest, "email", Problem.Required);
        check.Require(caller == Who.Guest || email.Length == 0, "email", Problem.Empty);
        return "";
    }

    private static List<(Guid ProductId, int Quantity)> Read(Violations check, CheckoutRequest request)
    {
        var lines = request.Lines;
        check.Require(lines.Count > 0 || !request.BuysLines, "lines", Problem.Empty);
        if (!check.Require(lines.Count <= MaxLines, "lines", Problem.TooMany(MaxLines))) return [];
        List<(Guid ProductId, int Quantity)> read = [.. lines.Select((line, i) =>
            (check.Id(line.ProductId, $"lines[{i}].product_id"), check.Range(line.Quantity, $"lines[{i}].quantity", 1, MaxQuantity)))];
        for (var i = 0; i < read.Count; i++)
            check.Require(read.FindIndex(line => line.ProductId == read[i].ProductId) == i, $"lines[{i}].product_id", Problem.Duplicate);
        return read;
    }

    /// <summary>
    /// Whether the lines are said to be bought tells no two requests apart: callers of an earlier version do not say
    /// it.
    /// </summary>
    private static byte[] Hash(CheckoutRequest request)
    {
        var rest = request.Clone();
        rest.IdempotencyKey = "";
        rest.BuysLines = false;
        // A page that is loaded again has another one, and asks for the same purchase.
        rest.RadarSession = "";
        return SHA256.HashData(rest.ToByteArray());
    }
}
