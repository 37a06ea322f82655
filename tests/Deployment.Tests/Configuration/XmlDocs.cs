using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace CommerceKata.Deployment.Tests.Configuration;

/// <summary>The summaries that the compiler wrote beside an assembly, as Markdown.</summary>
internal static partial class XmlDocs
{
    private static readonly Dictionary<Assembly, Dictionary<string, XElement>> Read = [];

    public static string SummaryOf(MemberInfo member)
    {
        var owner = member.DeclaringType!;
        var kind = member is PropertyInfo ? 'P' : 'F';
        if (!Read.TryGetValue(owner.Assembly, out var docs))
        {
            var file = XDocument.Load(Path.ChangeExtension(owner.Assembly.Location, ".xml"));
            Read[owner.Assembly] = docs = file.Descendants("member").ToDictionary(each => each.Attribute("name")!.Value);
        }

        var name = $"{kind}:{owner.FullName!.Replace('+', '.')}.{member.Name}";
        docs.ShouldContainKey(name, $"{owner.Name}.{member.Name} has no XML doc to tell what it does");
        var text = string.Concat(docs[name].Element("summary")!.Nodes().Select(Markdown));
        return Blanks().Replace(text, " ").Trim().Replace("|", "\\|", StringComparison.Ordinal);
    }

    private static string Markdown(XNode node) => node switch
    {
        XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
        XElement { Name.LocalName: "see" } see => $"`{see.Attribute("cref")!.Value.Split('.')[^1]}`",
        XText text => text.Value,
        _ => "",
    };

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
