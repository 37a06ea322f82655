using Commerce.Catalog.V1;
using CommerceKata.ServiceDefaults.Data;
using CommerceKata.ServiceDefaults.Messaging;
using CommerceKata.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace CommerceKata.ServiceDefaults.Tests;

/// <summary>A caller waits until another service has applied an event.</summary>
/// <remarks>The publisher's clock stands still: no pace of a relay ever ends, and no caller looks at the outbox by itself.</remarks>
internal sealed class ExpectationTests() : PublishingFixture(TestHosts.Timeless)
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(1);

    private Outbox Outbox => OutboxOf(Publisher.Services);

    private static string Type => ProductCreated.Descriptor.FullName;

    [Test]
    public async Task Caller_is_woken_when_the_event_is_applied_and_only_such_events_do_not_wait_for_the_pace()
    {
        for (var turn = 0; turn < 3; turn++)
        {
            await PublishAndMeetAsync($"AWAITED-{turn}");
            (await HeardAsync($"AWAITED-{turn}")).ShouldBe(1);
        }

        // The relay has just delivered something: another event waits, for ever by this clock.
        await PublishAsync(Outbox, Here, "UNAWAITED", Guid.CreateVersion7());
        (await LeftAsync("UNAWAITED", "Inventory")).ShouldBe(1);
        // It goes with the next one that is waited for.
        await PublishAndMeetAsync("AWAITED-LAST");
        (await HeardAsync("UNAWAITED")).ShouldBe(1);
    }

    [Test]
    public async Task Caller_of_what_was_not_published_does_not_wait()
    {
        using var expected = Outbox.Expect<ProductCreated>(Guid.CreateVersion7(), "Inventory");
        await PublishAsync(Outbox, Here, "ANOTHER", Guid.CreateVersion7());
        await expected.MeetAsync(default);
        await expected.MeetAsync(default, elsewhere: true);
    }

    /// <summary>By a clock on which every pause is over at once.</summary>
    [TestCase(false)]
    [TestCase(true)]
    public async Task Caller_waits_half_a_second_at_most_for_a_destination_that_hangs(bool elsewhere)
    {
        var clock = new HastyClock();
        var (all, id) = (new Expectations(), Guid.CreateVersion7());
        var outbox = elsewhere ? Outbox : new Outbox(Routes, Signal(all), Here, clock);
        using var expected = new Expectation(Type, id, "Cart", all, outbox, clock);
        await PublishAsync(outbox, Here, "HANGS", id);
        await expected.MeetAsync(default, elsewhere).WaitAsync(Long);
        clock.Passed.ShouldBe(Expectation.Patience);
        (await LeftAsync("HANGS", "Cart")).ShouldBePositive();
    }

    [Test]
    public async Task Caller_does_not_wait_for_a_destination_that_fails()
    {
        await There.ExecuteAsync("INSERT INTO poison VALUES ('FAILS')", null, default);
        await PublishAndMeetAsync("FAILS");
        (await HeardAsync("FAILS")).ShouldBe(0);
        (await LeftAsync("FAILS", "Inventory")).ShouldBe(1);
    }

    [Test]
    public async Task Destination_that_is_away_is_no_error()
    {
        var nobody = $"http://127.0.0.1:{FreePort.Take()}";
        await using var alone = await TestService.StartAsync(
            TestHosts.Publisher, ("Services:Inventory", nobody), ("Services:Cart", nobody));
        var (outbox, database) = (OutboxOf(alone.Services), alone.Services.GetRequiredService<Database>());
        var id = Guid.CreateVersion7();
        using var expected = outbox.Expect<ProductCreated>(id, "Cart");
        await PublishAsync(outbox, database, "AWAY", id);
        await expected.MeetAsync(default).WaitAsync(Long);
    }

    [Test]
    public async Task Caller_sees_that_another_replica_delivered()
    {
        // This one is not started: it has no relay.
        await using var other = TestHosts.Publisher(
        [
            "--environment=Development", $"--ConnectionStrings:ServiceDefaults.Tests={Publisher.ConnectionString}",
            "--Services:Inventory=http://127.0.0.1:1", "--Services:Cart=http://127.0.0.1:1",
            "--Telemetry:Enabled=false", "--Log:Level=Fatal",
        ]);
        // Pauses are over at once, and time does not pass: it looks until the event is gone.
        var clock = new HastyClock { Stands = true };
        var (all, id) = (new Expectations(), Guid.CreateVersion7());
        using var expected = new Expectation(Type, id, "Inventory", all, OutboxOf(other.Services), clock);
        await PublishAsync(new Outbox(Routes, Signal(all), Here, clock), Here, "ELSEWHERE", id);
        var met = expected.MeetAsync(default);
        Hurry();
        await met.WaitAsync(Long);
        (await HeardAsync("ELSEWHERE")).ShouldBe(1);
    }

    [Test]
    public async Task Command_without_a_relay_waits_as_long_as_others_deliver()
    {
        var clock = new HastyClock { Stands = true };
        var outbox = new Outbox(Routes, new OutboxSignal(), Here, clock);
        var facts = Enumerable.Range(0, 3).Select(at => (Guid.CreateVersion7(), new ProductCreated { Sku = $"MANY-{at}" })).ToList();
        var ids = await Here.TransactionAsync(
            transaction => outbox.PublishManyAsync(transaction, "MANY", facts, default), default);
        var left = outbox.WaitAsync("Inventory", ids, default);
        Hurry();
        (await left.WaitAsync(Long)).ShouldBe(0);
        for (var at = 0; at < 3; at++) (await HeardAsync($"MANY-{at}")).ShouldBe(1);
        // Nothing moves towards the one that hangs.
        clock.Stands = false;
        (await outbox.WaitAsync("Cart", ids, default).WaitAsync(Long)).ShouldBe(3);
        clock.Passed.ShouldBeInRange(TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(4));
    }

    [Test]
    public void Nothing_is_remembered_of_who_has_waited()
    {
        var all = new Expectations();
        var id = Guid.CreateVersion7();
        using (new Expectation("type", id, "Cart", all, Outbox, TimeProvider.System)) all.Write("type", id, id).ShouldBe(["Cart"]);
        all.Write("type", id, id).ShouldBeEmpty();
        all.Tried("Cart", [id]);
    }

    private static OutboxRoutes Routes => new OutboxRoutes().Send<ProductCreated>("Inventory", "Cart");

    /// <summary>A signal that no relay hears.</summary>
    private static OutboxSignal Signal(Expectations expectations) => new() { Expectations = expectations };

    private static Outbox OutboxOf(IServiceProvider services) => services.GetRequiredService<Outbox>();

    /// <summary>Has the relays of the publisher look, whatever its clock says.</summary>
    private void Hurry()
    {
        var signal = Publisher.Services.GetRequiredService<OutboxSignal>();
        signal.HurryTo("Inventory").Wake();
        signal.Wake();
    }

    private async Task PublishAndMeetAsync(string sku)
    {
        var id = Guid.CreateVersion7();
        using var expected = Outbox.Expect<ProductCreated>(id, "Inventory");
        await PublishAsync(Outbox, Here, sku, id);
        await expected.MeetAsync(default).WaitAsync(Long);
    }

    private static Task PublishAsync(Outbox outbox, Database database, string sku, Guid id) => database.TransactionAsync(
        transaction => outbox.PublishAsync(transaction, aggregateType: sku, id, new ProductCreated { Sku = sku }, default), default);

    private Task<int> HeardAsync(string sku) =>
        There.QuerySingleOrDefaultAsync<int>("SELECT count(*)::int FROM heard WHERE what = @sku", new { sku }, default);

    private Task<int> LeftAsync(string sku, string destination) => Here.QuerySingleOrDefaultAsync<int>(
        "SELECT count(*)::int FROM outbox WHERE aggregatetype = @sku AND destination = @destination", new { sku, destination }, default);

    /// <summary>A clock on which every pause is over at once, and has then passed, unless time stands.</summary>
    private sealed class HastyClock : TimeProvider
    {
        private long _passed;

        public bool Stands { get; set; }

        public TimeSpan Passed => TimeSpan.FromTicks(Interlocked.Read(ref _passed));

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Interlocked.Read(ref _passed);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            if (!Stands) Interlocked.Add(ref _passed, dueTime.Ticks);
            return System.CreateTimer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }
}
