namespace CommerceKata.Catalog.Words;

/// <summary>A word of a text: letters, or digits, or a run of a script that leaves no spaces between words.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="Length">How long it is there.</param>
/// <param name="Exact">Without case, with accents.</param>
/// <param name="IsUnspaced">Whether it is a run of such a script, and may hold several words.</param>
internal sealed record Word(int Start, int Length, string Exact, bool IsUnspaced)
{
    /// <summary>Without accents.</summary>
    public string Plain { get; } = WordForms.Plain(Exact);

    /// <summary>What its forms have in common.</summary>
    public string Stem => Stems.Of(Plain);

    /// <summary>How many places it takes among the words of its text: one, or one for each character of an unspaced run.</summary>
    public int Places => IsUnspaced ? Plain.EnumerateRunes().Count() : 1;

    /// <summary>
    /// Each two characters of an unspaced run that stand side by side, so that a word inside it is found; the last one stands alone.
    /// </summary>
    public IEnumerable<string> Pairs()
    {
        string? before = null;
        foreach (var rune in Plain.EnumerateRunes())
        {
            var character = rune.ToString();
            if (before is not null) yield return before + character;
            before = character;
        }

        if (before is not null) yield return before;
    }
}
