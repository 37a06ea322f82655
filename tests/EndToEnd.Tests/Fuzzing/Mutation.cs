using System.Text;

namespace CommerceKata.EndToEnd.Tests.Fuzzing;

/// <summary>Spoils what was well-formed, in the ways that are known to break readers.</summary>
/// <param name="random">The source of chance: its seed tells the run again.</param>
internal sealed class Mutation(Random random)
{
    private static readonly string[] Tokens =
    [
        "{", "}", "(", ")", "[", "]", "\"", "\"\"\"", "...", "$", "@", "!", ":", "#", "|", "&", "\\u0000", "\\uD800", "\0", "\uFEFF", "\u202E", "😀", "null", "true", "-0", "1e999",
        "99999999999999999999", "query", "mutation", "subscription", "fragment F on Query { ...F }", "...F", "@include(if: $x)", "@skip(if: true)", "__typename", "__schema { types { name } }",
        "on", "$input", "a: a: ", ",,,,", "[$x]", "[null]", "[[$x]]", "$x: [Int]", "= null", "1a", "1.0", "\\u{2d}", "\\u{D800}", "\"described\"", "type X { a: Int }",
        "products(first: -1)", "node(id: \"\")",
    ];

    /// <summary>A text with a few places changed.</summary>
    public string Text(string text)
    {
        var changed = new StringBuilder(text);
        for (var left = random.Next(1, 5); left > 0 && changed.Length > 0; left--)
        {
            var at = random.Next(changed.Length);
            var length = Math.Min(random.Next(1, 20), changed.Length - at);
            switch (random.Next(6))
            {
                case 0: changed.Remove(at, length); break;
                case 1: changed.Insert(at, Tokens[random.Next(Tokens.Length)]); break;
                case 2: changed.Insert(at, changed.ToString(at, length)); break;
                case 3: changed[at] = (char)random.Next(0x250); break;
                case 4: changed.Length = at; break;
                default: changed.Insert(at, new string("{[(\"$"[random.Next(5)], random.Next(1, 3000))); break;
            }
        }

        return changed.ToString();
    }

    /// <summary>The bytes of a text with a few of them changed, so that they may be no UTF-8.</summary>
    public byte[] Bytes(string text)
    {
        var changed = Encoding.UTF8.GetBytes(text);
        for (var left = random.Next(1, 4); left > 0 && changed.Length > 0; left--) changed[random.Next(changed.Length)] = (byte)random.Next(256);
        return changed;
    }

    /// <summary>A message as it is on the wire, with bits, lengths, wire types or its end changed; or no message at all.</summary>
    public byte[] Message(byte[] message)
    {
        List<byte> changed = [.. message];
        for (var left = random.Next(1, 4); left > 0; left--)
        {
            var at = random.Next(changed.Count + 1);
            switch (random.Next(7))
            {
                case 0 when at < changed.Count: changed[at] ^= (byte)(1 << random.Next(8)); break;
                case 1: changed.RemoveRange(at, changed.Count - at); break;
                // A length of almost 4 GB, and a varint that does not end.
                case 2: changed.InsertRange(at, [0x0A, 0xFF, 0xFF, 0xFF, 0xFF, 0x0F]); break;
                case 3: changed.InsertRange(at, Enumerable.Repeat((byte)0xFF, 12)); break;
                // No UTF-8, in the field of this number.
                case 4: changed.InsertRange(at, [Tag(2), 2, 0xC3, 0x28]); break;
                // Another wire type, groups among them.
                case 5: changed.Insert(at, Tag(random.Next(8))); break;
                default: changed.InsertRange(at, Nested(Tag(2))); break;
            }
        }

        return [.. changed];

        byte Tag(int wireType) => (byte)((random.Next(1, 16) << 3) | wireType);
    }

    /// <summary>A message in a message in a message, deeper than readers go.</summary>
    private static byte[] Nested(byte tag)
    {
        byte[] inner = [];
        for (var depth = 0; depth < 120; depth++) inner = inner.Length < 128 ? [tag, (byte)inner.Length, .. inner] : [tag, (byte)(inner.Length | 0x80), (byte)(inner.Length >> 7), .. inner];
        return inner;
    }
}
