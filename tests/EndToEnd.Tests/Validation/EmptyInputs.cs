namespace CommerceKata.EndToEnd.Tests.Validation;

/// <summary>
/// Texts and lists that may be empty: where that says no more than that there is none. Everywhere else an empty one is
/// refused, since it
/// could be taken for one that is left out, and so for everything or for a default. See docs/graphql.md.
/// </summary>
internal static class EmptyInputs
{
    /// <summary>By "Mutation.markShipped input.trackingNumber", with the reason.</summary>
    public static IReadOnlyDictionary<string, string> Allowed { get; } = new Dictionary<string, string>
    {
        ["Query.nodes ids"] = "nothing is asked for, and nothing answered",
        ["Query.shippingOptions address.name"] = PricedByCountry,
        ["Query.shippingOptions address.line1"] = PricedByCountry,
        ["Query.shippingOptions address.line2"] = PricedByCountry,
        ["Query.shippingOptions address.city"] = PricedByCountry,
        ["Query.shippingOptions address.region"] = PricedByCountry,
        ["Query.shippingOptions address.postalCode"] = PricedByCountry,
        ["Query.shippingOptions address.phone"] = PricedByCountry,
        ["Mutation.saveAddress input.address.line2"] = None,
        ["Mutation.saveAddress input.address.region"] = None,
        ["Mutation.saveAddress input.address.phone"] = None,
        ["Mutation.checkout input.address.line2"] = None,
        ["Mutation.checkout input.address.region"] = None,
        ["Mutation.checkout input.address.phone"] = None,
        ["Mutation.requestReturn input.reason"] = None,
        ["Mutation.inspectReturn input.note"] = None,
        ["Mutation.inspectReturn input.lines"] = "a return that is rejected has none",
        ["Mutation.markShipped input.trackingNumber"] = None,
    };

    private const string None = "there is none";

    private const string PricedByCountry = "delivery is priced by the country alone, before the rest is known";
}
