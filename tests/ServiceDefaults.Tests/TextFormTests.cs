using System.Globalization;
using CommerceKata.ServiceDefaults.Errors;

namespace CommerceKata.ServiceDefaults.Tests;

/// <summary>One word has one form, however it was written (issue 15).</summary>
internal sealed class TextFormTests
{
    // Latin, Vietnamese, Korean, Japanese, Hindi, Greek, Cyrillic; what is one character already; what has no other form.
    [TestCase("Cafe\u0301", "Café")]
    [TestCase("Vie\u0323\u0302t", "Việt")]
    [TestCase("\u1112\u1161\u11ab\u1100\u1173\u11af", "한글")]
    [TestCase("か\u3099っこう", "がっこう")]
    [TestCase("\u0915\u093c", "\u0915\u093c")]
    [TestCase("ο\u0301", "ό")]
    [TestCase("и\u0306", "й")]
    [TestCase("Å", "Å")]
    [TestCase("５００ｍｌ ﬁne", "５００ｍｌ ﬁne")]
    public void Kept_is_NFC(string typed, string kept)
    {
        TextForm.Kept(typed).ShouldBe(kept);
        TextForm.Kept(kept).ShouldBe(kept);
        new Violations().Text($" {typed} ", "name", 100).ShouldBe(kept);
    }

    [TestCase("５００ｍｌ", "500ml")]
    [TestCase("ＣＯＦＦＥＥ", "coffee")]
    [TestCase("ﾊﾞﾅﾅ", "バナナ")]
    [TestCase("ﬁne", "fine")]
    [TestCase("STRASSE", "strasse")]
    [TestCase("Straße", "strasse")]
    [TestCase("ΟΔΟΣ", "οδοσ")]
    [TestCase("οδος", "οδοσ")]
    [TestCase("САПОГИ", "сапоги")]
    [TestCase("İpek", "i\u0307pek")]
    [TestCase("Oak\u00a0bench", "oak bench")]
    [TestCase("CAFE\u0301", "café")]
    [TestCase("½", "1⁄2")]
    public void Compared_is_NFKC_without_case(string typed, string compared)
    {
        TextForm.Compared(typed).ShouldBe(compared);
        TextForm.Compared(compared).ShouldBe(compared);
    }

    [TestCase("bücher.example", "xn--bcher-kva.example")]
    [TestCase("пример.рф", "xn--e1afmkfd.xn--p1ai")]
    [TestCase("例え.テスト", "xn--r8jz45g.xn--zckzah")]
    public void Domains_have_their_ASCII_form(string name, string ascii) => new IdnMapping().GetAscii(name).ShouldBe(ascii);

    [Test]
    public void Text_is_as_long_as_it_is_kept()
    {
        var check = new Violations();
        check.Text(string.Concat(Enumerable.Repeat("e\u0301", 10)), "name", max: 10).ShouldBe(new string('é', 10));
        check.Found.ShouldBeEmpty();
    }
}
