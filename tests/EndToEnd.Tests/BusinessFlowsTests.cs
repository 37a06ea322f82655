using System.Text.RegularExpressions;

namespace CommerceKata.EndToEnd.Tests;

/// <summary>docs/business-flows.md keeps its promise: each step names tests that exist.</summary>
internal sealed partial class BusinessFlowsTests
{
    private static readonly string Root = AppContext.BaseDirectory.Split("/tests/")[0];
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(Root, "docs", "business-flows.md"));

    [TestCase("FA", 6)]
    [TestCase("FB", 4)]
    [TestCase("FC", 5)]
    public void Each_step_of_a_flow_stands_in_its_diagram_and_names_tests_that_exist(string flow, int steps)
    {
        foreach (var step in Enumerable.Range(1, steps).Select(number => $"{flow}.{number}"))
        {
            Lines.ShouldContain(line => line.Contains($"({step})", StringComparison.Ordinal), step);
            var row = Lines.Single(line => line.StartsWith($"| {step} |", StringComparison.Ordinal));
            var tests = Link().Matches(row);
            tests.Count.ShouldBePositive(step);
            foreach (Match test in tests)
            {
                var file = Path.Combine(Root, "docs", test.Groups["file"].Value);
                File.Exists(file).ShouldBeTrue(file);
                File.ReadAllText(file).ShouldContain($" {test.Groups["name"].Value}(", Case.Sensitive);
            }
        }
    }

    [GeneratedRegex(@"\[(?<name>\w+)\]\((?<file>\.\./tests/[^)]+)\)")]
    private static partial Regex Link();
}
