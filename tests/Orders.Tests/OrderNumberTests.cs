namespace CommerceKata.Orders.Tests;

internal sealed class OrderNumberTests
{
    [Test]
    public void Numbers_are_short_readable_and_differ()
    {
        var drawn = Enumerable.Range(0, 1_000).Select(_ => OrderNumber.Draw()).ToList();
        drawn.ShouldAllBe(number => System.Text.RegularExpressions.Regex.IsMatch(number, "^CK-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$"));
        drawn.Distinct().Count().ShouldBe(1_000);
    }
}
