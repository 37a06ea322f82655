using GraphQLParser;
using GraphQLParser.AST;

namespace CommerceKata.Gateway.Limits;

/// <summary>
/// How deep and wide a document is, fragments included. It is looked at before the document is validated, since validation
/// itself takes long for some shapes: so it may have fragments that are unknown, or that contain themselves.
/// </summary>
internal sealed class DocumentShape(GraphQLDocument document)
{
    /// <summary>
    /// Lists that introspection may open in one another; each may be as long as the schema. The tools' own query opens two.
    /// Source: graphql-js, MaxIntrospectionDepthRule.
    /// </summary>
    private const int MaxIntrospectionLists = 3;

    /// <summary>How often one selection set may ask for the same field: validation compares each with each.</summary>
    private const int MaxRepeats = 20;

    private static readonly string[] IntrospectionLists = ["fields", "interfaces", "possibleTypes", "inputFields"];

    private readonly Dictionary<ROM, GraphQLFragmentDefinition> _fragments = document.Definitions
        .OfType<GraphQLFragmentDefinition>()
        .DistinctBy(fragment => fragment.FragmentName.Name.Value)
        .ToDictionary(fragment => fragment.FragmentName.Name.Value);

    private readonly Dictionary<(ROM Fragment, bool Introspects), Extent> _known = [];
    private int _aliases;
    private int _directives;
    private int _spreads;
    private int _repeats;

    /// <summary>How far a selection goes.</summary>
    /// <param name="Depth">Fields in one another; those of introspection do not count.</param>
    /// <param name="Lists">Lists of introspection in one another.</param>
    /// <param name="Fields">Fields at its top.</param>
    private readonly record struct Extent(int Depth, int Lists, long Fields);

    /// <summary>Refuses what goes too far.</summary>
    /// <exception cref="LimitExceededError">It does.</exception>
    public void Require(LimitSettings limits)
    {
        foreach (var operation in document.Definitions.OfType<GraphQLOperationDefinition>())
        {
            _directives += operation.Directives?.Count ?? 0;
            var extent = Of(operation.SelectionSet, introspects: false);
            if (extent.Depth > limits.MaxDepth) throw LimitExceededError.Depth(limits.MaxDepth);
            if (extent.Lists > MaxIntrospectionLists) throw new LimitExceededError("DEPTH_EXCEEDED", $"Introspection opens more than {MaxIntrospectionLists} lists in one another.", MaxIntrospectionLists);
            if (extent.Fields > limits.MaxRootFields) throw new LimitExceededError("TOO_MANY_ROOT_FIELDS", $"The operation has more than {limits.MaxRootFields} fields at its root. Send several operations.", limits.MaxRootFields);
        }

        if (_repeats > MaxRepeats) throw new LimitExceededError("TOO_MANY_REPEATS", $"The document asks for the same field more than {MaxRepeats} times in one place.", MaxRepeats);
        if (_spreads > limits.MaxFragments) throw new LimitExceededError("TOO_MANY_FRAGMENTS", $"The document spreads more than {limits.MaxFragments} fragments.", limits.MaxFragments);
        if (_aliases > limits.MaxAliases) throw new LimitExceededError("TOO_MANY_ALIASES", $"The document has more than {limits.MaxAliases} aliases. Ask for many objects with a list, such as nodes(ids:).", limits.MaxAliases);
        if (_directives > limits.MaxDirectives) throw new LimitExceededError("TOO_MANY_DIRECTIVES", $"The document has more than {limits.MaxDirectives} directives.", limits.MaxDirectives);
    }

    private Extent Of(GraphQLSelectionSet? selections, bool introspects)
    {
        var extent = default(Extent);
        NoteRepeats(selections);
        foreach (var selection in selections?.Selections ?? [])
        {
            _directives += (selection as IHasDirectivesNode)?.Directives?.Count ?? 0;
            var next = selection switch
            {
                GraphQLField field => Of(field, introspects),
                GraphQLInlineFragment inline => Of(inline.SelectionSet, introspects),
                GraphQLFragmentSpread spread => Of(spread.FragmentName.Name.Value, introspects),
                _ => default,
            };
            extent = new(Math.Max(extent.Depth, next.Depth), Math.Max(extent.Lists, next.Lists), extent.Fields + next.Fields);
        }

        return extent;
    }

    private void NoteRepeats(GraphQLSelectionSet? selections)
    {
        // Fewer cannot be too many: most are not counted at all.
        if (selections is null || selections.Selections.Count <= MaxRepeats) return;
        var most = selections.Selections.OfType<GraphQLField>().CountBy(field => (field.Alias?.Name ?? field.Name).Value).Select(name => name.Value).DefaultIfEmpty().Max();
        _repeats = Math.Max(_repeats, most);
    }

    private Extent Of(GraphQLField field, bool introspects)
    {
        if (field.Alias is not null) _aliases++;
        introspects = introspects || field.Name.Value.Span.StartsWith("__");
        var below = Of(field.SelectionSet, introspects);
        var list = introspects && IntrospectionLists.Contains(field.Name.StringValue) ? 1 : 0;
        return new(introspects ? 0 : below.Depth + 1, below.Lists + list, 1);
    }

    private Extent Of(ROM fragment, bool introspects)
    {
        _spreads++;
        if (_known.TryGetValue((fragment, introspects), out var extent)) return extent;
        // What is found inside itself goes no deeper: validation refuses it.
        _known[(fragment, introspects)] = default;
        return _known[(fragment, introspects)] = _fragments.TryGetValue(fragment, out var found) ? Of(found.SelectionSet, introspects) : default;
    }
}
