using CommerceKata.Addresses;
using CommerceKata.ServiceDefaults;
using CommerceKata.ServiceDefaults.Configuration;
using CommerceKata.ServiceDefaults.Data;
using MimeKit;

namespace CommerceKata.Notifications;

/// <summary>How the connection to the mail server is protected.</summary>
internal enum SmtpSecurity
{
    /// <summary>TLS after a greeting in clear, or no mail at all.</summary>
    StartTls,

    /// <summary>TLS from the first byte.</summary>
    Tls,

    /// <summary>In clear: for a relay on the same machine.</summary>
    None,
}

/// <summary>Settings under <c>Mail</c>.</summary>
[Settings("Mail")]
internal sealed class MailOptions
{
    public const string ToFolder = "folder";
    public const string Smtp = "smtp";

    /// <summary>"folder" or "smtp". Production must choose.</summary>
    [Setting(Needed = Needed.InProduction, Default = "folder")]
    public string? Transport { get; set; }

    /// <summary>The mock mailbox.</summary>
    public string Folder { get; set; } = ".data/mailbox";

    /// <summary>Who mails come from.</summary>
    [Setting(Default = "Commerce Kata <orders@commerce-kata.example>; must be set for smtp")]
    public string From { get; set; } = "Commerce Kata <orders@commerce-kata.example>";

    /// <summary>Where links in mails lead: the shop's pages, not its front door. Production must say.</summary>
    [Setting(Needed = Needed.InProduction, Default = "http://localhost:8080")]
    public string? ShopUrl { get; set; }

    /// <summary>Who hears of what admins must see to, such as low stock.</summary>
    public string[] Admins { get; set; } = [];

    /// <summary>How long one attempt may take.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Mails to one address about orders that nobody paid, in an hour: a stranger can have them sent. Others are never held back.</summary>
    public int UnpaidPerHour { get; set; } = 3;

    /// <summary>How long what a sent mail said is kept.</summary>
    public TimeSpan KeepBodies { get; set; } = TimeSpan.FromDays(30);

    /// <summary>Settings under <c>Mail:Smtp</c>.</summary>
    [ConfigurationKeyName("Smtp")]
    public SmtpOptions Server { get; set; } = new();

    /// <summary><see cref="From"/>, read.</summary>
    public MailboxAddress Sender => MailboxAddress.Parse(From);

    /// <summary><see cref="ShopUrl"/>, read.</summary>
    public Uri Shop => new(ShopUrl!);

    /// <exception cref="SettingException">A setting is missing or wrong.</exception>
    public static MailOptions Read(IConfiguration settings, IHostEnvironment environment)
    {
        var options = settings.ReadSettings(new MailOptions());
        if (options.Transport is null && environment.IsProduction())
            throw new SettingException($"Mail:Transport must be set in production: {Smtp}, or {ToFolder} for the mock mailbox.");
        options.Transport ??= ToFolder;
        Require(options.Transport is ToFolder or Smtp, $"Mail:Transport must be {ToFolder} or {Smtp}, not \"{options.Transport}\".");
        if (options.ShopUrl is null && environment.IsProduction())
            throw new SettingException("Mail:ShopUrl must be set in production: links in mails lead there.");
        options.ShopUrl ??= "http://localhost:8080";
        Require(
            Uri.TryCreate(options.ShopUrl, UriKind.Absolute, out var shop) && shop.Scheme is "http" or "https" && shop is { Query: "", Fragment: "", UserInfo: "" },
            "Mail:ShopUrl must be an address such as https://shop.example.com.");
        Require(
            !environment.IsProduction() || shop!.Scheme == "https" || shop.IsLoopback,
            "Mail:ShopUrl must be https in production: mailed tokens travel to it.");
        // The domain becomes part of Message-IDs, and those become file names.
        Require(
            MailboxAddress.TryParse(options.From, out var from) && Uri.CheckHostName(from.Domain) == UriHostNameType.Dns,
            "Mail:From must be an address such as \"Shop <orders@example.com>\".");
        for (var at = 0; at < options.Admins.Length; at++)
            Require(EmailAddress.TryParse(options.Admins[at], out _), $"Mail:Admins:{at} must be an email address such as admin@example.com.");
        Require(
            options.Timeout >= TimeSpan.FromSeconds(1) && options.Timeout <= TimeSpan.FromSeconds(50),
            "Mail:Timeout must be 1 to 50 seconds, written as 00:00:10.");
        Require(options.UnpaidPerHour > 0, "Mail:UnpaidPerHour must be 1 at least.");
        Cleaner.CheckSetting("Mail:KeepBodies", options.KeepBodies);
        options.Folder = Path.GetFullPath(options.Folder);
        if (options.Transport == Smtp) options.Server.Check(fromGiven: settings["Mail:From"] is not null);
        return options;
    }

    internal static void Require(bool holds, string message)
    {
        if (!holds) throw new SettingException(message);
    }
}

/// <summary>Settings under <c>Mail:Smtp</c>.</summary>
internal sealed class SmtpOptions
{
    /// <summary>The mail server; must be set for smtp.</summary>
    public string Host { get; set; } = "";

    /// <summary>Its port.</summary>
    public int Port { get; set; } = 587;

    /// <summary>How the connection is protected: StartTls, Tls from the first byte, or None for a relay on the same machine.</summary>
    public SmtpSecurity Security { get; set; } = SmtpSecurity.StartTls;

    /// <summary>The login; empty where the server asks for none.</summary>
    public string User { get; set; } = "";

    /// <summary>The login's password.</summary>
    [Setting(Secret = true)]
    public string Password { get; set; } = "";

    internal void Check(bool fromGiven)
    {
        MailOptions.Require(Host.Length > 0, "Mail:Smtp:Host must be set for Mail:Transport=smtp.");
        MailOptions.Require(Port is > 0 and <= 65_535, "Mail:Smtp:Port must be 1 to 65535.");
        MailOptions.Require(fromGiven, "Mail:From must be set for Mail:Transport=smtp: mail leaves under your own name.");
        MailOptions.Require(User.Length == 0 || Security != SmtpSecurity.None, "Mail:Smtp:Security must not be none with a login: the password would go in clear.");
    }
}
