using Commerce.Notifications.V1;
using CommerceKata.ServiceDefaults.Messaging;
using CommerceKata.ServiceDefaults.Paging;
using Google.Protobuf.WellKnownTypes;
using Proto = Commerce.Notifications.V1;

namespace CommerceKata.Notifications;

/// <summary>An email as the back office sees it.</summary>
internal sealed record Email(
    long Seq, Guid Id, string Recipient, string Template, string Subject, string Status, int Attempts, string? LastError,
    DateTime CreatedAt, DateTime? SentAt, bool Secret)
{
    public string CursorIn(ListName list) => Cursor.Write(list, Seq.ToString(System.Globalization.CultureInfo.InvariantCulture));

    public bool WasSent => Status == StatusText(EmailStatus.Sent);

    public bool IsDeadSecret => Secret && Status == StatusText(EmailStatus.Dead);

    public Proto.Email ToProto() => new()
    {
        Id = Id.ToString(),
        To = Recipient,
        Template = Template,
        Subject = Subject,
        Status = System.Enum.Parse<EmailStatus>(Status, ignoreCase: true),
        Attempts = Attempts,
        LastError = LastError ?? "",
        CreatedAt = Timestamp.FromDateTime(CreatedAt),
        SentAt = SentAt is { } sent ? Timestamp.FromDateTime(sent) : null,
    };

    /// <summary>How a status is written in the table.</summary>
    public static string StatusText(EmailStatus status) => status.ToString().ToUpperInvariant();
}

/// <summary>An email to queue.</summary>
internal sealed record NewEmail(MessageKey Key, string Recipient, string Template, EmailContent Content)
{
    /// <summary>Whether it carries a token: then its bodies are gone once it is sent or given up.</summary>
    public bool IsSecret { get; init; }

    /// <summary>Whether it is about an order that nobody paid: a stranger may have it sent, so that few of them leave.</summary>
    public bool IsAboutUnpaid { get; init; }
}

/// <summary>What a mail says, in both its forms.</summary>
internal sealed record EmailContent(string Subject, string Text, string Html);

/// <summary>An email that a worker holds under a lease.</summary>
internal sealed record ClaimedEmail(
    long Seq, int Attempts, Guid Id, string MessageKey, string Recipient, string Template, string Subject, string Text, string Html, DateTime CreatedAt,
    string? TraceParent, string? SessionId)
    : IQueueRow;
