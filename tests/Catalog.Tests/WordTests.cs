using CommerceKata.Catalog.Words;

namespace CommerceKata.Catalog.Tests;

/// <summary>How a text is taken apart, and what a search makes of it.</summary>
internal sealed class WordTests
{
    [TestCase("crème", "creme")]
    [TestCase("łyżka", "lyzka")]
    [TestCase("żółć", "zolc")]
    [TestCase("smørrebrød", "smorrebrod")]
    [TestCase("þórr", "thorr")]
    [TestCase("œuvre", "oeuvre")]
    [TestCase("đường", "duong")]
    [TestCase("çağrı", "cagri")]
    [TestCase("İSTANBUL", "istanbul")]
    [TestCase("ёлка", "елка")]
    [TestCase("καρέκλα", "καρεκλα")]
    [TestCase("إِبْرِيق", "ابريق")]
    [TestCase("٥٠٠", "500")]
    [TestCase("५००", "500")]
    [TestCase("שָׁלוֹם", "שלום")]
    // Marks that are letters stay.
    [TestCase("がっこう", "がっこう")]
    [TestCase("कोड़ी", "कोड़ी")]
    [TestCase("ถ้วย", "ถ้วย")]
    [TestCase("한글", "한글")]
    public void Accents_are_left_out_and_letters_are_not(string exact, string plain) =>
        WordForms.Plain(WordForms.Exact(exact)).ShouldBe(WordForms.Exact(plain));

    [TestCase("WD-40", "wd|40")]
    [TestCase("wd40", "wd|40")]
    [TestCase("red/blue, green", "red|blue green")]
    [TestCase("AT&T", "at|t")]
    [TestCase("Chef's", "chef|s")]
    [TestCase("Oak\u00a0bench", "oak bench")]
    [TestCase("  -- ", "")]
    [TestCase("檜のまな板", "檜のまな板")]
    [TestCase("日本製steel", "日本製|steel")]
    [TestCase("１２ｍｌ", "12|ml")]
    [TestCase("चम्मच का", "चम्मच का")]
    [TestCase("3½", "31|2")]
    public void Text_is_taken_apart(string text, string expected) =>
        string.Join(' ', WordSplitter.Split(text.Normalize(System.Text.NormalizationForm.FormKC)).Select(group => string.Join('|', group.Select(word => word.Exact))))
            .ShouldBe(expected);

    [TestCase("knives", "knife")]
    [TestCase("shelves", "shelf")]
    [TestCase("mice", "mouse")]
    [TestCase("women", "woman")]
    [TestCase("grinders", "grinder")]
    [TestCase("batteries", "battery")]
    [TestCase("insulated", "insulate")]
    [TestCase("dishes", "dish")]
    public void Forms_of_a_word_have_one_stem(string one, string other) => Stems.Of(one).ShouldBe(Stems.Of(other));

    [TestCase("gloves", "glof")]
    [TestCase("knees", "knife")]
    [TestCase("сапоги", "сапог")]
    public void Other_words_have_other_stems(string one, string other) => Stems.Of(one).ShouldNotBe(Stems.Of(other));

    [TestCase("grinder", "('grinder' | 'grinder':*)")]
    [TestCase("hand grin", "'hand' & ('grin' | 'grin':*)")]
    [TestCase("the knives of", "'knife'")]
    [TestCase("the", "('the' | 'the':*)")]
    [TestCase("crème", "('creme' | 'crème' | 'creme':*)")]
    [TestCase("wd-40", "(('wd40' | 'wd40':*) | ('wd' <1> ('40' | '40':*)))")]
    [TestCase("\"set of three\"", "'set' <1> 'of' <1> 'three'")]
    [TestCase("“set of three”", "'set' <1> 'of' <1> 'three'")]
    [TestCase("«два слова» три", "'два' <1> 'слова' & ('три' | 'три':*)")]
    [TestCase("leather -bag", "'leather' & !('bag')")]
    [TestCase("tent or lamp", "('tent') | (('lamp' | 'lamp':*))")]
    [TestCase("まな板", "'まな' <1> 'な板'")]
    [TestCase("板", "'板':*")]
    [TestCase("or", "('or' | 'or':*)")]
    [TestCase("' ; -- :*&|!() \\", "")]
    public void Search_becomes_a_query(string typed, string query) => SearchText.Of(typed).Query.ShouldBe(query);

    [Test]
    public void Words_of_a_product_have_their_places_and_weights()
    {
        var words = ProductWords.Of("Crème pan", "KIT-7", "Kitchen", "The pans.");
        words.Named.ShouldBe("'creme':1B 'crème':1A 'pan':2A");
        words.Search.ShouldBe("'7':5B 'creme':1B 'crème':1A 'kit':4B 'kit7':4B 'kitchen':7C 'pan':2A,10D 'the':9D");
        words.Known.ShouldBe(["crème", "pan", "kitchen", "the", "pans"], ignoreOrder: true);
    }

    // A stretching line alone; a word of 2,100 letters; one that would be short without its stretching lines.
    [TestCase("قلم ـ أزرق", "أزرق")]
    [TestCase("ـ", null)]
    [TestCase("%LONG% pan", "pan")]
    [TestCase("ك%LINES%تاب pan", "pan")]
    public void Words_that_PostgreSQL_would_not_take_are_left_out(string text, string? stays)
    {
        text = text.Replace("%LONG%", new string('x', 2_100), StringComparison.Ordinal).Replace("%LINES%", new string('ـ', 3_000), StringComparison.Ordinal);
        var words = ProductWords.Of(text, "X-1", "", text);
        words.Search.ShouldNotContain("''");
        words.Search.Split(' ').ShouldAllBe(word => word.Length < 600);
        words.Known.ShouldAllBe(word => word.Length <= 100);
        if (stays is not null) words.Named.ShouldContain(WordForms.Plain(WordForms.Exact(stays)));
        SearchText.Of(text).Query.ShouldNotContain("''");
    }

    [Test]
    public void Longest_texts_are_within_what_PostgreSQL_takes()
    {
        var words = ProductWords.Of(new string('茶', 200), "X", "", string.Join('/', Enumerable.Range(0, 2_000).Select(i => "ab")));
        words.Search.Length.ShouldBeLessThan(1 << 20);
        words.Search.Split(' ').ShouldAllBe(word => word.Count(c => c == ',') < 256);
    }
}
