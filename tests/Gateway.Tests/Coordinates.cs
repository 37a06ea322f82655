using GraphQLParser;
using GraphQLParser.AST;

namespace CommerceKata.Gateway.Tests;

/// <summary>
/// A schema as a flat list: every part of it by its coordinate ("Product.price", "Query.node(id:)", "Role.ADMIN"), with what
/// clients rely on there, such as its type.
/// </summary>
internal static class Coordinates
{
    public static Dictionary<string, string> Of(string sdl)
    {
        var found = new Dictionary<string, string>();
        foreach (var definition in Parser.Parse(sdl).Definitions) Add(definition, found);
        return found;
    }

    private static void Add(ASTNode definition, Dictionary<string, string> found)
    {
        switch (definition)
        {
            case GraphQLObjectTypeDefinition type:
                found.Add($"{type.Name.Value}", "type");
                foreach (var one in type.Interfaces?.Items ?? []) found.Add($"{type.Name.Value} implements {one.Name.Value}", "");
                AddFields(type.Name, type.Fields, found);
                break;
            case GraphQLInterfaceTypeDefinition type:
                found.Add($"{type.Name.Value}", "interface");
                AddFields(type.Name, type.Fields, found);
                break;
            case GraphQLInputObjectTypeDefinition type:
                found.Add($"{type.Name.Value}", "input");
                foreach (var field in type.Fields?.Items ?? []) found.Add($"{type.Name.Value}.{field.Name.Value}", Written(field));
                break;
            case GraphQLEnumTypeDefinition type:
                found.Add($"{type.Name.Value}", "enum");
                foreach (var value in type.Values?.Items ?? []) found.Add($"{type.Name.Value}.{value.Name.Value}", "");
                break;
            case GraphQLUnionTypeDefinition type:
                found.Add($"{type.Name.Value}", "union");
                foreach (var member in type.Types?.Items ?? []) found.Add($"{type.Name.Value} = {member.Name.Value}", "");
                break;
            case GraphQLScalarTypeDefinition type:
                found.Add($"{type.Name.Value}", "scalar");
                break;
        }
    }

    private static void AddFields(GraphQLName type, GraphQLFieldsDefinition? fields, Dictionary<string, string> found)
    {
        foreach (var field in fields?.Items ?? [])
        {
            found.Add($"{type.Value}.{field.Name.Value}", Written(field.Type));
            foreach (var argument in field.Arguments?.Items ?? [])
            {
                found.Add($"{type.Value}.{field.Name.Value}({argument.Name.Value}:)", Written(argument));
            }
        }
    }

    private static string Written(GraphQLInputValueDefinition input) => input.DefaultValue switch
    {
        null => Written(input.Type),
        IHasValueNode plain => $"{Written(input.Type)} = {plain.Value}",
        var other => throw new NotSupportedException($"A default of kind {other.Kind}."),
    };

    private static string Written(GraphQLType type) => type switch
    {
        GraphQLNonNullType required => Written(required.Type) + "!",
        GraphQLListType list => $"[{Written(list.Type)}]",
        GraphQLNamedType named => $"{named.Name.Value}",
        _ => throw new NotSupportedException($"A type of kind {type.Kind}."),
    };
}
