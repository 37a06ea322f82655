namespace CommerceKata.Inventory.Tests;

/// <summary>Who gets what, decided without a database.</summary>
internal sealed class AllotmentTests
{
    private static readonly Guid One = Guid.CreateVersion7();
    private static readonly Guid Two = Guid.CreateVersion7();

    private static readonly Dictionary<Guid, int> Available = new() { [One] = 5, [Two] = 3 };

    [Test]
    public void Those_who_come_first_are_served_until_nothing_is_left()
    {
        var missing = Allotment.Of(Available, [[new(One, 3)], [new(One, 2)], [new(One, 1)]]);
        missing.Select(lines => lines.Count).ShouldBe([0, 0, 1]);
        missing[2].ShouldBe([new(One, Requested: 1, Available: 0)]);
    }

    [Test]
    public void Order_that_is_short_of_one_line_takes_nothing_and_leaves_it_to_those_behind()
    {
        var missing = Allotment.Of(Available, [[new(One, 5), new(Two, 4)], [new(One, 5), new(Two, 3)]]);
        missing[0].ShouldBe([new(Two, Requested: 4, Available: 3)]);
        missing[1].ShouldBeEmpty();
    }

    [Test]
    public void Product_that_nobody_knows_has_nothing_left() =>
        Allotment.Of(Available, [[new(Guid.Empty, 1)]])[0].ShouldBe([new(Guid.Empty, Requested: 1, Available: 0)]);
}
