using Commerce.Cart.V1;
using Commerce.Catalog.V1;
using Commerce.Inventory.V1;
using CommerceKata.ServiceDefaults;
using CommerceKata.ServiceDefaults.Auth;
using CommerceKata.ServiceDefaults.Errors;
using CommerceKata.TestKit;

namespace CommerceKata.Gateway.Tests;

internal sealed class CartTests : DoorFixture
{
    private const string Add =
        """
        mutation($input: AddToCartInput!) {
          addToCart(input: $input) {
            cart { totalQuantity }
            errors { __typename ... on ValidationError { field message } ... on NotFoundError { id message } }
          }
        }
        """;

    [Test]
    public async Task Cart_is_priced_by_the_catalog_in_one_call()
    {
        var (kettle, mug) = (Some.Product(name: "Kettle", price: 12.50m), Some.Product(name: "Mug", price: 4));
        var cart = Some.Cart((kettle.Id, 2), (mug.Id, 3));
        Shop.On<GetCartRequest>(_ => new GetCartResponse { Cart = cart });
        Shop.On<BatchGetProductsRequest>(_ => new BatchGetProductsResponse { Products = { kettle, mug } });

        var answer = await Door.AskAsync(
            "{ cart { id totalQuantity updatedAt subtotal { amount currency } lines { id quantity product { name } unitPrice { amount } lineTotal { amount } } } }");

        answer.Data();
        answer["cart.id"].ShouldBe(Some.Global("Cart", cart.Id));
        answer["cart.totalQuantity"].ShouldBe("5");
        answer["cart.subtotal"].ShouldBe("{'amount':'37.00','currency':'USD'}");
        answer["cart.lines.0"].ShouldBe(
            $"{{'id':'{Some.Global("CartLine", cart.Lines[0].Id)}','quantity':2,'product':{{'name':'Kettle'}},'unitPrice':{{'amount':'12.50'}},'lineTotal':{{'amount':'25.00'}}}}");
        Shop.Asked<BatchGetProductsRequest>().Count.ShouldBe(1);
    }

    [TestCase(100_000_000_000_000, "USD")]
    [TestCase(long.MaxValue, "USD")]
    [TestCase(500, "EUR")]
    [TestCase(500, "ABC")]
    public async Task Line_that_nobody_can_buy_at_its_price_does_not_count_and_leaves_the_cart_readable(
        long minor, string currency)
    {
        var (kettle, odd) = (Some.Product(price: 12.50m), Some.Product());
        odd.Price = new Money(minor, currency).ToProto();
        Shop.On<GetCartRequest>(_ => new GetCartResponse { Cart = Some.Cart((kettle.Id, 2), (odd.Id, 99)) });
        Shop.On<BatchGetProductsRequest>(_ => new BatchGetProductsResponse { Products = { kettle, odd } });
        var answer = await Door.AskAsync(
            "{ cart { subtotal { amount } lines { unitPrice { amount currency } lineTotal { amount } } } }");
        answer.Data();
        answer["cart.subtotal.amount"].ShouldBe("25.00");
        answer["cart.lines.1.unitPrice.currency"].ShouldBe(currency);
    }

    [Test]
    public async Task Cart_before_the_first_item_is_null_and_an_empty_one_costs_nothing()
    {
        Shop.On<GetCartRequest>(_ => new GetCartResponse());
        (await Door.AskAsync("{ cart { id } }")).Data().ToString().ShouldBe("""{"cart":null}""");
        Shop.On<GetCartRequest>(_ => new GetCartResponse { Cart = Some.Cart() });
        (await Door.AskAsync("{ cart { subtotal { amount currency } } }"))["cart.subtotal"].ShouldBe("{'amount':'0.00','currency':'USD'}");
    }

    [Test]
    public async Task Token_travels_on_to_every_service()
    {
        var token = TestTokens.User(Who.Guest);
        var id = Some.Id();
        Shop.On<GetCartRequest>(_ => new GetCartResponse { Cart = Some.Cart((id, 1)) });
        Shop.On<BatchGetProductsRequest>(_ => new BatchGetProductsResponse { Products = { Some.Product(id) } });
        (await Door.AskAsync("{ cart { lines { product { name } } } }", token: token)).Data();
        Shop.Calls.Select(call => call.Token).ShouldBe(["Bearer " + token, "Bearer " + token]);
    }

