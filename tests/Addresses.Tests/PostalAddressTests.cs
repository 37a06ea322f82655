using CommerceKata.ServiceDefaults.Addresses;
using CommerceKata.ServiceDefaults.Errors;

namespace CommerceKata.ServiceDefaults.Tests;

internal sealed class PostalAddressTests
{
    [TestCase("US", "97201")]
    [TestCase("US", "97201-1234")]
    [TestCase("CA", "K1A 0B1")]
    [TestCase("GB", "SW1Y 4JH")]
    [TestCase("GB", "m1 1ae")]
    [TestCase("NL", "1012 AB")]
    [TestCase("DE", "10115")]
    [TestCase("PL", "00-950")]
    [TestCase("JP", "100-0001")]
    [TestCase("HK", "")]
    [TestCase("HK", "999077")]
    [TestCase("PE", "LIMA 15001")]
    public void Postal_code_of_its_country_is_taken(string country, string code) => Violations(country, code).ShouldBeEmpty();

    [TestCase("US", "9720")]
    [TestCase("US", "97201\n1")]
    [TestCase("US", "SW1Y 4JH")]
    [TestCase("US", "٩٧٢٠١")]
    [TestCase("CA", "D1A 0B1")]
    [TestCase("GB", "97201")]
    [TestCase("DE", "D-10115")]
    [TestCase("DE", "")]
    [TestCase("PE", "")]
    public void Postal_code_of_another_form_or_none_is_refused_once(string country, string code) =>
        Violations(country, code).ShouldBe(["address.postal_code"]);

    [Test]
    public void Postal_code_is_kept_in_capitals() =>
        new PostalAddress("A", "B", "", "C", "", " sw1y 4jh ", "GB", "").Checked(new Violations(), "address").PostalCode.ShouldBe("SW1Y 4JH");

    [TestCase("+44 20 7946 0000", true)]
    [TestCase("(503) 555-0100 x12", true)]
    [TestCase("", true)]
    [TestCase("call me", false)]
    [TestCase("+-()", false)]
    public void Phone_is_digits_and_what_stands_between_them(string phone, bool valid) =>
        Violations("HK", "", phone).ShouldBe(valid ? [] : ["address.phone"]);

    private static IEnumerable<string> Violations(string country, string code, string phone = "")
    {
        var check = new Violations();
        new PostalAddress("Ada", "12 Way", "", "Town", "", code, country, phone).Checked(check, "address");
        try
        {
            check.ThrowIfAny();
            return [];
        }
        catch (Fault fault)
        {
            return fault.Violations.Select(violation => violation.Field);
        }
    }
}
