using GraphQL;
using GraphQL.Types;
using GraphQLParser;
using GraphQLParser.AST;

namespace CommerceKata.Gateway.Limits;

/// <summary>Makes the plan of one operation. Each fragment is looked at once per size of the list that it is spread in.</summary>
internal sealed class CostCompiler(ISchema schema, CostModel model, GraphQLDocument document)
{
    private readonly List<CostSum> _sums = [];
    private readonly Dictionary<(ROM Fragment, Sized? Within), Cost> _fragments = [];

    /// <summary>What a selection costs: a number, and parts that depend on variables.</summary>
    private readonly record struct Cost(double Known, IReadOnlyList<CostPart> Parts);

    /// <summary>Fields whose lists have the size that the field above them was given.</summary>
    private sealed record Sized(IReadOnlyList<string> Fields, GivenSize Size);

    /// <summary>The plan.</summary>
    public CostPlan Compile(GraphQLOperationDefinition operation)
    {
        IGraphType? root = operation.Operation switch
        {
            OperationType.Query => schema.Query,
            OperationType.Mutation => schema.Mutation,
            _ => schema.Subscription,
        };
        Keep(Selections(operation.SelectionSet, root!, null));
        return new CostPlan(_sums);
    }

    private Cost Selections(GraphQLSelectionSet? selections, IGraphType type, Sized? within)
    {
        var known = 0d;
        List<CostPart> parts = [];
        foreach (var selection in selections?.Selections ?? [])
        {
            var cost = selection switch
            {
                GraphQLField field => Field(field, type, within),
                GraphQLInlineFragment inline => Selections(inline.SelectionSet, Narrowed(type, inline.TypeCondition), within),
                GraphQLFragmentSpread spread => Fragment(spread.FragmentName.Name.Value, within),
                _ => throw new InvalidOperationException($"A selection of kind {selection.Kind}."),
            };
            known += cost.Known;
            parts.AddRange(cost.Parts);
        }

        return new(known, parts);
    }

    private Cost Fragment(ROM name, Sized? within)
    {
        if (_fragments.TryGetValue((name, within), out var seen)) return seen;
        var fragment = document.FindFragmentDefinition(name)!;
        var cost = Selections(fragment.SelectionSet, Narrowed(schema.Query, fragment.TypeCondition), within);
        // One part wherever it is spread: else a few fragments that spread each other twice would make millions.
        if (cost.Parts.Count > 0) cost = new(0, [new CostPart(1, GivenSize.Of(1), Keep(cost))]);
        return _fragments[(name, within)] = cost;
    }

    private Cost Field(GraphQLField asked, IGraphType type, Sized? within)
    {
        // What the schema says of itself, and __typename, is asked of no service.
        if ((type as IComplexGraphType)?.GetField(asked.Name) is not { } field) return new(0, []);
        var declared = model.For(field);
        var given = declared.Size is { } size ? Given(asked, size) : (GivenSize?)null;
        var below = given is { } sized && declared.SizedFields.Count > 0 ? new Sized(declared.SizedFields, sized) : null;
        var selected = Selections(asked.SelectionSet, field.ResolvedType!.GetNamedType(), below);
        var one = selected with { Known = selected.Known + declared.Weight };
        return Times(one, within?.Fields.Contains(field.Name) is true ? within.Size
            : declared.IsList && below is null && given is { } own ? own
            : GivenSize.Of(FieldCost.Unsaid(declared.IsList)));
    }

    private Cost Times(Cost one, GivenSize size)
    {
        if (!size.IsKnown) return new(0, [new CostPart(1, size, Keep(one))]);
        var count = size.For(GraphQL.Validation.Variables.None);
        return new(one.Known * count, [.. one.Parts.Select(part => part with { Times = part.Times * count })]);
    }

    private static GivenSize Given(GraphQLField asked, ListSize size)
    {
        double? known = null;
        List<string> variables = [];
        foreach (var argument in asked.Arguments?.Items ?? [])
        {
            if (!size.Arguments.Contains(argument.Name.StringValue)) continue;
            if (argument.Value is GraphQLVariable variable) variables.Add(variable.Name.StringValue);
            else if (argument.Value is not GraphQLNullValue) known = Math.Max(known ?? 0, Literal(argument.Value));
        }

        return new(known, string.Join(' ', variables), size.Otherwise);
    }

    private static double Literal(GraphQLValue value) => value switch
    {
        GraphQLIntValue number => double.Parse(number.Value.Span, System.Globalization.CultureInfo.InvariantCulture),
        GraphQLListValue list => list.Values?.Count ?? 0,
        _ => 1,
    };

    private IGraphType Narrowed(IGraphType type, GraphQLTypeCondition? condition) =>
        condition is null ? type : schema.AllTypes[condition.Type.Name.Value]!;

    private int Keep(Cost cost)
    {
        _sums.Add(new CostSum(cost.Known, cost.Parts));
        return _sums.Count - 1;
    }
}
