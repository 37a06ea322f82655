using System.Text.RegularExpressions;
using CommerceKata.TestKit;

namespace CommerceKata.Deployment.Tests.Configuration;

/// <summary>docs/configuration.md says of every setting what it is.</summary>
internal sealed partial class ConfigurationTests
{
    private static readonly string[] Sources = ["services", "graph-gateway"];

    [Test]
    public void Document_shows_every_setting() => Docs.FileShouldBe("docs/configuration.md", ConfigurationDocument.Write(Setting.All));

    /// <summary>What is read one by one carries no class: the source is searched for it.</summary>
    [Test]
    public void Every_setting_that_the_source_reads_is_in_the_document()
    {
        var known = Setting.All.Select(setting => setting.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var read = Sources.SelectMany(folder => Directory.EnumerateFiles(Repository.At(folder), "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/Standalone/", StringComparison.Ordinal))
            .SelectMany(file => ReadOneByOne().Matches(File.ReadAllText(file))).Select(match => match.Groups[1].Value).ToHashSet();

        read.Count.ShouldBeGreaterThan(10);
        read.Where(name => !known.Contains(name)).ShouldBeEmpty();
    }

    [Test]
    public void Every_name_is_there_once() => Setting.All.GroupBy(setting => (setting.For, setting.Name)).Where(same => same.Count() > 1).ShouldBeEmpty();

    /// <summary><c>settings["Log:Level"]</c>, <c>GetValue("Log:Level"</c>, <c>Number(settings, "GraphQL:MaxBodyBytes"</c>.</summary>
    [GeneratedRegex("""(?:onfiguration\[|ettings\[|GetValue\(|GetValue<\w+>\(|ettings, )"(\w+(?::\w+)+)""")]
    private static partial Regex ReadOneByOne();
}
