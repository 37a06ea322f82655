using GraphQLParser.AST;

namespace CommerceKata.Gateway.Federation;

/// <summary>Which types a piece of SDL names.</summary>
internal static class SdlReferences
{
    /// <summary>All of them: of fields, arguments, interfaces and members.</summary>
    public static IEnumerable<string> References(this ASTNode definition) =>
    [
        .. definition.FieldTypes(),
        .. Fields(definition).SelectMany(field => field.Arguments?.Items ?? []).Select(argument => argument.Type.NameOf()),
        .. (definition as IHasInterfacesNode)?.Interfaces?.Items.Select(one => one.Name.StringValue) ?? [],
        .. (definition as GraphQLInputObjectTypeDefinition)?.Fields?.Items.Select(field => field.Type.NameOf()) ?? [],
        .. (definition as GraphQLUnionTypeDefinition)?.Types?.Items.Select(member => member.Name.StringValue) ?? [],
    ];

    /// <summary>What its output fields answer with.</summary>
    public static IEnumerable<string> FieldTypes(this ASTNode definition) => Fields(definition).Select(field => field.Type.NameOf());

    private static List<GraphQLFieldDefinition> Fields(ASTNode definition) => (definition as IHasFieldsDefinitionNode)?.Fields?.Items ?? [];

    private static string NameOf(this GraphQLType type) => type switch
    {
        GraphQLNonNullType nonNull => nonNull.Type.NameOf(),
        GraphQLListType list => list.Type.NameOf(),
        GraphQLNamedType named => named.Name.StringValue,
        _ => throw new InvalidOperationException($"{type.Kind} is no type."),
    };
}
