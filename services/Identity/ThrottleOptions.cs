namespace CommerceKata.Identity;

/// <summary>Settings under <c>Identity:Throttle</c>: how often each may be tried before it has to wait.</summary>
internal sealed class ThrottleOptions
{
    /// <summary>Wrong passwords for one account.</summary>
    public int LoginsPerAccount { get; set; } = 5;

    /// <summary>Wrong passwords from one address, for whichever accounts. Offices share an address.</summary>
    public int LoginsPerAddress { get; set; } = 50;

    /// <summary>Right passwords for one account, in an hour. Each costs a hash and a session.</summary>
    public int SuccessfulLoginsPerAccount { get; set; } = 100;

    /// <summary>Right passwords from one address, in an hour, for whichever accounts.</summary>
    public int SuccessfulLoginsPerAddress { get; set; } = 1000;

    /// <summary>Registrations from one address, in an hour.</summary>
    public int RegistrationsPerAddress { get; set; } = 100;

    /// <summary>Mails with a token to one account, in an hour.</summary>
    public int MailsPerAccount { get; set; } = 3;

    /// <summary>Requests for such mails from one address, in an hour.</summary>
    public int MailsPerAddress { get; set; } = 30;

    public bool IsPositive =>
        LoginsPerAccount > 0 && LoginsPerAddress > 0 && SuccessfulLoginsPerAccount > 0 && SuccessfulLoginsPerAddress > 0
        && RegistrationsPerAddress > 0 && MailsPerAccount > 0 && MailsPerAddress > 0;
}

/// <summary>
/// How often something may be tried. From the last free attempt on, each is followed by a pause, which doubles. After a
/// quiet while all is forgotten.
/// </summary>
/// <param name="Free">How many are free.</param>
/// <param name="FirstPause">The pause after the last of them.</param>
/// <param name="LongestPause">No pause is longer.</param>
/// <param name="Memory">The quiet while.</param>
/// <param name="FromFirst">Whether all is forgotten so long after the first of them, quiet or not: what goes on all day must not add up.</param>
internal sealed record Limit(int Free, TimeSpan FirstPause, TimeSpan LongestPause, TimeSpan Memory, bool FromFirst = false);
