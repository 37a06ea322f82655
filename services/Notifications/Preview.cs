using CommerceKata.ServiceDefaults;

namespace CommerceKata.Notifications;

/// <summary>
/// <c>preview &lt;template&gt; [folder]</c>: a mail with made-up data, for whoever works on a template. Prints its
/// text form, or saves both forms in the folder.
/// </summary>
internal static class Preview
{
    private const string Number = "CK-7F3K-2M9Q";

    private static readonly MailDate Placed = new(new DateTime(2026, 10, 13, 14, 5, 0, DateTimeKind.Utc));

    private static readonly string[] Lines = ["1 x Hand Coffee Grinder", "2 x Mug <large> & blue"];

    private static readonly Dictionary<string, object> Samples = new()
    {
        [OrderConfirmedMail.Template] = new OrderConfirmedMail(
            Number,
            Placed,
            [new("Hand Coffee Grinder", 1, Usd(4900), Usd(4900)), new("Mug <large> & blue", 2, Usd(1250), Usd(2500))],
            Usd(7400), "Standard", Usd(595), Usd(7995),
            ["Dana Example", "1 Test Street", "Springfield, OR 97477", "US"]),
        [OrderEndedMail.Cancelled] = new OrderEndedMail(OrderEndedMail.Cancelled, Number, Placed, Lines, Usd(7995), Usd(7995), IsPaid: true, InTime: true),
        [OrderEndedMail.PaymentFailed] = new OrderEndedMail(OrderEndedMail.PaymentFailed, Number, Placed, Lines, Usd(7995), Usd(0), IsPaid: false, InTime: false),
        [TokenMail.VerifyEmail] = TokenMailSample(TokenMail.VerifyEmail),
        [TokenMail.ResetPassword] = TokenMailSample(TokenMail.ResetPassword),
        [LowStockMail.Template] = new LowStockMail("Mug <large> & blue", "KIT-MUG-BLU", Available: 4, Threshold: 5, Suggested: 11, OnOrder: 0),
        [FulfilmentMail.Shipped] = new FulfilmentMail(Number, Placed, Lines, "1Z999AA10123456784"),
        [FulfilmentMail.Delivered] = new FulfilmentMail(Number, Placed, Lines, "1Z999AA10123456784"),
        [ReturnMail.Received] = new ReturnMail(Number, Placed, ["1 of 2 x Mug <large> & blue"], Usd(1250), "visa 4242", "One of the two did not come."),
        [ReturnMail.Rejected] = new ReturnMail(Number, Placed, ["2 x Mug <large> & blue"], Usd(0), "visa 4242", "They were used & broken."),
        [ReturnMail.RefundIssued] = new ReturnMail(Number, Placed, ["1 x Mug <large> & blue"], Usd(1250), "visa 4242", ""),
    };

    /// <returns>The exit code: 0, or 2 when the command line is not understood.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output)
    {
        if (args is not [var template, .. { Length: <= 1 } rest] || !Samples.TryGetValue(template, out var sample))
        {
            await output.WriteLineAsync($"preview <template> [folder]; templates: {string.Join(", ", Samples.Keys)}");
            return 2;
        }

        var content = new EmailTemplates().Render(template, sample);
        if (rest is not [var folder])
        {
            await output.WriteLineAsync($"Subject: {content.Subject}\n\n{content.Text}");
            return 0;
        }

        Directory.CreateDirectory(folder);
        await SaveAsync(Path.Combine(folder, template + ".txt"), content.Text, output);
        await SaveAsync(Path.Combine(folder, template + ".html"), content.Html, output);
        return 0;
    }

    private static async Task SaveAsync(string file, string content, TextWriter output)
    {
        await File.WriteAllTextAsync(file, content);
        await output.WriteLineAsync($"Saved {file}");
    }

    private static TokenMail TokenMailSample(string template) =>
        new($"https://shop.example.com/{template}#token=made-up", Placed);

    private static Money Usd(long cents) => new(cents, "USD");
}
