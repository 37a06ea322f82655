using CommerceKata.Gateway.Engine;

namespace CommerceKata.Gateway.Tests;

internal sealed class GlobalIdTests
{
    private const string Uuid = "0192f0c1-7f00-7000-8000-000000000001";

    [Test]
    public void Parse_of_what_was_written_gives_it_back()
    {
        var text = new GlobalId("Product", Uuid).ToString();
        text.ShouldAllBe(c => char.IsAsciiLetterOrDigit(c) || c == '-' || c == '_');
        GlobalId.Parse("Product", text, "id").ShouldBe(Uuid);
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("not base64url!")]
    [TestCase(Uuid)]
    [TestCase("UHJvZHVjdA")]
    [TestCase("UHJvZHVjdDp4")]
    public void TryParse_of_anything_else_is_false(string? text) => GlobalId.TryParse(text, out _).ShouldBeFalse();

    [Test]
    public void TryParse_of_a_long_text_is_false() => GlobalId.TryParse(new string('A', 100_000), out _).ShouldBeFalse();

    [Test]
    public void Parse_of_another_type_names_the_field()
    {
        var order = new GlobalId("Order", Uuid).ToString();
        Should.Throw<BadInputException>(() => GlobalId.Parse(
            "Product", order, "lines[0].productId")).Errors.Single().Field.ShouldBe("lines[0].productId");
    }
}
