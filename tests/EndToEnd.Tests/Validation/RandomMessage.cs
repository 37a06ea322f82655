using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace CommerceKata.EndToEnd.Tests.Validation;

/// <summary>Makes well-formed requests of any type with what nobody expects in them.</summary>
/// <param name="random">The source of chance: its seed tells the run again.</param>
/// <param name="ids">Ids of things that are there, so that some requests get far.</param>
internal sealed class RandomMessage(Random random, IReadOnlyList<string> ids)
{
    private static readonly string[] Texts =
    [
        "", " ", "x", "a\0b", "\u0007", "\u202E", "\uFFFD", "'; DROP TABLE cart; --", "%s%n{0}", "😀", "USD", "US", "eyJ9", "a@b.c", "standard", "pm_card_visa",
        "2026-11-23T00:00:00Z", "WyIwIiwiMSJd", new('x', 70_000), new('0', 300), "0197a000-0000-7000-8000-000000000000", "{0197a000-0000-7000-8000-000000000000}",
    ];

    private static readonly long[] Numbers = [0, 1, 2, -1, 50, 99, 100, 101, 500, 501, int.MaxValue, int.MinValue, 999_999_999, 1_000_000_000];

    /// <summary>A request of this type.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="depth">How deep it may go.</param>
    public IMessage Of(MessageDescriptor type, int depth = 4)
    {
        var message = (IMessage)Activator.CreateInstance(type.ClrType)!;
        foreach (var field in type.Fields.InDeclarationOrder())
        {
            // Most fields are there: a request that lacks half of them is refused for that alone.
            if (random.Next(5) == 0 || depth == 0) continue;
            if (field.IsRepeated)
            {
                var list = (System.Collections.IList)field.Accessor.GetValue(message);
                for (var left = random.Next(12) switch { 0 => 600, 1 => 101, < 5 => 0, _ => random.Next(1, 4) }; left > 0; left--) list.Add(Value(field, depth));
            }
            else
            {
                field.Accessor.SetValue(message, Value(field, depth));
            }
        }

        return message;
    }

    private object Value(FieldDescriptor field, int depth) => field.FieldType switch
    {
        FieldType.String => random.Next(3) == 0 ? ids[random.Next(ids.Count)] : Texts[random.Next(Texts.Length)],
        FieldType.Int32 => (int)Numbers[random.Next(Numbers.Length)],
        FieldType.Int64 => random.Next(4) == 0 ? random.NextInt64(long.MinValue, long.MaxValue) : Numbers[random.Next(Numbers.Length)],
        FieldType.Bool => random.Next(2) == 0,
        FieldType.Enum => random.Next(-1, 12),
        FieldType.Bytes => ByteString.CopyFrom([.. Enumerable.Range(0, random.Next(40)).Select(_ => (byte)random.Next(256))]),
        FieldType.Message => Of(field.MessageType, depth - 1),
        var other => throw new NotSupportedException($"A field of type {other}."),
    };
}
