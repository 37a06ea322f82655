using CommerceKata.ServiceDefaults.Errors;

namespace CommerceKata.ServiceDefaults.Tests;

/// <summary>A name is one line, and holds nothing that nobody sees (issue 16).</summary>
internal sealed class LineTests
{
    [TestCase("O'Neill-D’Angelo")]
    [TestCase("José María Ñuñez")]
    [TestCase("Nguyễn Thị Ánh")]
    [TestCase("Łukasz Żółć")]
    [TestCase("王小明")]
    [TestCase("山田　太郎")]
    [TestCase("محمد بن سلمان")]
    [TestCase("शर्मिष्ठा")]
    [TestCase("X Æ A-12")]
    [TestCase("c/o Ada, 2nd floor (rear)")]
    // Persian needs a non-joiner, Sinhala and emoji a joiner.
    [TestCase("می\u200cخواهم")]
    [TestCase("ශ්\u200dරී ලංකා")]
    [TestCase("👩\u200d🍳 Ada")]
    public void Names_of_people_are_taken_as_they_are(string name)
    {
        var check = new Violations();
        check.Line(name, "name", 100).ShouldBe(name);
        check.Found.ShouldBeEmpty();
    }

    [TestCase("Ada\n\nPayment failed. Pay again at https://evil.example")]
    [TestCase("Ada\r\nBcc: x@example.test")]
    [TestCase("Ada\rLovelace")]
    [TestCase("Ada\tLovelace")]
    [TestCase("Ada\u2028Lovelace")]
    [TestCase("Ada\u2029Lovelace")]
    // Marks that turn the direction of what follows.
    [TestCase("Ada \u202eecalevoL")]
    [TestCase("Ada \u2066Lovelace\u2069")]
    [TestCase("\u200fAda")]
    // What nobody sees: a zero-width space, a soft hyphen, a byte order mark inside, tags.
    [TestCase("Ada\u200bLovelace")]
    [TestCase("Ada\u00adLovelace")]
    [TestCase("Ada\ufeffLovelace")]
    [TestCase("Ada\U000e0065\U000e0076")]
    [TestCase("\u3164")]
    [TestCase("\u2800\u2800")]
    [TestCase("Ada\u200d")]
    // A joiner that joins nothing.
    [TestCase("Ada \u200dLovelace")]
    [TestCase("Ada\u200c\u200cLovelace")]
    [TestCase("\u200dAda")]
    public void Line_breaks_and_invisible_characters_are_refused(string name)
    {
        var check = new Violations();
        check.Line(name, "name", 200);
        check.Found.Select(one => (one.Field, one.Problem.Code)).ShouldBe([("name", "NOT_ONE_LINE")]);
    }

    [Test]
    public void What_is_wrong_already_is_said_once()
    {
        var check = new Violations();
        check.Line("Ada\u0085b", "name", 100);
        check.Line("", "city", 100);
        check.Line("a\nb", "line1", 2);
        check.Found.Select(one => (one.Field, one.Problem.Code)).ShouldBe([("name", "CONTROL_CHARACTERS"), ("city", "REQUIRED"), ("line1", "TOO_LONG")]);
    }
}
