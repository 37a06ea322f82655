using System.Text;
using System.Text.RegularExpressions;
using CommerceKata.TestKit;

namespace CommerceKata.Gateway.Tests;

/// <summary>
/// What can be wrong with a field, as the sources say it: each kind has one code, its params hold all that its messages
/// are made of, and
/// docs/graphql.md has them all.
/// </summary>
internal sealed partial class CodeTests
{
    private static readonly string[] Places = ["services", "graph-gateway"];

    /// <summary>Limits of an operation, and tokens that do not count, which are no fields' problems.</summary>
    private static readonly string[] Others = ["LimitExceededError.cs", "RefusedToken.cs"];

    [Test]
    public void Params_hold_all_that_a_message_is_made_of()
    {
        Problems().Count.ShouldBeGreaterThan(30);
        Problems().Where(problem => problem.Holes.Any(hole =>
            !problem.Params.Any(param => param.Value.Contains(hole, StringComparison.Ordinal)))).ShouldBeEmpty();
    }

    [Test]
    public void Code_has_the_same_params_wherever_it_is_said()
    {
        foreach (var kind in Problems().GroupBy(problem => problem.Code))
            kind.Select(problem => string.Join(' ', problem.Params.Select(param => param.Name)))
                .Where(names => names.Length > 0).Distinct().Count().ShouldBeLessThanOrEqualTo(1, kind.Key);
    }

    [Test]
    public void Messages_are_the_end_of_a_sentence_and_name_no_field_as_the_wire_does()
    {
        foreach (var problem in Problems())
        {
            problem.Message.ShouldMatch("^(is|are|was|must|would|cannot) ", problem.Code);
            problem.Message.ShouldNotEndWith(".", problem.Code);
            WireName().IsMatch(problem.Message).ShouldBeFalse(problem.Message);
        }
    }

    [Test]
    public void Document_has_every_code()
    {
        var table = new StringBuilder("| code | message, after the field's name | params |\n|---|---|---|\n");
        foreach (var kind in Problems().GroupBy(problem => problem.Code)
            .OrderBy(kind => kind.Key, StringComparer.Ordinal))
        {
            var messages = string.Join(
                "; ", kind.Select(problem => problem.Written).Distinct().Order(StringComparer.Ordinal));
            var names = string.Join(", ", kind.SelectMany(problem => problem.Params.Select(param => $"`{param.Name}`"))
                .Distinct().Order(StringComparer.Ordinal));
            table.Append(null, $"| `{kind.Key}` | {messages} | {names} |\n");
        }

        Docs.PartShouldBe("docs/graphql.md", "codes", table.ToString());
    }

    private static List<Said> Problems() =>
    [
        .. from place in Places
           from file in Directory.EnumerateFiles(Path.Combine(Docs.Root, place), "*.cs", SearchOption.AllDirectories)
           where !file.Contains("/obj/", StringComparison.Ordinal) && !Others.Contains(Path.GetFileName(file))
           from Match match in Problem().Matches(File.ReadAllText(file))
           select new Said(
               match.Groups["code"].Value, match.Groups["message"].Value,
               [.. Param().Matches(match.Groups["params"].Value)
                   .Select(param => (param.Groups[1].Value, param.Groups[2].Value))]),
    ];

    /// <summary>A problem as the source has it.</summary>
    private sealed record Said(string Code, string Message, (string Name, string Value)[] Params)
    {
        public IEnumerable<string> Holes => Hole().Matches(Message).Select(hole => hole.Groups[1].Value);

        /// <summary>The message with its parts by name: "must have at most {max} characters".</summary>
        public string Written => Hole().Replace(
            Message, hole => $"{{{Array.Find(Params, param => param.Value.Contains(hole.Groups[1].Value, StringComparison.Ordinal)).Name}}}");
    }

    [GeneratedRegex("""new(?: Problem)?\(\s*"(?<code>[A-Z][A-Z_]+)",\s*\$?"(?<message>[^"]*)"(?<params>(?:,\s*\("\w+",(?:[^()]|\([^()]*\))*\))*)\)""")]
    private static partial Regex Problem();

    [GeneratedRegex("""\("(\w+)",\s*((?:[^()]|\([^()]*\))*)\)""")]
    private static partial Regex Param();

    [GeneratedRegex(@"\{([^}]+)\}")]
    private static partial Regex Hole();

    [GeneratedRegex("[a-z]_[a-z]")]
    private static partial Regex WireName();
}
