using System.Text.Json;
using System.Text.RegularExpressions;
using CommerceKata.Standalone;
using CommerceKata.TestKit;

namespace CommerceKata.EndToEnd.Tests;

/// <summary>docs/graphql.md says what happens: its examples are run in a shop, and what it names is there.</summary>
internal sealed partial class GraphDocumentTests() : ShopFixture("Cart:StockPatience=00:00:05")
{
    private const string Document = "docs/graphql.md";

    private static readonly string Text = File.ReadAllText(Path.Combine(Docs.Root, Document));
    private static readonly NodeScript Clients = new("live");

    private readonly Dictionary<string, string> _known = [];
    private Visitor _guest = null!;

    [OneTimeSetUp]
    public async Task PrepareAsync()
    {
        await Clients.InstallAsync();
        _guest = await Shop.GuestAsync();
        _known["token"] = _guest.Token!;
        _known["product"] = (await _guest.ProductAsync("KIT-MIL-PEP")).Id;
        _known["order"] = (await _guest.BuyAsync(_known["product"])).At("order.id").GetString()!;
    }

    [Test]
    public async Task Examples_answer_what_the_document_says()
    {
        var examples = Examples.In(Document);
        examples.Select(example => example.Language).Distinct().ShouldBe(["graphql", "sh", "js"], ignoreOrder: true);
        List<string> wrong = [];
        foreach (var example in examples)
        {
            var said = example.Answer.ShouldNotBeNull($"each example has its answer below it: {example.Text}");
            var came = await (example.Language switch
            {
                "graphql" => AskAsync(example.Text),
                "js" => RunAsync(example.Text),
                _ => Shell.RunAsync(Here(example.Text), example.Text.Contains("curl -N", StringComparison.Ordinal) ? Examples.Lines(said).Length : null, _known),
            });
            if (Examples.Difference(said, came) is { } why) wrong.Add($"{why}\nof {example.Text}it came {came}");
        }

        wrong.ShouldBeEmpty();
    }

    [Test]
    public void Table_of_codes_has_every_code_of_the_front_door_and_no_other()
    {
        var raised = Sources("Engine", "Http", "Limits", "Documents", "Live").SelectMany(source => Code().Matches(source)).Select(found => found.Groups["code"].Value).Distinct().ToList();
        raised.ShouldContain("COST_EXCEEDED");
        CodesInTable().ShouldBe(raised, ignoreOrder: true);
    }

    [Test]
    public void Tests_and_settings_that_the_document_names_are_there()
    {
        var tests = Directory.GetFiles(Path.Combine(Docs.Root, "tests"), "*Tests.cs", SearchOption.AllDirectories)
            .ToLookup(file => Path.GetFileNameWithoutExtension(file), File.ReadAllText);
        var named = TestName().Matches(Text);
        named.Count.ShouldBeGreaterThan(30);
        foreach (Match test in named)
        {
            var method = test.Groups["method"] is { Success: true } one ? $" {one.Value}(" : "";
            tests[test.Groups["class"].Value].Any(source => source.Contains(method, StringComparison.Ordinal)).ShouldBeTrue(test.Value);
        }

        // Those that the front door reads, and those of every process.
        var settings = string.Concat([.. Sources(".", "Limits", "Documents"), File.ReadAllText(Path.Combine(Docs.Root, "docs/configuration.md"))]);
        foreach (Match setting in Setting().Matches(Text)) settings.ShouldContain(setting.Groups["name"].Value);
    }

    private static IEnumerable<string> Sources(params string[] folders) =>
        folders.SelectMany(folder => Directory.GetFiles(Path.Combine(Docs.Root, "graph-gateway", folder), "*.cs", folder == "." ? SearchOption.TopDirectoryOnly : SearchOption.AllDirectories))
            .Select(File.ReadAllText);

    private string Here(string text) => text.Replace("localhost:8080", new Uri(Shop.Shop.GraphQL).Authority, StringComparison.Ordinal);

    private async Task<string> AskAsync(string document)
    {
        var visitor = Shop.Visitor();
        if (document.StartsWith("# as a guest\n", StringComparison.Ordinal)) visitor.Token = _guest.Token;
        else document.ShouldNotStartWith("#");
        var variables = _known.Where(one => document.Contains($"${one.Key}:", StringComparison.Ordinal)).ToDictionary(one => one.Key, one => (object)one.Value);
        var answer = await visitor.PostAsync(document, variables);
        // The guest's session has ended: from here on the examples go on as the customer.
        if (visitor.Token is not null && answer.TryGetProperty("data", out var data) && data.TryGetProperty("register", out var register))
            _guest.Token = _known["token"] = register.At("session.accessToken").GetString()!;
        return answer.ToString();
    }

    private async Task<string> RunAsync(string script)
    {
        foreach (var (name, value) in _known) script = script.Replace($"process.env.{name}", JsonSerializer.Serialize(value), StringComparison.Ordinal);
        using var node = Clients.Start("node", "--input-type=module", "--eval", Here(script));
        var printed = await Task.WhenAll(node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync()).WaitAsync(TimeSpan.FromSeconds(60));
        return string.Concat(printed);
    }

    /// <summary>The codes in the first column of the table of errors.</summary>
    private static IEnumerable<string> CodesInTable() =>
        from row in Text[Text.IndexOf("| code | when |", StringComparison.Ordinal)..].Split('\n').TakeWhile(line => line.StartsWith('|'))
        from Match code in CodeInTable().Matches(row.Split('|')[1])
        select code.Groups["code"].Value;

    [GeneratedRegex("(Code = |[(,]\\s*|(Internal|Unauthenticated) = )\"(?<code>[A-Z]+_[A-Z_]+|INTERNAL|CONFLICT|FORBIDDEN|UNAUTHENTICATED|TIMEOUT|OVERLOADED)\"")]
    private static partial Regex Code();

    [GeneratedRegex("`(?<code>[A-Z_]+)`")]
    private static partial Regex CodeInTable();

    [GeneratedRegex(@"`(?<class>[A-Z][A-Za-z]+Tests)(\.(?<method>[A-Za-z_0-9]+))?`")]
    private static partial Regex TestName();

    [GeneratedRegex("`(?<name>(GraphQL|Listen|Federation|Telemetry):[A-Za-z]+)`")]
    private static partial Regex Setting();
}
