using Commerce.Notifications.V1;
using CommerceKata.TestKit;
using Grpc.Core;

namespace CommerceKata.Notifications.Tests;

internal sealed class SmtpTests
{
    /// <summary>Longer than a test waits: an attempt ends when the server says so.</summary>
    private static readonly (string, string) Patient = ("Mail:Timeout", "00:00:50");

    private MailServer _server = null!;

    [SetUp]
    public void Start() => _server = new MailServer();

    [TearDown]
    public async Task StopAsync() => await _server.DisposeAsync();

    [Test]
    public async Task Mails_go_out_over_one_connection_with_the_right_envelope()
    {
        await using var shop = await Shop.OpenAsync(_server.Settings);
        await shop.ConfirmAsync("one@example.com", "two@example.com", "three@example.com");
        await shop.AllSentAsync(3);

        _server.Mails.Select(mail => mail.Recipient).ShouldBe(["one@example.com", "two@example.com", "three@example.com"]);
        _server.Mails.ShouldAllBe(mail => mail.Sender == "shop@shop.example");
        _server.Mails.Select(mail => mail.Message.MessageId!).ShouldAllBe(id => id.StartsWith("order-confirmed.") && id.EndsWith("@shop.example"));
        _server.Mails.ShouldAllBe(mail => mail.Message.HtmlBody!.Contains("79.95 USD") && mail.Message.TextBody!.Contains("79.95 USD"));
        _server.ConnectionCount.ShouldBe(1);
    }

    [Test]
    public async Task Connection_that_the_server_closed_is_opened_again_without_a_failed_attempt()
    {
        await using var shop = await Shop.OpenAsync(_server.Settings);
        await shop.ConfirmAsync("one@example.com");
        await shop.AllSentAsync(1);
        _server.HangUp();
        await shop.ConfirmAsync("two@example.com");
        await shop.AllSentAsync(2);
        (await shop.EmailsAsync()).ShouldAllBe(email => email.Attempts == 1);
        _server.ConnectionCount.ShouldBe(2);
    }

    [Test]
    public async Task Refused_mail_is_tried_eight_times_then_dead_until_an_admin_retries_it()
    {
        await using var shop = await Shop.OpenAsync(_server.Settings);
        _server.RefuseRecipients = "550 5.1.1 no such mailbox";
        await shop.ConfirmAsync("dana@example.com");
        var attempts = new SortedSet<int>();
        var dead = await Eventually.GetAsync(
            async () =>
            {
                await shop.HurryAsync();
                var email = (await shop.EmailsAsync()).Single();
                attempts.Add(email.Attempts);
                return email.Status == EmailStatus.Dead ? email : null;
            },
            "the email to be dead");
        attempts.Count.ShouldBeGreaterThan(2);
        dead.Attempts.ShouldBe(8);
        dead.LastError.ShouldBe("the mail server said 550 (RecipientNotAccepted)");
        _server.Refusals.ShouldBe(8);

        _server.RefuseRecipients = null;
        (await shop.Admin.RetryEmailAsync(new() { Id = dead.Id })).Email.Status.ShouldNotBe(EmailStatus.Dead);
        (await shop.OnlyEmailAsync(EmailStatus.Sent)).Attempts.ShouldBe(1);
        _server.Mails.Count.ShouldBe(1);
        await shop.Admin.RetryEmailAsync(new() { Id = dead.Id }).ShouldFailAsync(StatusCode.FailedPrecondition);
    }

    [Test]
    public async Task Mail_refused_for_now_waits_and_goes_out_later()
    {
        await using var shop = await Shop.OpenAsync(_server.Settings);
        _server.RefuseMails = "451 4.7.1 try again later";
        await shop.ConfirmAsync("dana@example.com");
        var failed = await Eventually.GetAsync(async () => (await shop.EmailsAsync()).SingleOrDefault(email => email.LastError.Length > 0), "the attempt to fail");
        (failed.Status, failed.Attempts).ShouldBe((EmailStatus.Queued, 1));
        failed.LastError.ShouldBe("the mail server said 451 (MessageNotAccepted)");

        // A retry of what is queued changes nothing, the pause included.
        (await shop.Admin.RetryEmailAsync(new() { Id = failed.Id })).Email.ShouldBe(failed);
        _server.RefuseMails = null;
        await shop.HurryAsync();
        (await shop.OnlyEmailAsync(EmailStatus.Sent)).Attempts.ShouldBe(2);
        _server.Mails.Count.ShouldBe(1);
    }

