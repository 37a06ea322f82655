using Commerce.Notifications.V1;
using CommerceKata.ServiceDefaults.Errors;
using Google.Protobuf.WellKnownTypes;

namespace CommerceKata.Gateway.Tests;

/// <summary>The email queue, as the back office sees it (R4.2).</summary>
internal sealed class EmailTests : DoorFixture
{
    private const string Retry = "mutation($id: ID!) { retryEmail(input: { id: $id }) { email { status attempts } errors { __typename ... on WrongStateError { status } } } }";

    [Test]
    public async Task Emails_are_a_page_of_the_queue()
    {
        var email = Dead(Some.Id());
        Shop.On<ListEmailsRequest>(_ => new ListEmailsResponse { Edges = { new EmailEdge { Cursor = "c1", Email = email } }, PageInfo = new() { EndCursor = "c1" }, TotalCount = 3 });
        var answer = await Door.AskAsync(
            "{ emails(status: [DEAD], first: 1, after: \"c0\") { totalCount nodes { id to template subject status attempts lastError sentAt } edges { cursor node { subject } } } }");
        answer.Data();
        answer["emails.totalCount"].ShouldBe("3");
        answer["emails.nodes.0"].ShouldBe(
            $"{{'id':'{Some.Global("Email", email.Id)}','to':'ada@example.com','template':'order-confirmed','subject':'Your order','status':'DEAD','attempts':8,'lastError':'refused','sentAt':null}}");
        answer["emails.edges.0"].ShouldBe("{'cursor':'c1','node':{'subject':'Your order'}}");
        var asked = Shop.Asked<ListEmailsRequest>().Single();
        asked.Statuses.ShouldBe([EmailStatus.Dead]);
        (asked.Page.First, asked.Page.After).ShouldBe((1, "c0"));
    }

    [Test]
    public async Task RetryEmail_shows_the_email_or_why_it_cannot_be()
    {
        var id = Some.Id();
        var global = Some.Global("Email", id);
        Shop.On<RetryEmailRequest>(request => new RetryEmailResponse { Email = new(Dead(request.Id)) { Status = EmailStatus.Queued, Attempts = 0 } });
        (await Door.AskAsync(Retry, new { id = global }))["retryEmail"].ShouldBe("{'email':{'status':'QUEUED','attempts':0},'errors':null}");
        Shop.Asked<RetryEmailRequest>().Single().Id.ShouldBe(id);

        Shop.On<RetryEmailRequest>(_ => throw Fault.Precondition("EMAIL_SENT", "It was sent."));
        Shop.On<GetEmailRequest>(request => new GetEmailResponse { Email = new(Dead(request.Id)) { Status = EmailStatus.Sent } });
        (await Door.AskAsync(Retry, new { id = global }))["retryEmail.errors"].ShouldBe("[{'__typename':'WrongStateError','status':'SENT'}]");
        Shop.On<RetryEmailRequest>(_ => throw Fault.NotFound("email"));
        (await Door.AskAsync(Retry, new { id = global }))["retryEmail.errors"].ShouldBe("[{'__typename':'NotFoundError'}]");
    }

    [Test]
    public async Task Email_is_found_by_its_id()
    {
        var email = Dead(Some.Id());
        Shop.On<GetEmailRequest>(request => request.Id == email.Id ? new GetEmailResponse { Email = email } : throw Fault.NotFound("email"));
        (await Door.AskAsync("query($id: ID!) { node(id: $id) { ... on Email { to } } }", new { id = Some.Global("Email", email.Id) }))["node.to"].ShouldBe("ada@example.com");
    }

    private static Email Dead(string id) => new()
    {
        Id = id, To = "ada@example.com", Template = "order-confirmed", Subject = "Your order", Status = EmailStatus.Dead, Attempts = 8, LastError = "refused",
        CreatedAt = Timestamp.FromDateTime(new DateTime(2026, 1, 2, 12, 0, 0, DateTimeKind.Utc)),
    };
}
