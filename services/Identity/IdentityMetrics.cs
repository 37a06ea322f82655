using CommerceKata.ServiceDefaults.Metrics;

namespace CommerceKata.Identity;

/// <summary>What operators count of accounts (R2.4).</summary>
internal static class IdentityMetrics
{
    public static readonly ServiceMeter Meter = new("CommerceKata.Identity");

    private static readonly LabelledCounter Registrations = Meter.Counter(
        "identity.registrations", "{attempt}", "Attempts to register: registered (a user more), email_taken, throttled, busy (too many passwords to hash).", "outcome");

    private static readonly LabelledCounter Logins = Meter.Counter(
        "identity.logins", "{attempt}", "Attempts to log in: succeeded, refused, throttled, busy (too many passwords to hash).", "outcome");

    private static readonly LabelledCounter Guests = Meter.Counter("identity.guests.started", "{session}", "Guest sessions started.");

    /// <summary>The commit decided whether the address was free.</summary>
    public static void Registered(bool isNew) => Registrations.Add(1, isNew ? "registered" : "email_taken");

    public static void RegistrationThrottled() => Registrations.Add(1, "throttled");

    public static void RegistrationBusy() => Registrations.Add(1, "busy");

    public static void Login(Admission admission) => Logins.Add(1, admission.Outcome);

    public static void GuestStarted() => Guests.Add(1);
}