    [Test]
    public async Task Token_that_is_not_valid_is_UNAUTHENTICATED()
    {
        Shop.On<GetCartRequest>(_ => throw Fault.Unauthenticated(RefusedToken.Expired));
        var expired = TestTokens.User(Who.Guest, lifetime: TimeSpan.FromMinutes(-5));
        (await Door.AskAsync("{ cart { id } }", token: expired)).Errors.Single().Code.ShouldBe("UNAUTHENTICATED");
    }

    [Test]
    public async Task AddToCart_without_a_quantity_adds_one()
    {
        var product = Some.Id();
        Shop.On<AddLineRequest>(request => new AddLineResponse { Cart = Some.Cart((request.ProductId, request.Quantity)) });
        var answer = await Door.AskAsync(Add, new { input = new { productId = Some.Global("Product", product) } });
        answer.Data().GetProperty("addToCart").ToString().ShouldBe("""{"cart":{"totalQuantity":1},"errors":null}""");
        Shop.Asked<AddLineRequest>().Single().ShouldBe(new AddLineRequest { ProductId = product, Quantity = 1 });
    }

    [Test]
    public async Task AddToCart_with_bad_input_has_an_error_per_field_as_the_input_names_it()
    {
        Shop.On<AddLineRequest>(_ => throw Fault.Invalid([new("quantity", new("BAD", "must be 1 to 99")), new("product_id", new("BAD", "must be a UUID"))]));
        var answer = await Door.AskAsync(Add, new { input = new { productId = Some.Global("Product", Some.Id()), quantity = 100 } });
        answer.Data().GetProperty("addToCart").ToString().ShouldBe(
            """{"cart":null,"errors":[{"__typename":"ValidationError","field":"quantity","message":"must be 1 to 99"},{"__typename":"ValidationError","field":"productId","message":"must be a UUID"}]}""");
    }

    [Test]
    public async Task AddToCart_with_the_id_of_something_else_is_a_ValidationError_and_changes_nothing()
    {
        var answer = await Door.AskAsync(Add, new { input = new { productId = Some.Global("Order", Some.Id()) } });
        answer["addToCart.errors"]
            .ShouldBe("[{'__typename':'ValidationError','field':'productId','message':'must be the id of a product'}]");
        // The Cart is asked what else is wrong, of nothing that it could act on.
        Shop.Asked<AddLineRequest>().Single().ProductId.ShouldBe("?");
    }

    [Test]
    public async Task AddToCart_of_a_product_that_is_not_there_is_a_NotFoundError_with_the_id_as_given()
    {
        var id = Some.Global("Product", Some.Id());
        Shop.On<AddLineRequest>(_ => throw Fault.NotFound("product"));
        var answer = await Door.AskAsync(Add, new { input = new { productId = id } });
        answer["addToCart.errors"].ShouldBe($"[{{'__typename':'NotFoundError','id':'{id}','message':'No such product.'}}]");
    }

    [Test]
    public async Task Mutation_without_a_session_is_a_top_level_error()
    {
        Shop.On<AddLineRequest>(_ => throw new Fault(Grpc.Core.StatusCode.Unauthenticated, "UNAUTHENTICATED", "No token."));
        var answer = await Door.AskAsync(Add, new { input = new { productId = Some.Global("Product", Some.Id()) } });
        var error = answer.Errors.Single();
        (error.Code, error.Path).ShouldBe(("UNAUTHENTICATED", "addToCart"));
    }

