using System.Globalization;
using Google.Protobuf.WellKnownTypes;

namespace CommerceKata.Notifications;

/// <summary>A moment as mails write it: in full, and in UTC, since the reader's zone is not known.</summary>
internal readonly record struct MailDate(DateTime At)
{
    public static MailDate From(Timestamp at) => new(at.ToDateTime());

    /// <summary>"13 October 2026, 14:05 UTC".</summary>
    public override string ToString() => At.ToString("d MMMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
