using Commerce.Orders.V1;
using CommerceKata.ServiceDefaults.Auth;
using CommerceKata.TestKit;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Client = Commerce.Orders.V1.OrdersService.OrdersServiceClient;
using Proto = Commerce.Orders.V1;

namespace CommerceKata.Orders.Tests;

/// <summary>Returns on their way to a refund (FC.1, FC.2), while Billing is away; with it, see EndToEnd.Tests.</summary>
internal sealed class ReturnsTests : OrdersFixture
{
    private Client Admin => Service.Client<Client>(Who.Admin);

    [Test]
    public async Task Of_many_who_return_the_same_units_at_once_only_what_was_bought_is_returned()
    {
        var order = await ConfirmedAsync(Guid.CreateVersion7());
        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(async _ =>
        {
            try
            {
                return await Admin.RequestReturnAsync(Request(order, (0, 1)));
            }
            catch (RpcException error) when (error.StatusCode == StatusCode.InvalidArgument)
            {
                error.Violations().ShouldBe(["lines[0].quantity"]);
                return null;
            }
        }));
        answers.Count(answer => answer is not null).ShouldBe(2);
        var read = (await Store.FindAsync(order.Id, CancellationToken.None))!;
        (read.Lines[0].InReturn, read.Lines[0].Returned, read.ReturnCount, read.Returns.Length).ShouldBe((2, 0, 2, 2));
    }

    [Test]
    public async Task Of_a_return_and_a_cancellation_at_once_one_happens()
    {
        // Calls of Billing fail here, so that the saga's last step is taken alone: what is raced for is the order's row.
        for (var i = 0; i < 10; i++)
        {
            var order = await ConfirmedAsync(Guid.CreateVersion7());
            var returning = Admin.RequestReturnAsync(Request(order, (0, 1))).ResponseAsync;
            var cancelled = await Store.MoveAsync(order, new(OrderStatus.Cancelled, ""), CancellationToken.None) is not null;
            (await returning).ResultCase.ShouldBe(cancelled ? RequestReturnResponse.ResultOneofCase.WrongState : RequestReturnResponse.ResultOneofCase.Return);
        }
    }

    [Test]
    public async Task Order_with_a_return_is_not_cancelled_until_it_is_rejected()
    {
        var order = await ConfirmedAsync(Guid.CreateVersion7());
        var asked = (await Admin.RequestReturnAsync(Request(order, (0, 1)))).Return;
        (await Admin.CancelOrderAsync(new() { OrderId = order.Id.ToString() })).WrongState.Status.ShouldBe("RETURN_REQUESTED");
        await Admin.InspectReturnAsync(new() { ReturnId = asked.Id, Note = "Not ours." });
        (await Admin.CancelOrderAsync(new() { OrderId = order.Id.ToString() })).Order.Status.ShouldBe(Proto.OrderStatus.Cancelled);
    }

    [Test]
    public async Task Inspection_at_once_and_again_answers_the_same_and_another_result_is_refused()
    {
        var order = await ConfirmedAsync(Guid.CreateVersion7());
        var asked = (await Admin.RequestReturnAsync(Request(order, (0, 2)))).Return;
        var inspection = new InspectReturnRequest { ReturnId = asked.Id, Approved = true, Note = "Fine.", Lines = { Found(order, 0, sellable: 1, damaged: 1) } };
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Admin.InspectReturnAsync(inspection).ResponseAsync));
        answers.ShouldAllBe(answer => answer.Return.Status == Proto.ReturnStatus.Refunding && answer.Return.Refund.Units == 10 && answer.Return.Note == "Fine.");

        var read = (await Admin.GetOrderAsync(new() { Id = asked.OrderId })).Order;
        read.Lines[0].ReturnedQuantity.ShouldBe(2);
        (read.Returns.Single().Lines[0].Sellable, read.Returns.Single().Lines[0].Damaged).ShouldBe((1, 1));
        (await OutboxCountAsync(order, "ReturnInspected")).ShouldBe(1);

        foreach (var other in new[] { inspection.Clone(), inspection.Clone(), new InspectReturnRequest { ReturnId = asked.Id, Note = "Fine." } })
        {
            if (other.Approved && other.Equals(inspection)) other.Lines[0].Sellable = 0;
            (await Admin.InspectReturnAsync(other)).WrongState.Status.ShouldBe("REFUNDING");
        }

        var reworded = inspection.Clone();
        reworded.Note = "";
        (await Admin.InspectReturnAsync(reworded)).WrongState.Status.ShouldBe("REFUNDING");
    }

    [Test]
    public async Task What_did_not_come_is_not_refunded_and_may_come_later()
    {
        var order = await ConfirmedAsync(Guid.CreateVersion7());
        var asked = (await Admin.RequestReturnAsync(Request(order, (0, 2), (1, 1)))).Return;
        var inspected = await Admin.InspectReturnAsync(new() { ReturnId = asked.Id, Approved = true, Lines = { Found(order, 0, sellable: 1), Found(order, 1) } });
        inspected.Return.Refund.Units.ShouldBe(5);

        var rest = (await Admin.RequestReturnAsync(Request(order, (0, 1), (1, 1)))).Return;
        await Admin.RequestReturnAsync(Request(order, (0, 1))).ShouldViolateAsync("lines[0].quantity");
        inspected = await Admin.InspectReturnAsync(new() { ReturnId = rest.Id, Approved = true, Lines = { Found(order, 0, sellable: 1), Found(order, 1, damaged: 1) } });
        // The last of it: the shipping goes back as well.
        (inspected.Return.Refund.Units, inspected.Return.Refund.Nanos).ShouldBe((19, 900_000_000));
    }

    [Test]
    public async Task Rejected_return_gives_nothing_back_and_its_units_may_be_returned_again()
    {
        var order = await ConfirmedAsync(Guid.CreateVersion7());
        var asked = (await Admin.RequestReturnAsync(Request(order, (1, 1)))).Return;
        var rejection = new InspectReturnRequest { ReturnId = asked.Id, Note = "Worn.", Lines = { Found(order, 1) } };
        var rejected = (await Admin.InspectReturnAsync(rejection)).Return;
        (rejected.Status, rejected.Refund, rejected.Lines[0].HasSellable).ShouldBe((Proto.ReturnStatus.Rejected, null, false));
        (await Admin.InspectReturnAsync(rejection)).Return.ShouldBe(rejected);
        (await Admin.RetryRefundAsync(new() { ReturnId = asked.Id })).WrongState.Status.ShouldBe("REJECTED");
        (await Admin.RequestReturnAsync(Request(order, (1, 1)))).Return.ShouldNotBeNull();
    }

    [Test]
    public async Task Counts_that_do_not_add_up_are_named()
    {
        var order = await ConfirmedAsync(Guid.CreateVersion7());
        var asked = (await Admin.RequestReturnAsync(Request(order, (0, 1)))).Return.Id;
        await Admin.InspectReturnAsync(new() { ReturnId = asked, Approved = true, Lines = { Found(order, 0, 1, 1), Found(order, 1, 1) } })
            .ShouldViolateAsync("lines[0]", "lines[1].order_line_id");
        await Admin.InspectReturnAsync(new() { ReturnId = asked, Approved = true, Lines = { Found(order, 0) } }).ShouldViolateAsync("lines");
        await Admin.InspectReturnAsync(new() { ReturnId = asked, Approved = true }).ShouldViolateAsync("lines", "lines");
        await Admin.InspectReturnAsync(new() { ReturnId = asked, Lines = { Found(order, 0, 1) } }).ShouldViolateAsync("lines[0]");
        await Admin.InspectReturnAsync(new() { ReturnId = "x", Approved = true, Note = new string('a', 501), Lines = { Found(order, 0, -1, 100), Found(order, 0) } })
            .ShouldViolateAsync("return_id", "lines[0].sellable", "lines[0].damaged", "lines[1].order_line_id", "note");
        await Admin.InspectReturnAsync(new() { ReturnId = Guid.NewGuid().ToString() }).ShouldFailAsync(StatusCode.NotFound);
    }

    [Test]
    public async Task What_is_wrong_with_the_form_and_what_does_not_fit_the_order_are_named_together()
    {
        var order = await ConfirmedAsync(Guid.CreateVersion7());
        var request = Request(order, (0, 3), (1, 0));
        request.Lines.Add(new RequestedLine { OrderLineId = Guid.NewGuid().ToString(), Quantity = 1 });
        request.Reason = new string('a', 501);
        await Admin.RequestReturnAsync(request)
            .ShouldViolateAsync("lines[0].quantity", "lines[1].quantity", "lines[2].order_line_id", "reason");
        await Service.Client<Client>(Who.Customer).RequestReturnAsync(request)
            .ShouldViolateAsync("lines[1].quantity", "reason");

        var asked = (await Admin.RequestReturnAsync(Request(order, (0, 1)))).Return.Id;
        await Admin.InspectReturnAsync(new()
        {
            ReturnId = asked, Approved = true, Note = new string(
            'a', 501), Lines = { Found(order, 0, 1, 1), Found(order, 1, 1) }
        })
            .ShouldViolateAsync("lines[0]", "lines[1].order_line_id", "note");
    }

    [Test]
    public async Task Return_of_somebody_else_does_not_exist()
    {
        var owner = Guid.CreateVersion7();
        var order = await ConfirmedAsync(owner);
        var stranger = Service.Client<Client>(Who.Customer);
        await stranger.RequestReturnAsync(Request(order, (0, 1))).ShouldFailAsync(StatusCode.NotFound);
        var own = Service.Client<Client>(TestTokens.User(Who.Guest, owner));
        var asked = (await own.RequestReturnAsync(Request(order, (0, 1)))).Return;
        (await own.GetReturnAsync(new() { Id = asked.Id })).Return.ShouldBe(asked);
        await stranger.GetReturnAsync(new() { Id = asked.Id }).ShouldFailAsync(StatusCode.NotFound);
        await own.GetReturnAsync(new() { Id = Guid.NewGuid().ToString() }).ShouldFailAsync(StatusCode.NotFound);
    }

    [Test]
    public async Task Refund_that_failed_is_tried_again_under_another_id_and_one_under_way_is_left_alone()
    {
        var order = await ConfirmedAsync(Guid.CreateVersion7());
        var asked = (await Admin.RequestReturnAsync(Request(order, (1, 1)))).Return;
        (await Admin.RetryRefundAsync(new() { ReturnId = asked.Id })).WrongState.Status.ShouldBe("REQUESTED");
        await Admin.InspectReturnAsync(new() { ReturnId = asked.Id, Approved = true, Lines = { Found(order, 1, sellable: 1) } });
        (await Admin.RetryRefundAsync(new() { ReturnId = asked.Id })).Return.Status.ShouldBe(Proto.ReturnStatus.Refunding);

        var returns = Service.Services.GetRequiredService<Returns>();
        var seen = (await Store.FindAsync(order.Id, CancellationToken.None))!.Returns.Single();
        var next = Guid.CreateVersion7();
        var failed = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ =>
            returns.SettleAsync(seen, new(ReturnStatus.RefundFailed, "refused", next), CancellationToken.None)));
        failed.Count(moved => moved).ShouldBe(1);
        (await returns.SettleAsync(seen, new(ReturnStatus.Refunded), CancellationToken.None)).ShouldBeFalse();

        (await Admin.RetryRefundAsync(new() { ReturnId = asked.Id })).Return.Status.ShouldBe(Proto.ReturnStatus.Refunding);
        // Whoever still works on the first attempt has nothing to say about the second.
        (await returns.SettleAsync(seen, new(ReturnStatus.Refunded), CancellationToken.None)).ShouldBeFalse();
        seen = (await Store.FindAsync(order.Id, CancellationToken.None))!.Returns.Single();
        seen.RefundId.ShouldBe(next);
        (await returns.SettleAsync(seen, new(ReturnStatus.Refunded), CancellationToken.None)).ShouldBeTrue();
        (await Store.FindAsync(order.Id, CancellationToken.None))!.RefundedMinor.ShouldBe(1_000);
        (await OutboxCountAsync(order, "RefundIssued")).ShouldBe(1);

        seen = (await Store.FindAsync(order.Id, CancellationToken.None))!.Returns.Single();
        (await returns.SettleAsync(seen, new(ReturnStatus.RefundFailed, "sent back", Guid.CreateVersion7()), CancellationToken.None)).ShouldBeTrue();
        (await Store.FindAsync(order.Id, CancellationToken.None))!.RefundedMinor.ShouldBe(0);
    }

    [Test]
    public async Task Tables_refuse_what_does_not_add_up_whatever_is_written()
    {
        var order = await ConfirmedAsync(Guid.CreateVersion7());
        var asked = (await Admin.RequestReturnAsync(Request(order, (0, 1)))).Return.Id;
        await using var source = NpgsqlDataSource.Create(Service.ConnectionString);
        foreach (var wrong in new[]
        {
            $"UPDATE order_line SET in_return = quantity + 1 WHERE order_id = '{order.Id}'",
            $"UPDATE order_line SET returned = in_return + 1 WHERE order_id = '{order.Id}'",
            $"UPDATE orders SET returned_minor = total_minor + 1 WHERE id = '{order.Id}'",
            $"UPDATE orders SET refunded_minor = returned_minor + 1 WHERE id = '{order.Id}'",
            $"UPDATE orders SET status = 'CANCELLED' WHERE id = '{order.Id}'",
            $"UPDATE order_return SET status = 'REFUNDED' WHERE id = '{asked}'",
            $"UPDATE return_line SET sellable = 1, damaged = 1 WHERE return_id = '{asked}'",
            $"UPDATE return_line SET sellable = 1 WHERE return_id = '{asked}'",
        })
        {
            await using var update = source.CreateCommand(wrong);
            (await Should.ThrowAsync<PostgresException>(update.ExecuteNonQueryAsync(), wrong)).SqlState.ShouldBe(PostgresErrorCodes.CheckViolation, wrong);
        }
    }

    private static RequestReturnRequest Request(Order order, params (int Line, int Quantity)[] lines) => new()
    {
        OrderId = order.Id.ToString(),
        Lines = { lines.Select(line => new RequestedLine { OrderLineId = order.Lines[line.Line].Id.ToString(), Quantity = line.Quantity }) },
        Reason = "Too small.",
    };

    private static InspectedLine Found(Order order, int line, int sellable = 0, int damaged = 0) =>
        new() { OrderLineId = order.Lines[line].Id.ToString(), Sellable = sellable, Damaged = damaged };

    private async Task<long> OutboxCountAsync(Order order, string fact)
    {
        await using var source = NpgsqlDataSource.Create(Service.ConnectionString);
        await using var count = source.CreateCommand("SELECT count(DISTINCT id) FROM outbox WHERE aggregateid = $1 AND type = 'commerce.orders.v1.' || $2");
        count.Parameters.Add(new() { Value = order.Id.ToString() });
        count.Parameters.Add(new() { Value = fact });
        return (long)(await count.ExecuteScalarAsync())!;
    }
}
