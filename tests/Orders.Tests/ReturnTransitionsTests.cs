using System.Text.RegularExpressions;

namespace CommerceKata.Orders.Tests;

internal sealed partial class ReturnTransitionsTests
{
    [Test]
    public void Diagram_in_the_docs_shows_just_the_transitions_of_the_code()
    {
        var page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory.Split("/tests/")[0], "docs", "business-flows.md"));
        var drawn = Arrow().Matches(page[page.IndexOf("## Flow C", StringComparison.Ordinal)..]).Select(arrow => (arrow.Groups[1].Value, arrow.Groups[2].Value));
        drawn.ShouldBe(ReturnTransitions.All.Select(pair => (pair.From.Text(), pair.To.Text())), ignoreOrder: true);
    }

    [Test]
    public void Names_read_back_as_what_they_name()
    {
        foreach (var status in Enum.GetValues<ReturnStatus>())
        {
            ReturnTransitions.Parse(status.Text()).ShouldBe(status);
            status.ToProto().ToDomain().ShouldBe(status);
        }

        ReturnStatus.RefundFailed.Text().ShouldBe("REFUND_FAILED");
        ReturnStatus.RefundFailed.ToProto().ShouldBe(Commerce.Orders.V1.ReturnStatus.RefundFailed);
    }

    [GeneratedRegex(@"^\s+([A-Z_]+) --> ([A-Z_]+)(?::.*)?$", RegexOptions.Multiline)]
    private static partial Regex Arrow();
}
