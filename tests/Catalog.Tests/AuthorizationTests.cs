using Commerce.Catalog.V1;
using CommerceKata.ServiceDefaults.Auth;
using CommerceKata.TestKit;
using Grpc.Core;
using Proto = Commerce.Catalog.V1;

namespace CommerceKata.Catalog.Tests;

internal sealed class AuthorizationTests : CatalogFixture
{
    [Test]
    public Task Every_rpc_lets_in_just_whom_it_should() => AuthorizationMatrix.ShouldHoldAsync(
        Service, Proto.CatalogService.Descriptor, new Dictionary<string, Who>
        {
            ["ListProducts"] = Who.None,
            ["GetProduct"] = Who.None,
            ["BatchGetProducts"] = Who.None,
            ["ListCategories"] = Who.None,
            ["BatchGetCategories"] = Who.None,
            ["CreateProduct"] = Who.Admin,
            ["UpdateProduct"] = Who.Admin,
            ["ArchiveProduct"] = Who.Admin,
            ["RestoreProduct"] = Who.Admin,
        });

    [Test]
    public async Task Call_with_an_expired_token_is_refused_even_where_none_is_needed()
    {
        var stale = Service.Client<Proto.CatalogService.CatalogServiceClient>(TestTokens.User(Who.Guest, lifetime: TimeSpan.FromMinutes(-5)));
        await stale.ListCategoriesAsync(new ListCategoriesRequest()).ShouldFailAsync(StatusCode.Unauthenticated);
    }

    [Test]
    public async Task Call_with_a_service_token_signed_by_the_wrong_key_is_refused()
    {
        var forger = Service.Client<Proto.CatalogService.CatalogServiceClient>(TestTokens.Forged());
        await forger.ListCategoriesAsync(new ListCategoriesRequest()).ShouldFailAsync(StatusCode.Unauthenticated);
    }

    [TestCase("")]
    [TestCase("x")]
    [TestCase("x.y.z")]
    [TestCase("eyJhbGciOiJub25lIn0.eyJpc3MiOiJjb21tZXJjZS1rYXRhL3NlcnZpY2VzIiwicm9sZSI6InNlcnZpY2UifQ.")]
    public async Task Call_with_what_is_no_token_is_refused(string token) =>
        await Service.Client<Proto.CatalogService.CatalogServiceClient>(token).ListCategoriesAsync(new ListCategoriesRequest()).ShouldFailAsync(StatusCode.Unauthenticated);
}
