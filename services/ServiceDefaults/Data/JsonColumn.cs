using System.Data;
using System.Text.Json;
using Dapper;
using Npgsql;
using NpgsqlTypes;

namespace CommerceKata.ServiceDefaults.Data;

/// <summary>Lets Dapper read and write jsonb columns as objects; names in JSON are in snake_case, like columns.</summary>
public static class JsonColumn
{
    /// <summary>Tells Dapper of a type, once per process.</summary>
    /// <typeparam name="T">The object.</typeparam>
    public static void Register<T>() => SqlMapper.AddTypeHandler(new JsonColumn<T>());
}

/// <summary>Reads and writes one type.</summary>
/// <typeparam name="T">The object.</typeparam>
internal sealed class JsonColumn<T> : SqlMapper.TypeHandler<T>
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public override T? Parse(object value) => JsonSerializer.Deserialize<T>((string)value, Options);

    public override void SetValue(IDbDataParameter parameter, T? value)
    {
        ((NpgsqlParameter)parameter).NpgsqlDbType = NpgsqlDbType.Jsonb;
        parameter.Value = value is null ? DBNull.Value : JsonSerializer.Serialize(value, Options);
    }
}
