namespace CommerceKata.Catalog.Tests;

internal sealed class SlugTests
{
    [TestCase("Chef's Knife, 20 cm", "chef-s-knife-20-cm")]
    [TestCase("  Crème Brûlée  ", "creme-brulee")]
    [TestCase("日本", "product")]
    public void Slug_of_a_name_can_stand_in_a_URL(string name, string slug)
    {
        Slug.From(name).ShouldBe(slug);
        Slug.IsValid(slug).ShouldBeTrue();
    }

    [Test]
    public void Slug_of_a_long_name_is_cut() => Slug.From(new string('a', 300)).Length.ShouldBe(Slug.MaxLength);

    [TestCase("")]
    [TestCase("-a")]
    [TestCase("a--b")]
    [TestCase("A")]
    public void Slug_of_another_form_is_not_valid(string slug) => Slug.IsValid(slug).ShouldBeFalse();
}
