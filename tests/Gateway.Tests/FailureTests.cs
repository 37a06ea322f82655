using Commerce.Cart.V1;
using Commerce.Catalog.V1;
using CommerceKata.ServiceDefaults.Errors;
using Grpc.Core;

namespace CommerceKata.Gateway.Tests;

/// <summary>What clients see when services fail.</summary>
internal sealed class FailureTests : DoorFixture
{
    private const string Cart = "{ cart { id } }";

    protected override string[] Settings => [$"Services:Inventory={TestDoor.Nowhere}", "GraphQL:DeadlineSeconds=1"];

    [Test]
    public async Task Service_that_is_away_nulls_its_own_field_and_the_rest_answers()
    {
        var products = new[] { Some.Product(name: "Kettle"), Some.Product(name: "Mug") };
        Shop.On<ListProductsRequest>(_ => new ListProductsResponse { Edges = { products.Select(product => new ProductEdge { Product = product }) } });

        var answer = await Door.AskAsync("{ products { nodes { name available } } }");

        answer["products.nodes"].ShouldBe("[{'name':'Kettle','available':null},{'name':'Mug','available':null}]");
        answer.Errors.Select(error => (error.Path, error.Code)).ShouldBe(
            [("products.nodes.0.available", "SERVICE_UNAVAILABLE"), ("products.nodes.1.available", "SERVICE_UNAVAILABLE")]);
        answer.Errors.ShouldAllBe(error => error.TraceId.Length == 32);
    }

    [TestCase(StatusCode.Unauthenticated, "UNAUTHENTICATED")]
    [TestCase(StatusCode.PermissionDenied, "FORBIDDEN")]
    [TestCase(StatusCode.Unavailable, "SERVICE_UNAVAILABLE")]
    [TestCase(StatusCode.DeadlineExceeded, "TIMEOUT")]
    [TestCase(StatusCode.Unimplemented, "NOT_IMPLEMENTED")]
    [TestCase(StatusCode.ResourceExhausted, "TOO_MANY_REQUESTS")]
    [TestCase(StatusCode.Aborted, "CONFLICT")]
    [TestCase(StatusCode.Internal, "INTERNAL")]
    [TestCase(StatusCode.Unknown, "INTERNAL")]
    [TestCase(StatusCode.DataLoss, "INTERNAL")]
    public async Task Status_of_a_service_becomes_a_code_and_none_of_its_words(StatusCode status, string code)
    {
        Shop.On<GetCartRequest>(_ => throw new Fault(status, "SECRET", "SELECT secret FROM users"));
        var answer = await Door.AskAsync(Cart);
        answer["cart"].ShouldBeNull();
        answer.Errors.Single().Code.ShouldBe(code);
        answer.Body.ToString().ShouldNotContain("secret", Case.Insensitive);
    }

    [Test]
    public async Task Crash_of_a_service_is_INTERNAL_and_none_of_its_words()
    {
        Shop.On<GetCartRequest>(_ => throw new InvalidOperationException("secret"));
        var answer = await Door.AskAsync(Cart);
        answer.Errors.Single().Code.ShouldBe("INTERNAL");
        answer.Body.ToString().ShouldNotContain("secret");
    }

    [Test]
    public async Task Precondition_that_fails_is_CONFLICT_in_the_words_of_our_service()
    {
        Shop.On<GetCartRequest>(_ => throw Fault.Precondition("FULL", "The cart is full."));
        var error = (await Door.AskAsync(Cart)).Errors.Single();
        (error.Code, error.Message).ShouldBe(("CONFLICT", "The cart is full."));
    }

    [Test]
    public async Task Violations_of_a_query_name_the_fields_of_the_input()
    {
        Shop.On<ListProductsRequest>(_ => throw Fault.Invalid([new("page.first", "must be 0 to 50"), new("min_price", "is too low")]));
        var error = (await Door.AskAsync("{ products(first: 51) { nodes { id } } }")).Errors.Single();
        error.Code.ShouldBe("INVALID_INPUT");
        error.Error.GetProperty("extensions").GetProperty("violations").ToString().ShouldBe(
            """[{"field":"page.first","message":"must be 0 to 50"},{"field":"minPrice","message":"is too low"}]""");
    }

    [Test]
    public async Task Service_that_does_not_answer_in_time_is_TIMEOUT()
    {
        using var never = new ManualResetEventSlim();
        Shop.On<GetCartRequest>(_ =>
        {
            never.Wait();
            return new GetCartResponse();
        });
        var answer = await Door.AskAsync(Cart);
        never.Set();
        answer.Errors.Single().Code.ShouldBe("TIMEOUT");
    }

    [Test]
    public async Task Calls_of_a_request_share_one_deadline()
    {
        var id = Some.Id();
        Shop.On<GetCartRequest>(_ => new GetCartResponse { Cart = Some.Cart((id, 1)) });
        Shop.On<BatchGetProductsRequest>(_ => new BatchGetProductsResponse { Products = { Some.Product(id) } });
        (await Door.AskAsync("{ cart { lines { product { name } } } }")).Data();
        var (first, second) = (Shop.Calls.First().Deadline, Shop.Calls.Last().Deadline);
        first.ShouldBeInRange(DateTime.UtcNow.AddSeconds(-1), DateTime.UtcNow.AddSeconds(1));
        // The wire carries what is left, in milliseconds.
        second.ShouldBe(first, TimeSpan.FromMilliseconds(100));
    }
}