    [Test]
    public async Task Changes_of_lines_name_the_line()
    {
        var line = Some.Id();
        Shop.On<SetLineQuantityRequest>(_ => new SetLineQuantityResponse { Cart = Some.Cart() });
        Shop.On<RemoveLineRequest>(_ => new RemoveLineResponse { Cart = Some.Cart() });
        Shop.On<ClearCartRequest>(_ => new ClearCartResponse());

        var answer = await Door.AskAsync(
            """
            mutation($line: ID!) {
              set: setCartLineQuantity(input: { lineId: $line, quantity: 0 }) { cart { totalQuantity } errors { __typename } }
              remove: removeFromCart(input: { lineId: $line }) { cart { totalQuantity } errors { __typename } }
              clear: clearCart { cart { id } errors { __typename } }
            }
            """,
            new { line = Some.Global("CartLine", line) });

        answer.Data().ToString().ShouldBe(
            """{"set":{"cart":{"totalQuantity":0},"errors":null},"remove":{"cart":{"totalQuantity":0},"errors":null},"clear":{"cart":null,"errors":null}}""");
        Shop.Asked<SetLineQuantityRequest>().Single().ShouldBe(new SetLineQuantityRequest { LineId = line, Quantity = 0 });
        Shop.Asked<RemoveLineRequest>().Single().LineId.ShouldBe(line);
    }

    [Test]
    public async Task Change_makes_the_rest_of_the_request_look_again()
    {
        var id = Some.Id();
        Shop.On<AddLineRequest>(_ => new AddLineResponse { Cart = Some.Cart((id, 1)) });
        Shop.On<BatchGetProductsRequest>(_ => new BatchGetProductsResponse { Products = { Some.Product(id) } });
        var add = "(input: { productId: \"" + Some.Global("Product", id) + "\" }) { cart { subtotal { amount } } }";
        (await Door.AskAsync($"mutation {{ a: addToCart{add} b: addToCart{add} }}")).Data();
        Shop.Asked<BatchGetProductsRequest>().Count.ShouldBe(2);
        Shop.Asked<AddLineRequest>().Count.ShouldBe(2);
    }

    [Test]
    public async Task Change_of_a_cart_that_was_changed_elsewhere_is_a_CartChangedError_beside_the_cart_as_it_is()
    {
        var cart = Some.Cart((Some.Id(), 4));
        Shop.On<AddLineRequest>(_ => new AddLineResponse { Cart = cart, CartChanged = new() });
        Shop.On<SetLineQuantityRequest>(_ => new SetLineQuantityResponse { Cart = cart, CartChanged = new() });
        Shop.On<RemoveLineRequest>(_ => new RemoveLineResponse { Cart = cart, CartChanged = new() });
        Shop.On<ClearCartRequest>(_ => new ClearCartResponse { CartChanged = new() });

        var answer = await Door.AskAsync(
            """
            mutation($line: ID!, $product: ID!) {
              add: addToCart(input: { productId: $product, expectedVersion: 2 }) { cart { version totalQuantity } errors { __typename } }
              set: setCartLineQuantity(input: { lineId: $line, quantity: 1, expectedVersion: 2 }) { cart { version } errors { __typename ... on Error { message } } }
              remove: removeFromCart(input: { lineId: $line, expectedVersion: 2 }) { cart { version } errors { __typename } }
              clear: clearCart(expectedVersion: 0) { cart { version } errors { __typename } }
            }
            """,
            new { line = Some.Global("CartLine", Some.Id()), product = Some.Global("Product", Some.Id()) });

        answer["add"].ShouldBe("{'cart':{'version':3,'totalQuantity':4},'errors':[{'__typename':'CartChangedError'}]}");
        answer["set"].ShouldBe(
            "{'cart':{'version':3},'errors':[{'__typename':'CartChangedError','message':'The cart was changed elsewhere; nothing was done. Look at it again.'}]}");
        answer["remove"].ShouldBe("{'cart':{'version':3},'errors':[{'__typename':'CartChangedError'}]}");
        answer["clear"].ShouldBe("{'cart':null,'errors':[{'__typename':'CartChangedError'}]}");
        Shop.Asked<AddLineRequest>().Single().ExpectedVersion.ShouldBe(2);
        Shop.Asked<SetLineQuantityRequest>().Single().ExpectedVersion.ShouldBe(2);
        Shop.Asked<RemoveLineRequest>().Single().ExpectedVersion.ShouldBe(2);
        var clear = Shop.Asked<ClearCartRequest>().Single();
        (clear.HasExpectedVersion, clear.ExpectedVersion).ShouldBe((true, 0));
    }

