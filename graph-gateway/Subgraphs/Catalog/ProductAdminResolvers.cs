using Commerce.Catalog.V1;
using CommerceKata.Gateway.Engine;
using CommerceKata.Gateway.Subgraphs.Shared;
using CommerceKata.ServiceDefaults.Errors;
using GraphQL;
using static Commerce.Catalog.V1.CatalogService;

namespace CommerceKata.Gateway.Subgraphs.Catalog;

/// <summary>What admins do with products.</summary>
internal static class ProductAdminResolvers
{
    public static void Bind(SchemaBindings schema)
    {
        schema.Mutation<CreateProduct>("createProduct", CreateProductAsync);
        schema.Mutation<UpdateProduct>("updateProduct", UpdateProductAsync, input => input.Id);
        schema.Mutation<ArchiveProduct>("archiveProduct", ArchiveProductAsync, input => input.Id);
        schema.Mutation<RestoreProduct>("restoreProduct", RestoreProductAsync, input => input.Id);
        schema.Input<CreateProduct>("CreateProductInput");
        schema.Input<UpdateProduct>("UpdateProductInput");
        schema.Input<ArchiveProduct>("ArchiveProductInput");
        schema.Input<RestoreProduct>("RestoreProductInput");
        schema.Payload("ProductPayload", "product");
        schema.Type<SkuTaken>("SkuTakenError").Field("message", taken => taken.Archived
            ? "An archived product has this SKU. Restore that product, or take another SKU."
            : "Another product has this SKU. Take another one, or change that product.");
    }

    private static async Task<Payload> CreateProductAsync(CreateProduct input, IResolveFieldContext call)
    {
        var check = new InputCheck();
        var request = new CreateProductRequest
        {
            Sku = input.Sku,
            Slug = input.Slug.Given(),
            Name = input.Name,
            Description = input.Description,
            CategorySlug = input.CategorySlug.Given(),
            Price = check.Money(() => Price(input.Price)),
            ImageUrl = input.ImageUrl.Given(),
            InitialStock = input.InitialStock ?? 0,
            LowStockThreshold = input.LowStockThreshold ?? 0,
        };
        var answer = await check.AskAsync(
            call.Client<CatalogServiceClient>().CreateProductAsync(request, call.Options()));
        return answer.ResultCase switch
        {
            CreateProductResponse.ResultOneofCase.Product => new Payload(answer.Product),
            CreateProductResponse.ResultOneofCase.SkuTaken => Payload.Failed(answer.SkuTaken),
            var unknown => throw new UnknownAnswerException(unknown),
        };
    }

    private static async Task<Payload> UpdateProductAsync(UpdateProduct input, IResolveFieldContext call)
    {
        var check = new InputCheck();
        var request = new UpdateProductRequest { Id = check.Id("Product", input.Id, "id") };
        // What is left out stays. Null clears, which an empty text is to the Catalog: it refuses that for what a
        // product needs.
        if (input.Gives("name")) request.Name = input.Name ?? "";
        if (input.Gives("slug")) request.Slug = input.Slug ?? "";
        if (input.Gives("description")) request.Description = input.Description ?? "";
        if (input.Gives("categorySlug")) request.CategorySlug = input.CategorySlug.Given();
        if (input.Gives("imageUrl")) request.ImageUrl = input.ImageUrl.Given();
        if (input.Gives("price")) request.Price = check.Money(() => Price(input.Price ?? throw Missing("price")));
        var answer = await check.AskAsync(
            call.Client<CatalogServiceClient>().UpdateProductAsync(request, call.Options()));
        return new Payload(answer.Product);
    }

    private static async Task<Payload> ArchiveProductAsync(ArchiveProduct input, IResolveFieldContext call)
    {
        var request = new ArchiveProductRequest { Id = GlobalId.Parse("Product", input.Id, "id") };
        var answer = await call.Client<CatalogServiceClient>().ArchiveProductAsync(request, call.Options());
        return new Payload(answer.Product);
    }

    private static async Task<Payload> RestoreProductAsync(RestoreProduct input, IResolveFieldContext call)
    {
        var request = new RestoreProductRequest { Id = GlobalId.Parse("Product", input.Id, "id") };
        var answer = await call.Client<CatalogServiceClient>().RestoreProductAsync(request, call.Options());
        return new Payload(answer.Product);
    }

    private static BadInputException Missing(string field) => new(field, Problem.Required);

    private static Google.Type.Money Price(MoneyInput price) => WireForm.OfMoney(price.Amount, price.Currency, "price.amount")!;

    internal sealed record CreateProduct(
        string Sku,
        string? Slug,
        string Name,
        string Description,
        string? CategorySlug,
        MoneyInput Price,
        string? ImageUrl,
        int? InitialStock,
        int? LowStockThreshold);

    internal sealed record UpdateProduct(
        string Id, string? Name, string? Slug, string? Description, string? CategorySlug, MoneyInput? Price, string? ImageUrl)
            : UpdateInput;

    internal sealed record ArchiveProduct(string Id);

    internal sealed record RestoreProduct(string Id);
}
