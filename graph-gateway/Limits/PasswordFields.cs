using CommerceKata.Gateway.Engine;
using GraphQL.Execution;
using GraphQLParser;
using GraphQLParser.AST;

namespace CommerceKata.Gateway.Limits;

/// <summary>Counts the fields of a mutation that hash a password. Their bindings say which they are.</summary>
internal static class PasswordFields
{
    /// <summary>
    /// How many there are at most, whatever the variables are. Fields of one name are one field: validation saw to it that they ask the same.
    /// </summary>
    /// <param name="context">A valid mutation.</param>
    public static int Count(IExecutionContext context)
    {
        HashSet<ROM> names = [];
        Collect(context.Operation.SelectionSet, context, names, []);
        return names.Count;
    }

    private static void Collect(GraphQLSelectionSet? selections, IExecutionContext context, HashSet<ROM> names, HashSet<ROM> seen)
    {
        foreach (var selection in selections?.Selections ?? [])
        {
            switch (selection)
            {
                case GraphQLField field when context.Schema.Mutation!.GetField(field.Name) is { Resolver: MutationResolver { HashesPassword: true } }:
                    names.Add((field.Alias?.Name ?? field.Name).Value);
                    break;
                case GraphQLInlineFragment inline: Collect(inline.SelectionSet, context, names, seen); break;
                case GraphQLFragmentSpread spread when seen.Add(spread.FragmentName.Name.Value):
                    Collect(context.Document.FindFragmentDefinition(spread.FragmentName.Name.Value)?.SelectionSet, context, names, seen);
                    break;
            }
        }
    }
}
