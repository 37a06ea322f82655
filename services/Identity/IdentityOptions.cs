using CommerceKata.Addresses;
using CommerceKata.ServiceDefaults;
using CommerceKata.ServiceDefaults.Configuration;
using CommerceKata.ServiceDefaults.Data;
using CommerceKata.ServiceDefaults.Errors;

namespace CommerceKata.Identity;

/// <summary>Settings under <c>Identity</c>.</summary>
[Settings("Identity")]
internal sealed class IdentityOptions
{
    /// <summary>What the development key is; production refuses it.</summary>
    public const string DevelopmentKeyEncryptionKey = "development-only-encryption-key-which-production-refuses";

    private const int MinKeyLength = 32;

    /// <summary>The secret under which the signing keys are stored, 32 characters at least.</summary>
    [Setting(Needed = Needed.InProduction, Secret = true, Default = "a development key")]
    public string KeyEncryptionKey { get; set; } = DevelopmentKeyEncryptionKey;

    /// <summary>The first admin; empty for none.</summary>
    public string AdminEmail { get; set; } = "";

    /// <summary>The first admin's password when the account is made; later it is the account's own.</summary>
    [Setting(Secret = true)]
    public string AdminPassword { get; set; } = "";

    /// <summary>Whether there is a demo customer, whose password everybody knows. True unless set, and never in production.</summary>
    [Setting(Default = "true outside production")]
    public bool DemoCustomer { get; set; }

    /// <summary>How long a mailed token confirms an address.</summary>
    public TimeSpan VerificationLifetime { get; set; } = TimeSpan.FromDays(2);

    /// <summary>How long a mailed token sets a new password.</summary>
    public TimeSpan ResetLifetime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How long a key signs before the next one does.</summary>
    public TimeSpan KeyLifetime { get; set; } = TimeSpan.FromDays(90);

    /// <summary>How long a guest who never bought is kept. While a session of theirs lives they stay in any case.</summary>
    public TimeSpan KeepGuests { get; set; } = TimeSpan.FromDays(90);

    /// <summary>Passwords that are hashed at once, in each process. Each takes a tenth of a second of a processor.</summary>
    [Setting(Default = "the number of processors")]
    public int PasswordsAtOnce { get; set; } = Environment.ProcessorCount;

    /// <summary>Passwords that wait to be hashed, in each process. Those who come when so many wait are told to try again in a second.</summary>
    [Setting(Default = "16 for each processor")]
    public int PasswordsWaiting { get; set; } = 16 * Environment.ProcessorCount;

    /// <summary>Settings under <c>Identity:Throttle</c>.</summary>
    public ThrottleOptions Throttle { get; set; } = new();

    /// <summary>Reads the settings.</summary>
    /// <exception cref="SettingException">One is wrong, or not for production.</exception>
    public static IdentityOptions Read(IConfiguration settings, IHostEnvironment environment)
    {
        var options = new IdentityOptions { DemoCustomer = !environment.IsProduction() };
        settings.ReadSettings(options);
        if (options.KeyEncryptionKey.Length < MinKeyLength)
            throw new SettingException($"Identity:KeyEncryptionKey must have {MinKeyLength} characters at least.");
        foreach (var (name, lifetime) in new[] { ("VerificationLifetime", options.VerificationLifetime), ("ResetLifetime", options.ResetLifetime) })
        {
            if (lifetime < TimeSpan.FromMinutes(1) || lifetime > TimeSpan.FromDays(30))
                throw new SettingException($"Identity:{name} must be a minute to 30 days, written as 01:00:00 or 2.00:00:00.");
        }

        if (options.KeyLifetime < TimeSpan.FromHours(1)) throw new SettingException("Identity:KeyLifetime must be an hour at least, written as 90.00:00:00.");
        Cleaner.CheckSetting("Identity:KeepGuests", options.KeepGuests);
        if (options.PasswordsAtOnce < 1) throw new SettingException("Identity:PasswordsAtOnce must be 1 at least.");
        if (options.PasswordsWaiting < 0) throw new SettingException("Identity:PasswordsWaiting must be 0 at least.");
        if (!options.Throttle.IsPositive) throw new SettingException("Identity:Throttle: each number must be 1 at least.");
        if (environment.IsProduction()) options.RefuseInProduction();
        if (options.AdminEmail.Length > 0 || options.AdminPassword.Length > 0) options.CheckAdmin();
        return options;
    }

    private void RefuseInProduction()
    {
        if (KeyEncryptionKey == DevelopmentKeyEncryptionKey)
            throw new SettingException("Identity:KeyEncryptionKey must be set in production: it still is the development key.");
        if (DemoCustomer) throw new SettingException("Identity:DemoCustomer must not be set in production: everybody knows the password.");
    }

    private void CheckAdmin()
    {
        var check = new Violations();
        AdminEmail = check.Email(AdminEmail, "Identity:AdminEmail").Text;
        Passwords.Check(check, AdminPassword, "Identity:AdminPassword", AdminEmail);
        try
        {
            check.ThrowIfAny();
        }
        catch (Fault fault)
        {
            throw new SettingException($"{fault.Violations[0].Field} {fault.Violations[0].Description}.");
        }
    }
}
