using Commerce.Paging.V1;
using CommerceKata.Gateway.Engine;
using CommerceKata.Gateway.Loading;
using CommerceKata.Gateway.Subgraphs.Catalog;
using CommerceKata.ServiceDefaults;
using CommerceKata.ServiceDefaults.Errors;
using GraphQL;

namespace CommerceKata.Gateway.Subgraphs.Shared;

/// <summary>What more than one subgraph speaks of: finding by global id, money, pages, errors.</summary>
internal static class SharedResolvers
{
    /// <summary>Ids per call of <c>nodes</c>: objects that are not fetched in batches cost a call each.</summary>
    private const int MaxNodes = 100;

    public static void Bind(SchemaBindings schema)
    {
        schema.Query("node", call => schema.Find(call, call.GetArgument<string>("id"), "id"));
        schema.Query("nodes", call => Nodes(schema, call));

        schema.Type<Google.Type.Money>("Money")
            .Field("amount", Amount)
            .Field("currency", money => money.CurrencyCode);
        schema.Type<PageInfo>("PageInfo");
        schema.Type<ValidationError>("ValidationError");
        schema.Type<ErrorParam>("ErrorParam");
        schema.Type<NotFoundError>("NotFoundError").Field("id", error => error.Id);
        schema.Type<CartChangedError>("CartChangedError");
        schema.Type<OutOfStockError>("OutOfStockError");
        schema.Type<ShortLine>("ShortLine")
            .Field("product", (line, call) => schema.ReferToProduct(call, line.ProductId));
        schema.Enum<CartLineProblem>("CartLineProblem");
        schema.Type<WrongStateError>("WrongStateError");
        schema.Type<TooManyAttemptsError>("TooManyAttemptsError");

        schema.Input<MoneyInput>("MoneyInput");
        schema.Input<AddressInput>("AddressInput");
        schema.Input<CheckoutLineInput>("CheckoutLineInput");
    }

    private static object Amount(Google.Type.Money wire)
    {
        var money = Money.FromProto(wire);
        // Adding zero cents brings back the decimals that the division dropped: 12.5 is "12.50".
        return money.Amount + new decimal(0, 0, 0, isNegative: false, (byte)Money.Exponent(money.Currency));
    }

    /// <summary>Each in its place; an id that is none of ours is an error in its own place.</summary>
    private static List<object?> Nodes(SchemaBindings schema, IResolveFieldContext call)
    {
        var ids = call.GetArgument<IReadOnlyList<string>>("ids");
        if (ids.Count > MaxNodes)
        {
            throw new BadInputException("ids", Problem.TooMany(MaxNodes));
        }

        return Deferred.Each(ids, (id, index) => schema.Find(call, id, $"ids[{index}]"));
    }
}

/// <summary>The cart is another by now.</summary>
internal sealed record CartChangedError(string Message);

/// <summary>Too many attempts; nothing was done.</summary>
/// <param name="RetryAfterSeconds">When to try again.</param>
internal sealed record TooManyAttemptsError(int RetryAfterSeconds)
{
    public string Message => $"Too many attempts; try again in {RetryAfterSeconds} s.";
}
