using Commerce.Catalog.V1;
using Commerce.Events.V1;
using CommerceKata.ServiceDefaults.Auth;
using CommerceKata.ServiceDefaults.Data;
using CommerceKata.ServiceDefaults.Messaging;
using CommerceKata.TestKit;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Client = Commerce.Events.V1.DeadLetterService.DeadLetterServiceClient;

namespace CommerceKata.ServiceDefaults.Tests;

/// <summary>Facts from one service's transaction to another's: over gRPC, with a database each.</summary>
internal sealed class OutboxTests() : PublishingFixture(TestHosts.Publisher)
{
    private Client Admin => Publisher.Client<Client>(Who.Admin);

    [Test]
    public async Task Fact_arrives_though_another_receiver_hangs()
    {
        // Two rounds: the second shows that the first did not wait for the receiver that hangs.
        await PublishAsync("FIRST");
        await ShouldBeHeardAsync("FIRST");
        await PublishAsync("SECOND");
        await ShouldBeHeardAsync("SECOND");
        (await WaitingAsync("FIRST", "Cart")).ShouldBe(1);
    }

    [Test]
    public async Task Fact_of_a_transaction_that_fails_is_never_told()
    {
        await Should.ThrowAsync<FormatException>(Here.TransactionAsync(async transaction =>
        {
            await TellAsync(transaction, "UNDONE");
            throw new FormatException();
        }, default));
        await PublishAsync("DONE");
        await ShouldBeHeardAsync("DONE");
        (await HeardAsync("UNDONE")).ShouldBe(0);
    }

    [Test]
    public async Task Fact_that_is_delivered_twice_is_applied_once()
    {
        await PublishAsync("TWICE");
        await ShouldBeHeardAsync("TWICE");
        await Eventually.HoldsAsync(async () => await WaitingAsync("TWICE", "Inventory") == 0, "the first delivery to be noted");
        // As after a crash between the delivery and the note of it.
        const string again = """
            INSERT INTO outbox (id, destination, aggregatetype, aggregateid, type, payload)
            SELECT id, 'Inventory', aggregatetype, aggregateid, type, payload FROM outbox
            WHERE destination = 'Cart' AND aggregatetype = 'TWICE'
            """;
        (await Here.ExecuteAsync(again, null, default)).ShouldBe(1);
        Wake();
        await Eventually.HoldsAsync(async () => await WaitingAsync("TWICE", "Inventory") == 0, "the second delivery to be noted");
        (await HeardAsync("TWICE")).ShouldBe(1);
    }

    [Test]
    public async Task Fact_delivered_to_two_at_once_is_applied_once()
    {
        var fact = Told("AT-ONCE");
        var calls = Enumerable.Range(0, 10).Select(_ => Subscriber.DeliverAsync(new() { Events = { fact } }).ResponseAsync);
        (await Task.WhenAll(calls)).ShouldAllBe(answer => answer.Failures.Count == 0);
        (await HeardAsync("AT-ONCE")).ShouldBe(1);
    }

    [Test]
    public async Task Fact_that_was_applied_before_is_no_failure_though_it_could_not_be_applied_now()
    {
        var fact = Told("SPOILT");
        (await Subscriber.DeliverAsync(new() { Events = { fact } })).Failures.ShouldBeEmpty();
        await There.ExecuteAsync("INSERT INTO poison VALUES ('SPOILT')", null, default);
        (await Subscriber.DeliverAsync(new() { Events = { fact } })).Failures.ShouldBeEmpty();
        (await HeardAsync("SPOILT")).ShouldBe(1);
    }