    [Test]
    public async Task Cart_tells_what_there_is_of_each_line_with_one_call()
    {
        var (kettle, mug, gone) = (Some.Product(), Some.Product(), Some.Product(price: 5));
        gone.Archived = true;
        Shop.On<GetCartRequest>(_ => new GetCartResponse { Cart = Some.Cart((kettle.Id, 2), (mug.Id, 3), (gone.Id, 1)) });
        Shop.On<BatchGetProductsRequest>(_ => new BatchGetProductsResponse { Products = { kettle, mug, gone } });
        Shop.On<BatchGetAvailabilityRequest>(request => new BatchGetAvailabilityResponse
        {
            Availability = { request.ProductIds.Select(id => new Availability { ProductId = id, Available = id == mug.Id ? 1 : 9 }) },
        });

        var answer = await Door.AskAsync("{ cart { subtotal { amount } lines { quantity unitPrice { amount } product { available archived } } } }");

        answer.Data();
        answer["cart.lines"].ShouldBe(
            "[{'quantity':2,'unitPrice':{'amount':'12.50'},'product':{'available':9,'archived':false}},"
            + "{'quantity':3,'unitPrice':{'amount':'12.50'},'product':{'available':1,'archived':false}},"
            + "{'quantity':1,'unitPrice':{'amount':'5.00'},'product':{'available':0,'archived':true}}]");
        answer["cart.subtotal.amount"].ShouldBe("62.50");
        Shop.Asked<BatchGetAvailabilityRequest>().ShouldHaveSingleItem();
        Shop.Asked<BatchGetProductsRequest>().ShouldHaveSingleItem();
    }

    // Units on the line, units that can be sold, whether the product is archived, whether it is there at all.
    [TestCase(2, 2, false, true, null)]
    [TestCase(2, 99, false, true, null)]
    [TestCase(2, 1, false, true, "TOO_FEW")]
    [TestCase(99, 98, false, true, "TOO_FEW")]
    [TestCase(2, 0, false, true, "OUT_OF_STOCK")]
    [TestCase(2, 99, true, true, "NOT_AVAILABLE")]
    [TestCase(2, 0, true, true, "NOT_AVAILABLE")]
    [TestCase(2, 99, false, false, "NOT_AVAILABLE")]
    public async Task Line_says_why_it_cannot_be_bought(
        int quantity, int available, bool archived, bool exists, string? problem)
    {
        var (product, other) = (Some.Product(price: 3), Some.Product(price: 10));
        product.Archived = archived;
        var cart = Some.Cart((product.Id, quantity), (other.Id, 1));
        Fill(cart, exists ? [product, other] : [other], id => id == product.Id ? available : 5);

        var answer = await Door.AskAsync("{ cart { totalQuantity subtotal { amount } lines { problem } } }");

        answer.Data();
        answer["cart.lines.0.problem"].ShouldBe(problem);
        answer["cart.lines.1.problem"].ShouldBeNull();
        answer["cart.totalQuantity"].ShouldBe($"{quantity + 1}");
        var counted = problem == "NOT_AVAILABLE" ? 10 : 10 + (3 * quantity);
        answer["cart.subtotal.amount"].ShouldBe($"{counted}.00");
        Shop.Asked<BatchGetAvailabilityRequest>().ShouldHaveSingleItem();
        Shop.Asked<BatchGetProductsRequest>().ShouldHaveSingleItem();
    }

    [Test]
    public async Task Line_whose_product_is_gone_does_not_take_the_cart_with_it()
    {
        var (mug, gone) = (Some.Product(price: 4), Some.Id());
        Fill(Some.Cart((gone, 2), (mug.Id, 3)), [mug], _ => 9);
        var answer = await Door.AskAsync(
            """
            { cart {
              subtotal { amount }
              lines {
                quantity unitPrice { amount } lineTotal { amount }
                product { id name sku archived available category { name } price { amount currency } }
              }
            } }
            """);
        answer.Data();
        answer["cart.subtotal.amount"].ShouldBe("12.00");
        answer["cart.lines.0"].ShouldBe(
            "{'quantity':2,'unitPrice':{'amount':'0.00'},'lineTotal':{'amount':'0.00'},"
            + $"'product':{{'id':'{Some.Global("Product", gone)}','name':'No longer sold','sku':'','archived':true,"
            + "'available':0,'category':null,'price':{'amount':'0.00','currency':'USD'}}}");
        answer["cart.lines.1.lineTotal.amount"].ShouldBe("12.00");
    }

