using System.Net;
using System.Net.Sockets;
using CommerceKata.Standalone;

namespace CommerceKata.EndToEnd.Tests;

/// <summary>Sending is apart from buying (R4.2): a mail server that takes connections and then says nothing slows nobody down.</summary>
internal sealed class MailServerTests
{
    [Test]
    public async Task Mail_server_that_hangs_holds_up_no_checkout_and_loses_no_mail()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        await using var shop = await OpenShop.StartAsync(
            "Mail:Transport=smtp", "Mail:From=Shop <shop@shop.example>", "Mail:Smtp:Host=127.0.0.1", $"Mail:Smtp:Port={((IPEndPoint)silent.LocalEndpoint).Port}",
            "Mail:Smtp:Security=none", "Mail:Timeout=00:00:05");
        using var back = new BackRoom(shop.Shop);
        var guest = await shop.GuestAsync();
        var tape = (await guest.ProductAsync("STA-TPE-WSH")).Id;
        // The worker is stuck with the first mail, and then with the next.
        var first = (await guest.BuyAsync(tape)).At("order");
        using var stuck = await silent.AcceptTcpClientAsync().WaitAsync(TimeSpan.FromSeconds(30));
        for (var i = 0; i < 5; i++) (await guest.BuyAsync(tape)).At("order.status").GetString().ShouldBe("CONFIRMED");

        var admin = shop.Visitor();
        await admin.LoginAsync(OpenShop.AdminEmail, OpenShop.AdminPassword);
        await TestKit.Eventually.HoldsAsync(
            async () => (await admin.AskAsync("{ emails(status: [QUEUED]) { totalCount } }")).At("emails.totalCount").GetInt32() == 6, "six mails to wait");
        (await back.EmailsAsync(first)).ShouldBeEmpty();
    }
}
