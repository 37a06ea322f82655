using System.Text.RegularExpressions;

namespace CommerceKata.Telemetry.Tests.Dashboards;

/// <summary>As much of PromQL as it takes to see which series an expression asks for.</summary>
internal static partial class PromQL
{
    private static readonly HashSet<string> Words = ["and", "or", "unless", "bool", "offset", "by", "without", "on", "ignoring", "group_left", "group_right"];

    /// <summary>The names of its series.</summary>
    public static IReadOnlySet<string> Names(string expression)
    {
        var bare = Grouping().Replace(Window().Replace(Text().Replace(Matchers().Replace(expression, ""), ""), ""), "");
        return Name().Matches(bare).Where(match => !Words.Contains(match.Value)).Select(match => match.Value).ToHashSet();
    }

    [GeneratedRegex("{[^}]*}")]
    private static partial Regex Matchers();

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Text();

    [GeneratedRegex(@"\[[^\]]*\]|offset +\S+")]
    private static partial Regex Window();

    [GeneratedRegex(@"\b(by|without|on|ignoring)\s*\([^)]*\)")]
    private static partial Regex Grouping();

    /// <summary>What is followed by a parenthesis is a function; a number has a digit before it.</summary>
    [GeneratedRegex(@"(?<![\w.])[a-zA-Z_:][\w:]*\b(?!\s*\()")]
    private static partial Regex Name();
}
