using Commerce.Notifications.V1;
using CommerceKata.ServiceDefaults.Auth;
using CommerceKata.ServiceDefaults.Errors;
using Grpc.Core;
using Proto = Commerce.Notifications.V1;

namespace CommerceKata.Notifications;

/// <summary>The RPCs of Notifications: proto to domain and back.</summary>
internal sealed class NotificationsService(NotificationsStore store) : Proto.NotificationsService.NotificationsServiceBase
{
    [Allow(Who.Admin)]
    public override async Task<ListEmailsResponse> ListEmails(ListEmailsRequest request, ServerCallContext context)
    {
        var query = EmailQuery.Read(request);
        var (emails, info) = await store.ListAsync(query, context.CancellationToken);
        return new()
        {
            Edges = { emails.Select(email => new EmailEdge { Cursor = email.CursorIn(query.Page.List), Email = email.ToProto() }) },
            PageInfo = info,
            TotalCount = await store.CountAsync(query, context.CancellationToken),
        };
    }

    [Allow(Who.Admin)]
    public override async Task<GetEmailResponse> GetEmail(GetEmailRequest request, ServerCallContext context)
    {
        var email = await store.FindAsync(Violations.OnlyId(request.Id, "id"), context.CancellationToken);
        return new() { Email = email?.ToProto() ?? throw Fault.NotFound("email") };
    }

    [Allow(Who.Admin)]
    public override async Task<RetryEmailResponse> RetryEmail(RetryEmailRequest request, ServerCallContext context)
    {
        var id = Violations.OnlyId(request.Id, "id");
        var revived = await store.ReviveAsync(id, context.CancellationToken);
        var email = await store.FindAsync(id, context.CancellationToken) ?? throw Fault.NotFound("email");
        // One that was just revived may be sent by now: that is what was asked for.
        if (email.WasSent && !revived) throw Fault.Precondition("EMAIL_SENT", "The email was sent: there is nothing to retry.");
        // It carried a token, which is kept nowhere: there is nothing left to send.
        if (email.IsDeadSecret) throw Fault.Precondition("EMAIL_BLANK", "The email held a token and is not kept: its reader can ask for another.");
        return new() { Email = email.ToProto() };
    }
}
