using Commerce.Notifications.V1;
using CommerceKata.Gateway.Engine;
using CommerceKata.Gateway.Subgraphs.Shared;
using GraphQL;
using Grpc.Core;
using static Commerce.Notifications.V1.NotificationsService;

namespace CommerceKata.Gateway.Subgraphs.Notifications;

/// <summary>What the shop tells people, for those who look after it.</summary>
internal static class EmailResolvers
{
    public static void Bind(SchemaBindings schema)
    {
        schema.Query("emails", EmailsAsync);
        schema.Mutation<RetryEmail>("retryEmail", RetryAsync, input => input.Id);
        schema.Input<RetryEmail>("RetryEmailInput");
        schema.Payload("EmailPayload", "email");

        schema.Entity("Email", EmailByIdAsync);
        schema.Enum<EmailStatus>("EmailStatus");
        schema.Type<ListEmailsResponse>("EmailConnection").Field("nodes", page => page.Edges.Select(edge => edge.Email).ToList());
        schema.Type<EmailEdge>("EmailEdge").Field("node", edge => edge.Email);
    }

    private static async Task<Email?> EmailByIdAsync(IResolveFieldContext call, string id)
    {
        var found = await call.Client<NotificationsServiceClient>().GetEmailAsync(new() { Id = id }, call.Options()).OrNull();
        return found?.Email;
    }

    private static async Task<ListEmailsResponse> EmailsAsync(IResolveFieldContext call)
    {
        var request = new ListEmailsRequest { Page = call.Page() };
        request.Statuses.Add(call.Filter<EmailStatus>("status"));
        return await call.Client<NotificationsServiceClient>().ListEmailsAsync(request, call.Options());
    }

    private static async Task<Payload> RetryAsync(RetryEmail input, IResolveFieldContext call)
    {
        var id = GlobalId.Parse("Email", input.Id, "id");
        try
        {
            return new Payload((await call.Client<NotificationsServiceClient>().RetryEmailAsync(new() { Id = id }, call.Options())).Email);
        }
        catch (RpcException refused) when (refused.StatusCode is StatusCode.FailedPrecondition)
        {
            // It was sent; or it is dead, and held a token that is kept nowhere.
            if (await EmailByIdAsync(call, id) is not { } email) throw;
            return WrongStates.Email(email.Status.ToString().ToUpperInvariant());
        }
    }

    internal sealed record RetryEmail(string Id);
}
