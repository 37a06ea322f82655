using Commerce.Orders.V1;
using CommerceKata.ServiceDefaults.Auth;
using CommerceKata.TestKit;
using Client = Commerce.Orders.V1.OrdersService.OrdersServiceClient;
using Proto = Commerce.Orders.V1;

namespace CommerceKata.Orders.Tests;

/// <summary>The back office's list of returns; alone in its shop, since it sees all.</summary>
internal sealed class ReturnListTests : OrdersFixture
{
    [Test]
    public async Task List_goes_both_ways_newest_first_and_by_status()
    {
        var admin = Service.Client<Client>(Who.Admin);
        List<string> ids = [];
        for (var i = 0; i < 5; i++)
        {
            var order = await ConfirmedAsync(Guid.CreateVersion7());
            ids.Insert(0, (await admin.RequestReturnAsync(new()
            {
                OrderId = order.Id.ToString(), Lines = { new RequestedLine { OrderLineId = order.Lines[0].Id.ToString(), Quantity = 1 } },
            })).Return.Id);
        }

        await admin.InspectReturnAsync(new() { ReturnId = ids[1] });
        var first = await admin.ListReturnsAsync(new() { Page = new() { First = 2 } });
        (first.TotalCount, first.PageInfo.HasNextPage, first.PageInfo.HasPreviousPage).ShouldBe((5, true, false));
        first.Edges.Select(edge => edge.Return.Id).ShouldBe(ids[..2]);
        var second = await admin.ListReturnsAsync(new() { Page = new() { First = 3, After = first.PageInfo.EndCursor } });
        second.Edges.Select(edge => edge.Return.Id).ShouldBe(ids[2..]);
        second.PageInfo.HasNextPage.ShouldBeFalse();
        var back = await admin.ListReturnsAsync(new() { Page = new() { Last = 2, Before = second.PageInfo.StartCursor } });
        back.Edges.Select(edge => edge.Return.Id).ShouldBe(ids[..2]);

        var rejected = await admin.ListReturnsAsync(new() { Statuses = { Proto.ReturnStatus.Rejected, Proto.ReturnStatus.RefundFailed } });
        (rejected.TotalCount, rejected.Edges.Single().Return.Id).ShouldBe((1, ids[1]));
        await admin.ListReturnsAsync(new() { Page = new() { After = rejected.PageInfo.EndCursor } }).ShouldViolateAsync("after");
        await admin.ListReturnsAsync(new() { Page = new() { After = first.PageInfo.EndCursor }, Statuses = { Proto.ReturnStatus.Rejected } }).ShouldViolateAsync("after");
        await admin.ListReturnsAsync(new() { Page = new() { After = "x" }, Statuses = { Proto.ReturnStatus.Unspecified } }).ShouldViolateAsync("after", "statuses");
    }
}
