using Commerce.Cart.V1;
using Commerce.Catalog.V1;
using CommerceKata.Gateway.Http;
using CommerceKata.ServiceDefaults.Errors;
using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace CommerceKata.Gateway.Tests;

/// <summary>What clients see when services fail.</summary>
internal sealed class FailureTests : DoorFixture
{
    private const string Cart = "{ cart { id } }";

    protected override string[] Settings => [$"Services:Inventory={TestDoor.Nowhere}"];

    [Test]
    public async Task Service_that_is_away_nulls_its_own_field_and_the_rest_answers()
    {
        var products = new[] { Some.Product(name: "Kettle"), Some.Product(name: "Mug") };
        Shop.On<ListProductsRequest>(_ => new ListProductsResponse { Edges = { products.Select(product => new ProductEdge { Product = product }) } });

        var answer = await Door.AskAsync("{ products { nodes { name available } } }");

        answer["products.nodes"].ShouldBe("[{'name':'Kettle','available':null},{'name':'Mug','available':null}]");
        answer.Errors.Select(error => (error.Path, error.Code)).ShouldBe(
            [("products.nodes.0.available", "SERVICE_UNAVAILABLE"), ("products.nodes.1.available", "SERVICE_UNAVAILABLE")], ignoreOrder: true);
        answer.Errors.ShouldAllBe(error => error.TraceId.Length == 32);
    }

    [Test]
    public async Task Line_of_a_cart_says_what_the_Catalog_knows_of_it_while_Inventory_is_away()
    {
        var (kettle, gone) = (Some.Product(), Some.Product());
        gone.Archived = true;
        Shop.On<GetCartRequest>(_ => new GetCartResponse { Cart = Some.Cart((kettle.Id, 1), (gone.Id, 1)) });
        Shop.On<BatchGetProductsRequest>(_ => new BatchGetProductsResponse { Products = { kettle, gone } });

        var answer = await Door.AskAsync("{ cart { subtotal { amount } lines { problem } } }");

        answer["cart"].ShouldBe(
            "{'subtotal':{'amount':'12.50'},'lines':[{'problem':null},{'problem':'NOT_AVAILABLE'}]}");
        var error = answer.Errors.ShouldHaveSingleItem();
        (error.Path, error.Code).ShouldBe(("cart.lines.0.problem", "SERVICE_UNAVAILABLE"));
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
        Shop.On<ListProductsRequest>(_ => throw Fault.Invalid([new("page.first", Problem.OutOfRange(0, 50)), new("min_price", new("BAD", "is too low"))]));
        var error = (await Door.AskAsync("{ products(first: 51) { nodes { id } } }")).Errors.Single();
        error.Code.ShouldBe("INVALID_INPUT");
        error.Error.GetProperty("extensions").GetProperty("violations").ToString().ShouldBe(
            """
            [{"field":"page.first","message":"must be 0 to 50","code":"OUT_OF_RANGE","params":{"max":"50","min":"0"}},{"field":"where.minPrice","message":"is too low","code":"BAD","params":{}}]
            """);
    }
}

/// <summary>A shop whose services have little time.</summary>
internal sealed class DeadlineTests : DoorFixture
{
    protected override string[] Settings => ["GraphQL:DeadlineSeconds=1"];

    [Test]
    public async Task Service_that_does_not_answer_in_time_is_TIMEOUT()
    {
        using var never = new ManualResetEventSlim();
        Shop.On<GetCartRequest>(_ =>
        {
            never.Wait();
            return new GetCartResponse();
        });
        var answer = await Door.AskAsync("{ cart { id } }");
        never.Set();
        answer.Errors.Single().Code.ShouldBe("TIMEOUT");
    }

    [Test]
    public async Task Services_are_told_until_when_an_answer_is_of_use()
    {
        Shop.On<GetCartRequest>(_ => new GetCartResponse());
        (await Door.AskAsync("{ cart { id } }")).Data();
        // Less than the 5 seconds that every client of ours has by itself.
        Shop.Calls.Single().Deadline.ShouldBeLessThan(DateTime.UtcNow.AddSeconds(1));
    }

    [Test]
    public void Calls_of_a_request_share_one_deadline()
    {
        var request = new DefaultHttpContext();
        request.Features.Set(new RequestDeadline(Some.Noon));
        var interceptor = new RequestDeadlineInterceptor(new HttpContextAccessor { HttpContext = request });
        var method = new Method<GetCartRequest, GetCartResponse>(MethodType.Unary, "s", "m", Marshaller<GetCartRequest>(), Marshaller<GetCartResponse>());
        var deadlines = new List<DateTime?>();
        foreach (var own in new DateTime?[] { null, Some.Noon.AddSeconds(5) })
        {
            interceptor.AsyncUnaryCall<GetCartRequest, GetCartResponse>(new(), new(method, null, new CallOptions(deadline: own)), (_, context) =>
            {
                deadlines.Add(context.Options.Deadline);
                return null!;
            });
        }

        deadlines.ShouldBe([Some.Noon, Some.Noon]);
    }

    private static Marshaller<T> Marshaller<T>() => Marshallers.Create<T>(_ => [], _ => throw new NotSupportedException());
}