    [Test]
    public async Task Two_workers_on_one_queue_send_each_mail_once()
    {
        (string, string)[] settings = [.. _server.Settings, Patient];
        await using var shop = await Shop.OpenAsync(settings);
        var second = await TestService.StartOnAsync(NotificationsHost.Build, shop.Service.ConnectionString, settings);
        try
        {
            // Held back until both workers have a mail in their hands, so that both take part.
            _server.Hang();
            await shop.ConfirmAsync([.. Enumerable.Range(1, 40).Select(number => $"customer{number}@example.com")]);
            await Eventually.HoldsAsync(() => Task.FromResult(_server.ConnectionCount == 2), "both workers to connect");
            _server.Release();
            await shop.AllSentAsync(40);
        }
        finally
        {
            await second.StopAsync();
        }

        _server.Mails.Select(mail => mail.Recipient).ShouldBeUnique();
        _server.Mails.Count.ShouldBe(40);
        (await shop.EmailsAsync()).ShouldAllBe(email => email.Attempts == 1);
    }

    [Test]
    public async Task Mail_server_that_hangs_holds_up_no_event()
    {
        await using var shop = await Shop.OpenAsync([.. _server.Settings, Patient]);
        _server.Hang();
        await shop.ConfirmAsync("first@example.com");
        await Eventually.HoldsAsync(() => Task.FromResult(_server.ConnectionCount == 1), "the worker to connect");
        // Answered while the server has not answered anything.
        await shop.ConfirmAsync([.. Enumerable.Range(1, 20).Select(number => $"customer{number}@example.com")]);
        _server.Mails.ShouldBeEmpty();
        (await shop.EmailsAsync()).Count(email => email.Status == EmailStatus.Queued).ShouldBe(21);
        _server.Release();
        await shop.AllSentAsync(21);
    }

    [Test]
    public async Task Mail_server_that_does_not_answer_in_time_is_a_failed_attempt()
    {
        await using var shop = await Shop.OpenAsync([.. _server.Settings, ("Mail:Timeout", "00:00:01")]);
        _server.Hang();
        await shop.ConfirmAsync("dana@example.com");
        await Eventually.HoldsAsync(async () => (await shop.EmailsAsync()).Single().LastError == "no answer in time", "the attempt to end");
        _server.Release();
        await Eventually.HoldsAsync(
            async () =>
            {
                await shop.HurryAsync();
                return (await shop.EmailsAsync()).Single().Status == EmailStatus.Sent;
            },
            "the email to be sent");
    }

    [Test]
    public async Task Server_without_TLS_gets_no_mail_where_TLS_is_asked_for()
    {
        await using var shop = await Shop.OpenAsync([.. _server.Settings, ("Mail:Smtp:Security", "starttls")]);
        await shop.ConfirmAsync("dana@example.com");
        var email = await Eventually.GetAsync(async () => (await shop.EmailsAsync()).SingleOrDefault(email => email.LastError.Length > 0), "the attempt to fail");
        email.LastError.ShouldBe("the mail server does not offer what the settings ask for");
        _server.Mails.ShouldBeEmpty();
    }

    [Test]
    public async Task Mail_server_that_is_away_is_a_failed_attempt()
    {
        await using var shop = await Shop.OpenAsync([.. _server.Settings, ("Mail:Smtp:Port", $"{FreePort.Take()}")]);
        await shop.ConfirmAsync("dana@example.com");
        var email = await Eventually.GetAsync(async () => (await shop.EmailsAsync()).SingleOrDefault(email => email.LastError.Length > 0), "the attempt to fail");
        email.LastError.ShouldBe("no connection to the mail server (ConnectionRefused)");
    }

    [Test]
    public async Task Outcomes_are_logged_without_the_address()
    {
        var log = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"mail-{Guid.NewGuid():N}.log");
        await using (var shop = await Shop.OpenAsync([.. _server.Settings, ("Log:Level", "Debug"), ("Log:File", log)]))
        {
            _server.RefuseRecipients = "550 5.1.1 <{recipient}>: no such mailbox";
            await shop.ConfirmAsync("dana@example.com");
            await Eventually.HoldsAsync(async () => (await shop.EmailsAsync()).Single().LastError.Length > 0, "the attempt to fail");
            _server.RefuseRecipients = null;
            await shop.HurryAsync();
            await shop.OnlyEmailAsync(EmailStatus.Sent);
        }

        var lines = await File.ReadAllTextAsync(log);
        File.Delete(log);
        lines.ShouldContain("was sent at attempt");
        lines.ShouldContain("was not sent at attempt");
        lines.ShouldContain("d***@example.com");
        lines.ShouldNotContain("dana@");
    }
}
