using System.Text.Json;
using CommerceKata.TestKit;

namespace CommerceKata.Gateway.Tests;

/// <summary>Tools learn the same schema by introspection as from the SDL.</summary>
internal sealed class IntrospectionTests : OneDoorFixture
{
    /// <summary>What the specification of September 2025 gives these types, and arguments with default values.</summary>
    private static readonly Dictionary<string, string[]> Specified = new()
    {
        ["__Schema"] = ["description", "types", "queryType", "mutationType", "subscriptionType", "directives"],
        ["__Type"] =
        [
            "kind", "name", "description", "specifiedByURL", "fields(includeDeprecated=false)", "interfaces", "possibleTypes", "enumValues(includeDeprecated=false)",
            "inputFields(includeDeprecated=false)", "ofType", "isOneOf",
        ],
        ["__Field"] = ["name", "description", "args(includeDeprecated=false)", "type", "isDeprecated", "deprecationReason"],
        ["__InputValue"] = ["name", "description", "type", "defaultValue", "isDeprecated", "deprecationReason"],
        ["__EnumValue"] = ["name", "description", "isDeprecated", "deprecationReason"],
        ["__Directive"] = ["name", "description", "isRepeatable", "locations", "args(includeDeprecated=false)"],
    };

    [Test]
    public async Task Clients_build_the_same_schema_from_introspection_and_from_the_SDL()
    {
        var compare = new NodeScript("introspection");
        await compare.InstallAsync();
        var (exitCode, output) = await compare.RunAsync("compare.mjs", new Uri(Door.Http.BaseAddress!, "/graphql").ToString());
        exitCode.ShouldBe(0, output);
        var found = JsonDocument.Parse(output).RootElement;
        found.GetProperty("problems").EnumerateArray().ShouldBeEmpty();
        found.GetProperty("directives").EnumerateArray().Select(name => name.GetString())
            .ShouldBe(["cost", "deprecated", "include", "listSize", "oneOf", "skip", "specifiedBy"]);
    }

    [Test]
    public async Task Introspection_has_all_that_is_specified()
    {
        foreach (var (type, fields) in Specified)
        {
            var answer = await Door.AskAsync(
                "query($name: String!) { __type(name: $name) { fields { name args { name defaultValue } } } }", new { name = type });
            var has = answer.Data().GetProperty("__type").GetProperty("fields").EnumerateArray().Select(field => field.GetProperty("name").GetString() + string.Concat(
                field.GetProperty("args").EnumerateArray().Select(argument => $"({argument.GetProperty("name")}={argument.GetProperty("defaultValue")})")));
            fields.Except(has).ShouldBeEmpty(type);
        }
    }
}
