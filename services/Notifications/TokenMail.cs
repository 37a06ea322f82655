using Google.Protobuf.WellKnownTypes;

namespace CommerceKata.Notifications;

/// <summary>What the templates verify-email and reset-password can say.</summary>
/// <param name="Link">Where the reader goes; it holds the token.</param>
/// <param name="ValidUntil">When the token ends.</param>
internal sealed record TokenMail(string Link, MailDate ValidUntil)
{
    public const string VerifyEmail = "verify-email";
    public const string ResetPassword = "reset-password";

    /// <summary>
    /// A mail with a link into the shop. The token stands behind a #, which browsers keep to themselves: it is in no
    /// server's log and in no Referer.
    /// </summary>
    /// <param name="template">Which of the two; also the page's name.</param>
    /// <param name="shop">The shop's address.</param>
    /// <param name="token">The token.</param>
    /// <param name="expiresAt">When it ends.</param>
    public static TokenMail From(string template, Uri shop, string token, Timestamp expiresAt) =>
        new($"{shop.AbsoluteUri.TrimEnd('/')}/{template}#token={Uri.EscapeDataString(token)}", MailDate.From(expiresAt));
}
