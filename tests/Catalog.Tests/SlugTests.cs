using System.Text;

namespace CommerceKata.Catalog.Tests;

internal sealed class SlugTests
{
    [TestCase("Chef's Knife, 20 cm", "chef-s-knife-20-cm")]
    [TestCase("Chef’s Knife™ – 20 cm", "chef-s-knife-20-cm")]
    [TestCase("  Crème Brûlée  ", "creme-brulee")]
    [TestCase("Łyżka drewniana żółta", "lyzka-drewniana-zolta")]
    [TestCase("Größe STRAẞE", "grosse-strasse")]
    [TestCase("Smørrebrød, Æbler & Œufs", "smorrebrod-aebler-oeufs")]
    [TestCase("Đèn bàn gỗ", "den-ban-go")]
    [TestCase("İstanbul ışık", "istanbul-isik")]
    [TestCase("Þórshöfn", "thorshofn")]
    [TestCase("Чайник со свистком", "chaynik-so-svistkom")]
    [TestCase("Сельдь, объект", "seld-obekt")]
    [TestCase("М’ята та м'ята", "m-yata-ta-m-yata")]
    [TestCase("Φλιτζάνι καφέ", "flitzani-kafe")]
    [TestCase("日本", "riben")]
    [TestCase("中文 咖啡 杯", "zhongwen-kafei-bei")]
    [TestCase("コーヒー カップ", "kohi-katpu")]
    [TestCase("한국 커피", "hangug-keopi")]
    [TestCase("قهوة عربية", "qhwh-rbyh")]
    [TestCase("קפה שחור", "kfh-shvr")]
    [TestCase("हिन्दी चाय", "hindi-cay")]
    [TestCase("กาแฟ", "kaaef")]
    [TestCase("ქართული", "kartuli")]
    [TestCase("Ｔｅａ　５００ｍｌ", "tea-500ml")]
    [TestCase("٣ فناجين", "3-fnjyn")]
    [TestCase("5½ m² № Ⅳ", "5-1-2-m2-iv")]
    [TestCase("☕ Coffee 🎉", "coffee")]
    [TestCase("soft\u00ADhyphen zero\u200Bwidth می\u200Cخواهم", "softhyphen-zerowidth-mykhwhm")]
    [TestCase("🎉", "product")]
    [TestCase("!?… — «»", "product")]
    [TestCase("", "product")]
    public void Slug_of_a_name_can_stand_in_a_URL(string name, string slug)
    {
        Slug.From(name).ShouldBe(slug);
        Slug.From(name.Normalize(NormalizationForm.FormD)).ShouldBe(slug);
        Slug.IsValid(slug).ShouldBeTrue();
    }

    [TestCase("a")]
    [TestCase("ж")]
    [TestCase("鱼")]
    [TestCase("a b ")]
    public void Slug_of_a_long_name_is_cut_and_has_room_for_an_ending(string part)
    {
        var slug = Slug.From(string.Concat(Enumerable.Repeat(part, 300)));
        slug.Length.ShouldBeInRange(Slug.MaxLength - 3, Slug.MaxLength);
        foreach (var made in new[] { slug, Slug.With(slug, "2"), Slug.With(slug, new string('b', 40)) }) Slug.IsValid(made).ShouldBeTrue(made);
    }

    [TestCase("🎉")]
    [TestCase("!?…")]
    [TestCase("")]
    public void Name_without_letters_and_digits_has_no_slug(string name) => Slug.TryFrom(name, out _).ShouldBeFalse();

    [TestCase("")]
    [TestCase("-a")]
    [TestCase("a--b")]
    [TestCase("A")]
    [TestCase("é")]
    [TestCase("a b")]
    [TestCase("a\n")]
    public void Slug_of_another_form_is_not_valid(string slug) => Slug.IsValid(slug).ShouldBeFalse();
}
