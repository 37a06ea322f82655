using System.Linq.Expressions;
using Google.Protobuf.WellKnownTypes;
using GraphQL.Types;
using Type = System.Type;

namespace CommerceKata.Gateway.Engine;

/// <summary>Reads fields from the properties of proto messages, with a getter compiled once.</summary>
internal static class PropertyReader
{
    /// <summary>A reader of the property that the field is named after, from the first part that has it; null without one.</summary>
    public static Func<TSource, object?>? Compile<TSource>(
        string type, FieldType field, IEnumerable<Expression<Func<TSource, object>>> parts)
    {
        var name = char.ToUpperInvariant(field.Name[0]) + field.Name[1..];
        foreach (var part in parts)
        {
            // The part is typed as object by its lambda; what it really is stands below the conversion.
            var body = part.Body is UnaryExpression { NodeType: ExpressionType.Convert } boxed ? boxed.Operand : part.Body;
            if (body.Type.GetProperty(name) is { } property)
            {
                var value = Expression.Convert(Expression.Property(body, property), typeof(object));
                var read = Expression.Lambda<Func<TSource, object?>>(value, part.Parameters).Compile();
                return Convert(read, property.PropertyType, type, field);
            }
        }

        return null;
    }

    /// <summary>What proto and GraphQL say in different words: ids, absent texts, instants.</summary>
    private static Func<TSource, object?> Convert<TSource>(
        Func<TSource, object?> read, Type property, string type, FieldType field)
    {
        if (field.Name is "id")
        {
            return source => new GlobalId(type, (string)read(source)!).ToString();
        }

        if (property == typeof(Timestamp))
        {
            return source => (read(source) as Timestamp)?.ToDateTimeOffset();
        }

        if (property == typeof(string) && field.ResolvedType is not NonNullGraphType)
        {
            return source => read(source) is string { Length: > 0 } text ? text : null;
        }

        return read;
    }
}