    [Test]
    public async Task Facts_that_arrive_together_are_each_applied_once_whatever_becomes_of_the_others()
    {
        var facts = Enumerable.Range(0, 5).Select(at => Told($"TOGETHER-{at}")).ToList();
        (await Subscriber.DeliverAsync(new() { Events = { facts[..3] } })).Failures.ShouldBeEmpty();
        // Three of them once more, a bad one, and one with no id.
        await There.ExecuteAsync("INSERT INTO poison VALUES ('TOGETHER-3')", null, default);
        var nameless = Told("TOGETHER-NAMELESS");
        nameless.Id = "x";
        var failures = (await Subscriber.DeliverAsync(new() { Events = { facts, nameless } })).Failures;
        failures.Select(failure => failure.EventId).ShouldBe([facts[3].Id, "x"]);
        for (var at = 0; at < 5; at++) (await HeardAsync($"TOGETHER-{at}")).ShouldBe(at == 3 ? 0 : 1, $"{at}");
        (await HeardAsync("TOGETHER-NAMELESS")).ShouldBe(0);
    }

    private static Event Told(string sku) => new()
    {
        Id = Guid.CreateVersion7().ToString(),
        Type = ProductCreated.Descriptor.FullName,
        Payload = Google.Protobuf.MessageExtensions.ToByteString(new ProductCreated { Sku = sku }),
    };

    [Test]
    public async Task Poison_holds_up_nobody_ends_among_the_dead_letters_and_can_be_repeated()
    {
        await There.ExecuteAsync("INSERT INTO poison VALUES ('POISON')", null, default);
        await PublishAsync("POISON", "HEALTHY");
        await ShouldBeHeardAsync("HEALTHY");

        // Pauses grow to minutes: the test ends each of them.
        const string due = "UPDATE outbox SET due_at = now() WHERE destination = 'Inventory' AND last_error IS NOT NULL";
        var letter = await Eventually.GetAsync(async () =>
        {
            if (await Here.ExecuteAsync(due, null, default) > 0) Wake();
            return (await Admin.ListDeadLettersAsync(new())).DeadLetters.SingleOrDefault(dead => dead.Destination == "Inventory");
        }, "the dead letter");
        (letter.Attempts, letter.Type, letter.LastError).ShouldBe((10, ProductCreated.Descriptor.FullName, nameof(FormatException)));
        (await WaitingAsync("POISON", "Inventory")).ShouldBe(0);
        (await HeardAsync("POISON")).ShouldBe(0);

        await There.ExecuteAsync("DELETE FROM poison", null, default);
        var request = new RequeueDeadLetterRequest { EventId = letter.EventId, Destination = letter.Destination };
        await Admin.RequeueDeadLetterAsync(request);
        await ShouldBeHeardAsync("POISON");
        await Admin.RequeueDeadLetterAsync(request).ShouldFailAsync(StatusCode.NotFound);
    }

    /// <summary>Two statements copy an event and name its columns: a column added later belongs to both.</summary>
    [Test]
    public async Task Event_stays_what_it_is_among_the_dead_letters_and_when_it_is_put_back()
    {
        const string optional = """
            SELECT column_name FROM information_schema.columns
            WHERE table_name = 'outbox' AND is_nullable = 'YES' AND data_type = 'text' AND column_name <> 'last_error'
            """;
        // What the queue keeps for itself.
        const string content = "(to_jsonb(kept) - ARRAY['seq', 'attempts', 'due_at', 'last_error', 'died_at'])::text";
        const string which = "WHERE id = @Id AND destination = 'Inventory'";
        const string outbox = $"SELECT {content} FROM outbox kept {which}";
        const string deadLetter = $"SELECT {content} FROM dead_letter kept {which}";
        const string last = $"UPDATE outbox SET attempts = 9, due_at = now() {which}";
        await There.ExecuteAsync("INSERT INTO poison VALUES ('COPIED')", null, default);
        var id = await Here.TransactionAsync(async transaction =>
        {
            await TellAsync(transaction, "COPIED");
            var columns = await transaction.QueryAsync<string>(optional, null, default);
            var filled = string.Join(", ", columns.Select(column => $"{column} = '{column}'"));
            var fill = $"UPDATE outbox SET {filled} WHERE aggregatetype = 'COPIED' RETURNING id";
            return (await transaction.QueryAsync<Guid>(fill, null, default)).Distinct().Single();
        }, default);
        var before = (await Here.QuerySingleOrDefaultAsync<string>(outbox, new { Id = id }, default)).ShouldNotBeNull();
        await DieAsync();
        (await Here.QuerySingleOrDefaultAsync<string>(deadLetter, new { Id = id }, default)).ShouldBe(before);
        await Admin.RequeueDeadLetterAsync(new() { EventId = id.ToString(), Destination = "Inventory" });
        (await Here.QuerySingleOrDefaultAsync<string>(outbox, new { Id = id }, default)).ShouldBe(before);
        // Both tables as they were.
        await DieAsync();
        await Here.ExecuteAsync("DELETE FROM dead_letter WHERE id = @Id", new { Id = id }, default);

        Task DieAsync() => Eventually.HoldsAsync(async () =>
        {
            if (await Here.ExecuteAsync(last, new { Id = id }, default) > 0) Wake();
            return await Here.QuerySingleOrDefaultAsync<string>(deadLetter, new { Id = id }, default) is not null;
        }, "the dead letter");
    }

