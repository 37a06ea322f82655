using System.Diagnostics.CodeAnalysis;
using MimeKit;

namespace CommerceKata.Notifications;

/// <summary>Somebody's address. As text it is masked, so that it cannot slip into a log.</summary>
internal readonly record struct EmailAddress(string Value)
{
    /// <summary>The form that a mail needs; false for anything but one bare address.</summary>
    public bool TryParse([NotNullWhen(true)] out MailboxAddress? mailbox) =>
        MailboxAddress.TryParse(Value, out mailbox) && mailbox.Address == Value && mailbox.Domain.Length > 0;

    /// <summary>"d***@example.com".</summary>
    public override string ToString()
    {
        var at = Value.LastIndexOf('@');
        return at < 1 ? "***" : $"{Value[0]}***{Value[at..]}";
    }
}
