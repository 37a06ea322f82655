using CommerceKata.Gateway.Engine;
using CommerceKata.Gateway.Subgraphs;
using GraphQL;
using GraphQL.Types;

namespace CommerceKata.Gateway.Tests;

/// <summary>A place of the schema where a client writes a value.</summary>
/// <param name="Name">What tells it apart: Mutation.checkout(input.lines.quantity).</param>
/// <param name="Type">What is expected there.</param>
/// <param name="HasDefault">Whether the schema has a default for it.</param>
/// <param name="Write">The document with these variable declarations and this value; all that is required beside it is there.</param>
internal sealed record InputPlace(string Name, IGraphType Type, bool HasDefault, Func<string, string, string> Write);

/// <summary>
/// Every place of our schema where a client writes a value: arguments of all fields, the fields of their input objects at any
/// depth, and arguments of directives.
/// </summary>
internal static class InputPlaces
{
    private static readonly ISchema Schema = ComposedSchema.Of(FrontDoor.Subgraphs);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<InputPlace> All { get; } = [.. Find()];

    /// <summary>A literal of this type.</summary>
    public static string Literal(IGraphType type) => type switch
    {
        NonNullGraphType required => Literal(required.ResolvedType!),
        ListGraphType list => $"[{Literal(list.ResolvedType!)}]",
        IInputObjectGraphType input => $"{{{string.Join(", ", Required(input.Fields).Select(field => $"{field.Name}: {Literal(field.ResolvedType!)}"))}}}",
        EnumerationGraphType choice => choice.Values.First().Name,
        _ => type.Name switch
        {
            "Int" => "1",
            "Boolean" => "true",
            "Decimal" => "\"12.50\"",
            "CurrencyCode" => "\"USD\"",
            "DateTime" => "\"2026-01-02T12:00:00Z\"",
            "UUID" => "\"0192f0c1-7f00-7000-8000-000000000001\"",
            _ => "\"x\"",
        },
    };

    /// <summary>A value for a variable of this type.</summary>
    public static object Value(IGraphType type) => type switch
    {
        NonNullGraphType required => Value(required.ResolvedType!),
        ListGraphType list => new[] { Value(list.ResolvedType!) },
        IInputObjectGraphType input => Required(input.Fields).ToDictionary(field => field.Name, field => Value(field.ResolvedType!)),
        EnumerationGraphType choice => choice.Values.First().Name,
        _ => Literal(type) switch { "1" => 1, "true" => true, var text => text.Trim('"') },
    };

    private static IEnumerable<InputPlace> Find()
    {
        yield return new("@skip(if:)", new NonNullGraphType(new BooleanGraphType()), false, (variables, value) => $"query{variables} {{ __typename @skip(if: {value}) }}");
        yield return new("@include(if:)", new NonNullGraphType(new BooleanGraphType()), false, (variables, value) => $"query{variables} {{ ... @include(if: {value}) {{ __typename }} }}");
        HashSet<string> seen = [];
        Queue<(IComplexGraphType Type, Func<string, string, string> Within)> types = new(
        [
            (Schema.Query, (variables, selection) => $"query{variables} {{ {selection} }}"),
            (Schema.Mutation!, (variables, selection) => $"mutation{variables} {{ {selection} }}"),
            (Schema.Subscription!, (variables, selection) => $"subscription{variables} {{ {selection} }}"),
        ]);
        while (types.TryDequeue(out var next))
        {
            if (!seen.Add(next.Type.Name)) continue;
            foreach (var field in next.Type.Fields)
            {
                var below = field.ResolvedType!.GetNamedType();
                var selection = below is IComplexGraphType or UnionGraphType ? " { __typename }" : "";
                foreach (var place in Of(field.Arguments ?? [], $"{next.Type.Name}.{field.Name}(", ")"))
                    yield return place with { Write = (variables, value) => next.Within(variables, $"{field.Name}({place.Write("", value)}){selection}") };
                var given = string.Join(", ", Required(field.Arguments ?? []).Select(one => $"{one.Name}: {Literal(one.ResolvedType!)}"));
                var written = given is "" ? field.Name : $"{field.Name}({given})";
                foreach (var type in Possible(below))
                    types.Enqueue((type, (variables, inner) => next.Within(variables, type == below ? $"{written} {{ {inner} }}" : $"{written} {{ ... on {type.Name} {{ {inner} }} }}")));
            }
        }
    }

    /// <summary>The places of arguments or fields; each writes all that are required beside it.</summary>
    private static IEnumerable<InputPlace> Of<T>(IEnumerable<T> inputs, string before, string after)
        where T : IProvideResolvedType, IHaveDefaultValue
    {
        var all = inputs.ToList();
        foreach (var one in all)
        {
            var name = NameOf(one);
            var beside = string.Concat(Required(all).Where(other => NameOf(other) != name).Select(other => $", {NameOf(other)}: {Literal(other.ResolvedType!)}"));
            yield return new($"{before}{name}{after}", one.ResolvedType!, one.DefaultValue is not null, (_, value) => $"{name}: {value}{beside}");
            if (one.ResolvedType!.GetNamedType() is not IInputObjectGraphType input) continue;
            foreach (var inner in Of(input.Fields, $"{before}{name}.", after))
                yield return inner with { Write = (_, value) => $"{name}: {{{inner.Write("", value)}}}{beside}" };
        }
    }

    private static IEnumerable<T> Required<T>(IEnumerable<T> inputs)
        where T : IProvideResolvedType, IHaveDefaultValue => inputs.Where(one => one is { ResolvedType: NonNullGraphType, DefaultValue: null });

    private static string NameOf<T>(T input) => input switch
    {
        QueryArgument argument => argument.Name,
        FieldType field => field.Name,
        _ => throw new NotSupportedException($"{input}"),
    };

    private static IEnumerable<IComplexGraphType> Possible(IGraphType type) => type switch
    {
        IObjectGraphType leaf => [leaf],
        IAbstractGraphType choice => [.. choice.PossibleTypes],
        _ => [],
    };
}
