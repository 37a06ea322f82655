using Commerce.Events.V1;
using Commerce.Identity.V1;
using Commerce.Notifications.V1;
using CommerceKata.ServiceDefaults.Auth;
using CommerceKata.TestKit;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CommerceKata.Notifications.Tests;

/// <summary>Mails that carry a token (R2.1): it arrives, and stays nowhere.</summary>
internal sealed class TokenMailTests
{
    private const string Token = "a-token_that-nobody-else-may-see-0123456789";
    private const string ShopUrl = "https://shop.example.com/uk/";

    private static readonly Timestamp Until = Timestamp.FromDateTime(new DateTime(2026, 10, 13, 15, 5, 0, DateTimeKind.Utc));

    private Mailbox _mailbox = null!;
    private Shop _shop = null!;

    [SetUp]
    public async Task OpenAsync()
    {
        _mailbox = new Mailbox();
        _shop = await Shop.OpenAsync(_mailbox.Setting, ("Mail:ShopUrl", ShopUrl));
    }

    [TearDown]
    public async Task CloseAsync()
    {
        await _shop.DisposeAsync();
        _mailbox.Dispose();
    }

    [TestCase("verify-email", "Confirm your email address")]
    [TestCase("reset-password", "Choose a new password")]
    public async Task Request_becomes_a_mail_with_a_link_and_the_queue_forgets_its_bodies(string template, string subject)
    {
        (await _shop.DeliverAsync(Requested(template))).ShouldBeEmpty();
        var email = await _shop.OnlyEmailAsync(EmailStatus.Sent);
        (email.To, email.Template, email.Subject).ShouldBe(("dana@example.com", template, subject));
        using var mail = await _mailbox.ReadAsync(_mailbox.Files.ShouldHaveSingleItem());
        var link = $"https://shop.example.com/uk/{template}#token={Token}";
        mail.TextBody!.ShouldContain($"\n{link}\n");
        mail.HtmlBody!.ShouldContain($"href=\"{link}\"");
        foreach (var body in new[] { mail.TextBody!, mail.HtmlBody! }) body.ShouldContain("13 October 2026, 15:05 UTC");
        (await TracesAsync()).ShouldBe(0);
        email.ToString().ShouldNotContain(Token);
    }

    [Test]
    public async Task Same_request_makes_one_mail_and_another_one_another()
    {
        var fact = Requested("reset-password");
        (await _shop.DeliverAsync(fact, fact)).ShouldBeEmpty();
        (await _shop.DeliverAsync(Requested("reset-password"))).ShouldBeEmpty();
        await _shop.AllSentAsync(2);
        _mailbox.Files.Length.ShouldBe(2);
    }

    [Test]
    public async Task Dead_mail_forgets_its_bodies_and_is_not_retried()
    {
        await File.WriteAllTextAsync(_mailbox.Folder, "a file where the folder should be");
        await _shop.DeliverAsync(Requested("reset-password"));
        await Eventually.HoldsAsync(
            async () =>
            {
                await _shop.HurryAsync();
                return (await _shop.EmailsAsync()).Single().Status == EmailStatus.Dead;
            },
            "the mail to be dead");
        (await TracesAsync()).ShouldBe(0);
        var id = (await _shop.EmailsAsync()).Single().Id;
        var refused = await _shop.Admin.RetryEmailAsync(new() { Id = id }).ShouldFailAsync(StatusCode.FailedPrecondition);
        refused.Status.Detail.ShouldContain("held a token");
        (await _shop.OnlyEmailAsync(EmailStatus.Dead)).Id.ShouldBe(id);
    }

    [Test]
    public async Task Mail_without_a_token_keeps_its_bodies()
    {
        await _shop.ConfirmAsync("dana@example.com");
        await _shop.OnlyEmailAsync(EmailStatus.Sent);
        (await CountAsync("SELECT count(*) FROM email WHERE text LIKE '%79.95 USD%' AND html LIKE '%79.95 USD%'")).ShouldBe(1);
    }

    [Test]
    public async Task Token_sealed_for_another_request_makes_no_mail()
    {
        var forged = Requested("reset-password");
        var fact = PasswordResetRequested.Parser.ParseFrom(forged.Payload);
        fact.Id = Guid.NewGuid().ToString();
        forged.Payload = fact.ToByteString();
        (await _shop.DeliverAsync(forged)).ShouldHaveSingleItem().Reason.ShouldNotContain(Token);
        (await _shop.EmailsAsync()).ShouldBeEmpty();
    }

    [Test]
    public async Task Token_is_in_no_log_line()
    {
        var file = Path.GetTempFileName();
        await using (var shop = await Shop.OpenAsync(_mailbox.Setting, ("Log:File", file), ("Log:Level", "Verbose")))
        {
            await shop.DeliverAsync(Requested("verify-email"));
            await shop.OnlyEmailAsync(EmailStatus.Sent);
        }

        var log = await File.ReadAllTextAsync(file);
        File.Delete(file);
        log.ShouldContain("was sent at attempt");
        log.ShouldNotContain(Token);
        log.ShouldNotContain("dana@example.com");
    }

    [TestCase("verify-email", "Subject: Confirm your email address")]
    [TestCase("reset-password", "Subject: Choose a new password")]
    public async Task Preview_prints_the_mail(string template, string start)
    {
        await using var output = new StringWriter();
        (await Preview.RunAsync([template], output)).ShouldBe(0);
        output.ToString().ShouldStartWith(start);
        output.ToString().ShouldContain($"https://shop.example.com/{template}#token=made-up");
    }

    /// <summary>As Identity publishes it: the token is sealed.</summary>
    private Event Requested(string template)
    {
        var id = Guid.CreateVersion7();
        var token = _shop.Service.Services.GetRequiredService<ServiceSecrets>().Seal(Token, id);
        IMessage fact = template == "verify-email"
            ? new EmailVerificationRequested { Id = $"{id}", UserId = $"{Guid.NewGuid()}", Email = "dana@example.com", Token = token, ExpiresAt = Until }
            : new PasswordResetRequested { Id = $"{id}", UserId = $"{Guid.NewGuid()}", Email = "dana@example.com", Token = token, ExpiresAt = Until };
        return new() { Id = $"{Guid.CreateVersion7()}", Type = fact.Descriptor.FullName, AggregateType = "account", AggregateId = $"{id}", Payload = fact.ToByteString() };
    }

    private Task<long> TracesAsync() => CountAsync($"SELECT count(*) FROM email e WHERE e::text LIKE '%{Token}%' OR text <> '' OR html <> ''");

    private async Task<long> CountAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(_shop.Service.ConnectionString) { Pooling = false });
        await using var command = source.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
