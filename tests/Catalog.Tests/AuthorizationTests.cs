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

    private static IEnumerable<TestCaseData> TokensThatDoNotCount() =>
    [
        new(TestTokens.User(Who.Guest, lifetime: TimeSpan.FromMinutes(-5)), RefusedToken.Expired),
        new(TestTokens.Forged(), RefusedToken.Invalid),
        new("", RefusedToken.Invalid),
        new("x", RefusedToken.Invalid),
        new("x.y.z", RefusedToken.Invalid),
        new("eyJhbGciOiJub25lIn0.eyJpc3MiOiJjb21tZXJjZS1rYXRhL3NlcnZpY2VzIiwicm9sZSI6InNlcnZpY2UifQ.", RefusedToken.Invalid),
    ];

    [TestCaseSource(nameof(TokensThatDoNotCount))]
    public async Task Token_that_does_not_count_is_as_good_as_none_and_the_answer_says_so(string token, RefusedToken why)
    {
        var caller = Service.Client<Proto.CatalogService.CatalogServiceClient>(token);
        var call = caller.ListCategoriesAsync(new ListCategoriesRequest());
        await call;
        (await call.ResponseHeadersAsync).GetValue(RefusedToken.Header).ShouldBe(why.Code);
        await caller.CreateProductAsync(new CreateProductRequest()).ShouldFailAsync(StatusCode.Unauthenticated);
    }
}