    [Test]
    public async Task Fact_that_nobody_listens_to_or_without_an_id_is_named_in_the_answer()
    {
        var unknown = new Event { Id = Guid.CreateVersion7().ToString(), Type = "commerce.nobody.v1.Knows" };
        var nameless = new Event { Id = "x", Type = ProductCreated.Descriptor.FullName };
        var answer = await Subscriber.DeliverAsync(new() { Events = { unknown, nameless } });
        answer.Failures.Select(failure => (failure.EventId, failure.Reason))
            .ShouldBe([(unknown.Id, "UNKNOWN_EVENT"), ("x", "INVALID_INPUT")]);
    }

    [Test]
    public async Task Dead_letters_with_bad_input_name_every_field()
    {
        await Admin.ListDeadLettersAsync(new() { Limit = 501 }).ShouldViolateAsync("limit");
        await Admin.RequeueDeadLetterAsync(new() { EventId = "x" }).ShouldViolateAsync("event_id", "destination");
    }

    [Test]
    public async Task Every_rpc_lets_in_just_whom_it_should()
    {
        await AuthorizationMatrix.ShouldHoldAsync(
            Listener, EventSubscriberService.Descriptor, new Dictionary<string, Who> { ["Deliver"] = Who.Service });
        await AuthorizationMatrix.ShouldHoldAsync(Publisher, DeadLetterService.Descriptor, new Dictionary<string, Who>
        {
            ["ListDeadLetters"] = Who.Admin,
            ["RequeueDeadLetter"] = Who.Admin,
        });
    }

    private EventSubscriberService.EventSubscriberServiceClient Subscriber =>
        Listener.Client<EventSubscriberService.EventSubscriberServiceClient>(Who.Service);

    private Task PublishAsync(params string[] skus) => Here.TransactionAsync(async transaction =>
    {
        foreach (var sku in skus) await TellAsync(transaction, sku);
    }, default);

    private Task TellAsync(Transaction transaction, string sku) => Publisher.Services.GetRequiredService<Outbox>()
        .PublishAsync(transaction, aggregateType: sku, Guid.CreateVersion7(), new ProductCreated { Sku = sku }, default);

    private void Wake() => Publisher.Services.GetRequiredService<OutboxSignal>().Wake();

    private Task ShouldBeHeardAsync(string sku) => Eventually.HoldsAsync(async () => await HeardAsync(sku) == 1, sku + " to be heard");

    private Task<int> HeardAsync(string sku) =>
        There.QuerySingleOrDefaultAsync<int>("SELECT count(*)::int FROM heard WHERE what = @sku", new { sku }, default);

    private Task<int> WaitingAsync(string sku, string destination) => Here.QuerySingleOrDefaultAsync<int>(
        "SELECT count(*)::int FROM outbox WHERE aggregatetype = @sku AND destination = @destination", new { sku, destination }, default);
}
