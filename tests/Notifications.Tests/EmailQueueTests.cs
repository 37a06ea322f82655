using Commerce.Notifications.V1;
using Commerce.Paging.V1;
using CommerceKata.ServiceDefaults.Paging;
using CommerceKata.TestKit;
using Grpc.Core;

namespace CommerceKata.Notifications.Tests;

internal sealed class EmailQueueTests
{
    private readonly Mailbox _mailbox = new();
    private Shop _shop = null!;

    [OneTimeSetUp]
    public async Task OpenAsync()
    {
        _shop = await Shop.OpenAsync(_mailbox.Setting);
        for (var number = 1; number <= 7; number++) await _shop.ConfirmAsync($"customer{number}@example.com");
        await _shop.AllSentAsync(7);
        // Two that the worker leaves alone.
        await _shop.SqlAsync("UPDATE email SET status = 'DEAD', sent_at = NULL, last_error = 'for a test' WHERE recipient IN ('customer2@example.com', 'customer5@example.com')");
    }

    [OneTimeTearDown]
    public async Task CloseAsync()
    {
        await _shop.DisposeAsync();
        _mailbox.Dispose();
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Paging_meets_every_email_once_newest_first(bool forward)
    {
        var walked = new List<string>();
        var page = forward ? new PageRequest { First = 3 } : new PageRequest { Last = 3 };
        while (true)
        {
            var response = await _shop.Admin.ListEmailsAsync(new() { Page = page });
            response.TotalCount.ShouldBe(7);
            walked.InsertRange(forward ? walked.Count : 0, response.Edges.Select(edge => edge.Email.To));
            if (!(forward ? response.PageInfo.HasNextPage : response.PageInfo.HasPreviousPage)) break;
            if (forward) page.After = response.PageInfo.EndCursor;
            else page.Before = response.PageInfo.StartCursor;
        }

        walked.ShouldBe(Enumerable.Range(1, 7).Reverse().Select(number => $"customer{number}@example.com"));
    }

    [Test]
    public async Task Filter_by_status_narrows_the_list_and_its_count()
    {
        var dead = await _shop.Admin.ListEmailsAsync(new() { Statuses = { EmailStatus.Dead }, Page = new() { First = 1 } });
        dead.Edges.ShouldHaveSingleItem().Email.To.ShouldBe("customer5@example.com");
        dead.TotalCount.ShouldBe(2);
        dead.PageInfo.HasNextPage.ShouldBeTrue();
        (await _shop.Admin.ListEmailsAsync(new() { Statuses = { EmailStatus.Dead, EmailStatus.Sent } })).TotalCount.ShouldBe(7);
        (await _shop.Admin.ListEmailsAsync(new() { Statuses = { EmailStatus.Queued } })).Edges.ShouldBeEmpty();
        // A cursor is of the list with its filter.
        var next = new PageRequest { First = 1, After = dead.PageInfo.EndCursor };
        (await _shop.Admin.ListEmailsAsync(new() { Statuses = { EmailStatus.Dead }, Page = next })).Edges.Count.ShouldBe(1);
        await _shop.Admin.ListEmailsAsync(new() { Page = next }).ShouldViolateAsync("after");
        await _shop.Admin.ListEmailsAsync(new() { Statuses = { EmailStatus.Sent }, Page = next }).ShouldViolateAsync("after");
    }

    [Test]
    public async Task List_with_bad_input_names_every_field()
    {
        await _shop.Admin.ListEmailsAsync(new() { Page = new() { First = 51, After = "nonsense" }, Statuses = { (EmailStatus)9 } })
            .ShouldViolateAsync("first", "after", "statuses");
        await _shop.Admin.ListEmailsAsync(new() { Page = new() { Last = 5, Before = Cursor.Write(ListName.Of("emails", "NEWEST", "Unspecified"), "1; DROP TABLE email") }, Statuses = { EmailStatus.Unspecified } })
            .ShouldViolateAsync("before", "statuses");
    }

    [Test]
    public async Task Get_gives_the_email_and_NOT_FOUND_for_none()
    {
        var listed = (await _shop.EmailsAsync())[0];
        (await _shop.Admin.GetEmailAsync(new() { Id = listed.Id })).Email.ShouldBe(listed);
        await _shop.Admin.GetEmailAsync(new() { Id = Guid.NewGuid().ToString() }).ShouldFailAsync(StatusCode.NotFound);
        await _shop.Admin.GetEmailAsync(new() { Id = "7" }).ShouldViolateAsync("id");
    }

    [Test]
    public async Task Retry_of_what_is_sent_or_not_there_is_refused()
    {
        var sent = (await _shop.EmailsAsync()).First(email => email.Status == EmailStatus.Sent);
        await _shop.Admin.RetryEmailAsync(new() { Id = sent.Id }).ShouldFailAsync(StatusCode.FailedPrecondition);
        await _shop.Admin.RetryEmailAsync(new() { Id = Guid.NewGuid().ToString() }).ShouldFailAsync(StatusCode.NotFound);
        await _shop.Admin.RetryEmailAsync(new()).ShouldViolateAsync("id");
    }
}
