using Commerce.Catalog.V1;
using CommerceKata.Gateway.Engine;
using CommerceKata.Gateway.Loading;
using CommerceKata.ServiceDefaults;
using Google.Protobuf.WellKnownTypes;
using GraphQL;
using GraphQL.DataLoader;

namespace CommerceKata.Gateway.Subgraphs.Catalog;

/// <summary>
/// Stands for a product that the Catalog does not know any more. A cart, or an error about one, has a product on every
/// line: one line whose product is gone must not take the other lines from the caller.
/// </summary>
internal static class GoneProduct
{
    /// <summary>The product of a line by its UUID, or what stands for it.</summary>
    public static object? ReferToProduct(this SchemaBindings schema, IResolveFieldContext call, string id) =>
        schema.Refer(call, "Product", id) is var found && found is IDataLoaderResult<Product?> loaded
            ? loaded.Then(product => product ?? Of(id, call.Settings().Currency))
            : found;

    private static Product Of(string id, string currency) => new()
    {
        Id = id,
        Name = "No longer sold",
        Price = Money.Zero(currency).ToProto(),
        Archived = true,
        CreatedAt = Timestamp.FromDateTime(DateTime.UnixEpoch),
    };
}
