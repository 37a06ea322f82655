using CommerceKata.ServiceDefaults.Errors;

namespace CommerceKata.Inventory.Tests;

/// <summary>Every way to end a reservation from every status, without a database.</summary>
internal sealed class EndingTests
{
    private static readonly Dictionary<string, Ending> Endings = new()
    {
        ["settle"] = Ending.Settle,
        ["release"] = Ending.Release,
        ["confirmed"] = Ending.Confirmed,
        ["ended"] = Ending.Ended,
    };

    [TestCase("settle", Status.Active, Status.Settled, -1, -1)]
    [TestCase("release", Status.Active, Status.Released, 0, -1)]
    [TestCase("release", Status.Expired, Status.Released, 0, 0)]
    [TestCase("confirmed", Status.Active, Status.Settled, -1, -1)]
    [TestCase("confirmed", Status.Expired, Status.Settled, -1, 0)]
    [TestCase("ended", Status.Active, Status.Cancelled, 0, -1)]
    [TestCase("ended", Status.Settled, Status.Cancelled, 1, 0)]
    [TestCase("ended", Status.Released, Status.Cancelled, 0, 0)]
    [TestCase("ended", Status.Expired, Status.Cancelled, 0, 0)]
    public void Ending_from_a_status_that_allows_it_moves_the_units(string ending, string from, string to, int onHand, int reserved)
    {
        var move = Endings[ending].From(from).ShouldNotBeNull();
        (move.From, move.To, move.OnHand, move.Reserved).ShouldBe((from, to, onHand, reserved));
        // The ledger has a line just where on_hand changes.
        (move.Reason is not null).ShouldBe(onHand != 0);
    }

    [TestCase("settle", Status.Settled)]
    [TestCase("release", Status.Released)]
    [TestCase("release", Status.Cancelled)]
    [TestCase("confirmed", Status.Settled)]
    [TestCase("confirmed", Status.Cancelled)]
    [TestCase("ended", Status.Cancelled)]
    public void Ending_what_has_ended_so_does_nothing(string ending, string from) => Endings[ending].From(from).ShouldBeNull();

    [TestCase("settle", Status.Released)]
    [TestCase("settle", Status.Expired)]
    [TestCase("settle", Status.Cancelled)]
    [TestCase("release", Status.Settled)]
    [TestCase("confirmed", Status.Released)]
    public void Ending_what_has_ended_otherwise_is_refused(string ending, string from) =>
        Should.Throw<Fault>(() => Endings[ending].From(from)).Reason.ShouldBe("RESERVATION_" + from);
}
