using System.Globalization;
using GraphQL;
using GraphQL.Types;
using GraphQLParser.AST;

namespace CommerceKata.Gateway.Limits;

/// <summary>
/// What the SDL says of a field's cost. Directives and their meaning are those of the cost directive specification, as Hot
/// Chocolate has them: https://ibm.github.io/graphql-specs/cost-spec.html.
/// </summary>
/// <param name="Weight">What one value costs, without what is selected of it.</param>
/// <param name="IsList">Whether there are many values.</param>
/// <param name="Size">How many values there are, here or in the sized fields; null when nothing is said.</param>
/// <param name="SizedFields">The fields below this one that have the size; empty when this field itself has it.</param>
internal sealed record FieldCost(double Weight, bool IsList, ListSize? Size, IReadOnlyList<string> SizedFields)
{
    /// <summary>Values in a list that nothing is said of.</summary>
    private const int AssumedSize = 5;

    /// <summary>A change costs this much unless its field says otherwise: it writes, and often to more than one service.</summary>
    private const double MutationWeight = 10;

    private const string Declared = "declared";

    /// <summary>Keeps what the SDL says of a field or a type.</summary>
    public static void Remember(IMetadataWriter part, IHasDirectivesNode declaration) => part.Metadata[Declared] = declaration;

    /// <summary>What the SDL says of a field.</summary>
    /// <param name="field">A field of an initialised schema.</param>
    /// <param name="isMutation">Whether it is one of Mutation's.</param>
    public static FieldCost Of(FieldType field, bool isMutation)
    {
        var declared = Declaration(field);
        var named = field.ResolvedType!.GetNamedType();
        var listed = Directive(declared, "listSize");
        var sized = NamesIn(listed, "sizedFields");
        var isList = (field.ResolvedType is NonNullGraphType required ? required.ResolvedType : field.ResolvedType) is ListGraphType;
        var ofType = named is ScalarGraphType or EnumerationGraphType ? 0 : WeightIn(Directive(Declaration(named), "cost")) ?? 1;
        return new(
            WeightIn(Directive(declared, "cost")) ?? (isMutation ? MutationWeight : ofType),
            isList,
            listed is null ? null : new ListSize(NamesIn(listed, "slicingArguments"), NumberIn(listed, "slicingArgumentDefaultValue") ?? NumberIn(listed, "assumedSize") ?? AssumedSize),
            sized);
    }

    /// <summary>How many values there are when neither the field nor the one above it says so.</summary>
    public static int Unsaid(bool isList) => isList ? AssumedSize : 1;

    private static IHasDirectivesNode? Declaration(IMetadataReader part) => part.GetMetadata<IHasDirectivesNode?>(Declared);

    private static GraphQLDirective? Directive(IHasDirectivesNode? node, string name) =>
        node?.Directives?.Items.FirstOrDefault(directive => directive.Name == name);

    private static GraphQLValue? Argument(GraphQLDirective? directive, string name) =>
        directive?.Arguments?.Items.FirstOrDefault(argument => argument.Name == name)?.Value;

    private static double? WeightIn(GraphQLDirective? cost) =>
        Argument(cost, "weight") is GraphQLStringValue text ? double.Parse(text.Value.Span, CultureInfo.InvariantCulture) : null;

    private static int? NumberIn(GraphQLDirective? directive, string name) =>
        Argument(directive, name) is GraphQLIntValue number ? int.Parse(number.Value.Span, CultureInfo.InvariantCulture) : null;

    private static string[] NamesIn(GraphQLDirective? directive, string name) =>
        Argument(directive, name) is GraphQLListValue { Values: { } values } ? [.. values.OfType<GraphQLStringValue>().Select(value => value.Value.ToString())] : [];
}

/// <summary>How long a list is.</summary>
/// <param name="Arguments">The arguments that say so: the largest of them.</param>
/// <param name="Otherwise">When none of them is given.</param>
internal sealed record ListSize(IReadOnlyList<string> Arguments, int Otherwise);