    [Test]
    public async Task Line_of_an_archived_product_keeps_its_price()
    {
        var gone = Some.Product(price: 5);
        gone.Archived = true;
        Fill(Some.Cart((gone.Id, 3)), [gone], _ => 9);
        var answer = await Door.AskAsync(
            "{ cart { subtotal { amount } lines { unitPrice { amount } lineTotal { amount } } } }");
        answer.Data();
        answer["cart"].ShouldBe(
            "{'subtotal':{'amount':'0.00'},'lines':[{'unitPrice':{'amount':'5.00'},'lineTotal':{'amount':'15.00'}}]}");
    }

    [Test]
    public async Task Line_says_how_many_units_a_merge_left_out()
    {
        var product = Some.Product();
        var cart = Some.Cart((product.Id, 99), (product.Id, 1));
        cart.Lines[0].LeftOut = 21;
        Fill(cart, [product], _ => 99);
        var answer = await Door.AskAsync("{ cart { lines { quantity leftOut } } }");
        answer.Data();
        answer["cart.lines"].ShouldBe("[{'quantity':99,'leftOut':21},{'quantity':1,'leftOut':null}]");
    }

    [TestCase(LineProblem.TooFew, 33, "TOO_FEW")]
    [TestCase(LineProblem.OutOfStock, 0, "OUT_OF_STOCK")]
    [TestCase(LineProblem.NotAvailable, 0, "NOT_AVAILABLE")]
    public async Task Change_beyond_what_can_be_sold_is_an_OutOfStockError_beside_the_cart_as_it_is(
        LineProblem problem, int available, string reason)
    {
        var kettle = Some.Product(name: "Kettle");
        var cart = Some.Cart((kettle.Id, 4));
        var line = new Commerce.Cart.V1.ShortLine
        {
            ProductId = kettle.Id, Requested = 99, Available = available, Problem = problem,
        };
        var missing = new OutOfStock { Lines = { line } };
        Shop.On<AddLineRequest>(_ => new AddLineResponse { Cart = cart, OutOfStock = missing });
        Shop.On<SetLineQuantityRequest>(_ => new SetLineQuantityResponse { Cart = cart, OutOfStock = missing });
        Shop.On<BatchGetProductsRequest>(_ => new BatchGetProductsResponse { Products = { kettle } });

        var answer = await Door.AskAsync(
            """
            mutation($line: ID!, $product: ID!) {
              add: addToCart(input: { productId: $product, quantity: 95 }) { ...Answer }
              set: setCartLineQuantity(input: { lineId: $line, quantity: 99 }) { ...Answer }
            }
            fragment Answer on CartPayload {
              cart { totalQuantity }
              errors { __typename ... on OutOfStockError { lines { product { name } problem requested available } } }
            }
            """,
            new { line = Some.Global("CartLine", Some.Id()), product = Some.Global("Product", kettle.Id) });

        answer.Data();
        foreach (var change in new[] { "add", "set" })
        {
            answer[change].ShouldBe(
                "{'cart':{'totalQuantity':4},'errors':[{'__typename':'OutOfStockError','lines':[{"
                + $"'product':{{'name':'Kettle'}},'problem':'{reason}','requested':99,'available':{available}}}]}}]}}");
        }
    }

    /// <summary>A cart, what the Catalog knows of it, and how many there are.</summary>
    private void Fill(Commerce.Cart.V1.Cart cart, Product[] products, Func<string, int> available)
    {
        Shop.On<GetCartRequest>(_ => new GetCartResponse { Cart = cart });
        Shop.On<BatchGetProductsRequest>(_ => new BatchGetProductsResponse { Products = { products } });
        Shop.On<BatchGetAvailabilityRequest>(request => new BatchGetAvailabilityResponse
        {
            Availability =
            {
                request.ProductIds.Select(id => new Availability { ProductId = id, Available = available(id) }),
            },
        });
    }
}
