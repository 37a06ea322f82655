using System.Globalization;
using System.Text;

namespace CommerceKata.Catalog.Words;

/// <summary>
/// Takes a text apart, the same way for what is kept and for what is typed. Words end at whatever is no letter, digit or mark,
/// and where letters and digits meet: "WD-40", "WD 40" and "WD40" are the same two words.
/// </summary>
internal static class WordSplitter
{
    private const int LongestWord = 100;

    private enum Kind
    {
        Space,
        Separator,
        Mark,
        Letter,
        Digit,
        Unspaced,
    }

    /// <summary>The words of a text, in groups of those that have no space between them: "WD-40" is a group of two.</summary>
    /// <param name="text">In NFKC.</param>
    public static IReadOnlyList<IReadOnlyList<Word>> Split(string text)
    {
        List<IReadOnlyList<Word>> groups = [];
        List<Word> group = [];
        var (start, at, kind) = (0, 0, Kind.Space);
        foreach (var rune in text.EnumerateRunes())
        {
            var next = KindOf(rune);
            if (next == Kind.Mark) next = kind is Kind.Space ? Kind.Separator : kind;
            if (next != kind)
            {
                EndWord();
                if (next == Kind.Space) EndGroup();
                (start, kind) = (at, next);
            }

            at += rune.Utf16SequenceLength;
        }

        EndWord();
        EndGroup();
        return groups;

        void EndWord()
        {
            if (kind is not (Kind.Letter or Kind.Digit or Kind.Unspaced)) return;
            var word = new Word(start, at - start, WordForms.Exact(text[start..at]), kind == Kind.Unspaced);
            // A stretching line alone has no plain form, and PostgreSQL takes no word of thousands of letters.
            if (word.Plain.Length > 0 && (word.IsUnspaced || word.Exact.Length <= LongestWord)) group.Add(word);
        }

        void EndGroup()
        {
            if (group.Count == 0) return;
            groups.Add(group);
            group = [];
        }
    }

    private static Kind KindOf(Rune rune)
    {
        if (IsUnspaced(rune.Value)) return Kind.Unspaced;
        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber => Kind.Digit,
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark => Kind.Mark,
            _ when Rune.IsLetter(rune) => Kind.Letter,
            _ when Rune.IsWhiteSpace(rune) || Rune.IsControl(rune) => Kind.Space,
            _ => Kind.Separator,
        };
    }

    /// <summary>Thai, Lao, Burmese, Khmer, Japanese, Chinese. Koreans write spaces.</summary>
    private static bool IsUnspaced(int codePoint) => codePoint switch
    {
        < 0x0E00 => false,
        <= 0x0EFF => codePoint is not (0x0E3F or 0x0E4F or (>= 0x0E50 and <= 0x0E5B) or (>= 0x0ED0 and <= 0x0ED9)),
        >= 0x1000 and <= 0x104F => codePoint < 0x1040,
        >= 0x1780 and <= 0x17D3 => true,
        >= 0x3005 and <= 0x3007 => true,
        >= 0x3041 and <= 0x30FF => codePoint is not (0x30A0 or 0x30FB),
        >= 0x31F0 and <= 0x31FF => true,
        >= 0x3400 and <= 0x4DBF => true,
        >= 0x4E00 and <= 0x9FFF => true,
        >= 0xF900 and <= 0xFAFF => true,
        >= 0x20000 and <= 0x3FFFF => true,
        _ => false,
    };
}
