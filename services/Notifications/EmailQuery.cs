using System.Globalization;
using Commerce.Notifications.V1;
using CommerceKata.ServiceDefaults.Errors;
using CommerceKata.ServiceDefaults.Paging;

namespace CommerceKata.Notifications;

/// <summary>What the list of emails was asked for, checked.</summary>
/// <param name="Page">Which page.</param>
/// <param name="Beyond">The <c>seq</c> that the page's cursor stands on.</param>
/// <param name="Statuses">Any of these; empty for all.</param>
internal sealed record EmailQuery(Page Page, long? Beyond, string[] Statuses)
{
    /// <exception cref="Fault">Something is wrong with it; each thing is named.</exception>
    public static EmailQuery Read(ListEmailsRequest request)
    {
        var check = new Violations();
        var list = ListName.Of("emails", "NEWEST", ListName.AnyOf(request.Statuses));
        var page = Page.Read(request.Page, check, list, CursorKey.Number);
        long? beyond = page.Cursor is { } cursor ? long.Parse(cursor.Keys[0], CultureInfo.InvariantCulture) : null;
        check.Require(request.Statuses.All(status => status != EmailStatus.Unspecified && Enum.IsDefined(status)), "statuses", Problem.NotFound("a status"));
        check.ThrowIfAny();
        return new(page, beyond, [.. request.Statuses.Distinct().Select(Email.StatusText)]);
    }
}
