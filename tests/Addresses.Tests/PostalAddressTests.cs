using CommerceKata.ServiceDefaults.Errors;

namespace CommerceKata.Addresses.Tests;

internal sealed class PostalAddressTests
{
    [TestCase("US", "97201")]
    [TestCase("US", "97201-1234")]
    [TestCase("CA", "K1A 0B1")]
    [TestCase("GB", "SW1Y 4JH")]
    [TestCase("NL", "1012 AB")]
    [TestCase("DE", "10115")]
    [TestCase("PL", "00-950")]
    [TestCase("PT", "1000-260")]
    [TestCase("JP", "100-0001")]
    [TestCase("IE", "D02 AF30")]
    [TestCase("IE", "")]
    [TestCase("HK", "")]
    [TestCase("HK", "999077")]
    [TestCase("XK", "10000")]
    public void Postal_code_of_its_country_is_taken_as_it_is(string country, string code)
    {
        var check = new Violations();
        Address(country, code).Checked(check, "address").PostalCode.ShouldBe(code);
        check.Names("address.postal_code").ShouldBeFalse();
    }

    // No country without postal codes may ask for one.
    [TestCase("CW")]
    [TestCase("CD")]
    [TestCase("AE")]
    [TestCase("AG")]
    [TestCase("AO")]
    [TestCase("BS")]
    [TestCase("BW")]
    [TestCase("BZ")]
    [TestCase("FJ")]
    [TestCase("GH")]
    [TestCase("HK")]
    [TestCase("JM")]
    [TestCase("MO")]
    [TestCase("PA")]
    [TestCase("QA")]
    [TestCase("SX")]
    [TestCase("SY")]
    [TestCase("UG")]
    [TestCase("YE")]
    [TestCase("ZW")]
    public void Country_without_postal_codes_asks_for_none(string country) => Wrong(country, "").ShouldNotContain("address.postal_code");

    [TestCase("JP", "１５４－００２３", "154-0023")]
    [TestCase("JP", "〒154-0023", "154-0023")]
    [TestCase("JP", "〒 154ー0023", "154-0023")]
    [TestCase("JP", "1540023", "1540023")]
    [TestCase("US", "97201–1234", "97201-1234")]
    [TestCase("US", "97201\u20111234", "97201-1234")]
    [TestCase("US", "９７２０１", "97201")]
    [TestCase("GB", " sw1y\u00A04jh ", "SW1Y 4JH")]
    [TestCase("GB", "SW1Y-4JH", "SW1Y 4JH")]
    [TestCase("GB", "sw1y4jh", "SW1Y4JH")]
    [TestCase("CA", "k1a-0b1", "K1A 0B1")]
    [TestCase("CA", "K1A\u202F0B1", "K1A 0B1")]
    [TestCase("PL", "00 950", "00-950")]
    [TestCase("PL", "00—950", "00-950")]
    [TestCase("NL", "1012  ab", "1012 AB")]
    [TestCase("DE", "10 115", "10115")]
    [TestCase("SE", "113-59", "113 59")]
    [TestCase("BR", "01310−100", "01310-100")]
    public void Postal_code_is_read_as_people_write_it(string country, string written, string kept)
    {
        var check = new Violations();
        Address(country, written).Checked(check, "address").PostalCode.ShouldBe(kept);
        check.Names("address.postal_code").ShouldBeFalse();
    }

    [TestCase("US", "9720")]
    [TestCase("US", "SW1Y 4JH")]
    [TestCase("US", "٩٧٢٠١")]
    [TestCase("US", "")]
    [TestCase("CA", "D1A 0B1")]
    [TestCase("GB", "97201")]
    [TestCase("DE", "D-10115")]
    [TestCase("DE", "")]
    [TestCase("JP", "154-002")]
    [TestCase("XK", "99999")]
    public void Postal_code_of_another_form_or_none_is_refused_once(string country, string code) =>
        Wrong(country, code).Where(field => field != "address.region").ShouldBe(["address.postal_code"]);

    [TestCase("US", "OR", "OR")]
    [TestCase("US", "or", "OR")]
    [TestCase("US", "Oregon", "OR")]
    [TestCase("US", "ＯＲ", "OR")]
    [TestCase("US", "AE", "AE")]
    [TestCase("CA", "Québec", "QC")]
    [TestCase("CA", "quebec", "QC")]
    [TestCase("AU", "New South Wales", "NSW")]
    [TestCase("IT", "MI", "MI")]
    [TestCase("IT", "Milano", "MI")]
    [TestCase("BR", "São Paulo", "SP")]
    [TestCase("BR", "Sao Paulo", "SP")]
    [TestCase("JP", "東京都", "東京都")]
    [TestCase("JP", "tokyo", "Tokyo")]
    [TestCase("CN", "Guangdong", "Guangdong Sheng")]
    [TestCase("HK", "kowloon", "Kowloon")]
    // Where addresses do without regions anything may be one.
    [TestCase("DE", "", "")]
    [TestCase("DE", "Bayern", "Bayern")]
    [TestCase("IE", "Dublin", "Dublin")]
    [TestCase("IE", "co. dublin", "Co. Dublin")]
    public void Region_is_known_by_its_code_or_name(string country, string written, string kept)
    {
        var check = new Violations();
        (Address(country, "") with { Region = written }).Checked(check, "address").Region.ShouldBe(kept);
        check.Names("address.region").ShouldBeFalse();
    }

    [TestCase("US", "ZZ", "NOT_A_REGION")]
    [TestCase("US", "", "REQUIRED")]
    [TestCase("US", "Bavaria", "NOT_A_REGION")]
    [TestCase("CA", "OR", "NOT_A_REGION")]
    [TestCase("CA", "", "REQUIRED")]
    [TestCase("AU", "XX", "NOT_A_REGION")]
    [TestCase("IT", "ZZ", "NOT_A_REGION")]
    [TestCase("MX", "Texas", "NOT_A_REGION")]
    [TestCase("JP", "", "REQUIRED")]
    [TestCase("IN", "ZZ", "NOT_A_REGION")]
    public void Region_that_is_none_of_its_country_is_refused(string country, string region, string code)
    {
        var check = new Violations();
        (Address(country, "") with { Region = region }).Checked(check, "address");
        check.Found.Where(one => one.Field == "address.region").ShouldHaveSingleItem().Problem.Code.ShouldBe(code);
    }

    [TestCase("SG", true)]
    [TestCase("GI", true)]
    [TestCase("JP", true)]
    [TestCase("US", false)]
    [TestCase("DE", false)]
    [TestCase("CW", false)]
    public void City_is_left_out_where_the_country_has_none(string country, bool may)
    {
        var check = new Violations();
        (Address(country, "") with { City = "" }).Checked(check, "address");
        check.Names("address.city").ShouldBe(!may);
    }

    [TestCase("US", "+44 20 7946 0000", true)]
    [TestCase("US", "(503) 555-0100 x12", true)]
    [TestCase("US", "５０３５５５０１００", true)]
    [TestCase("HK", "2123 4567", true)]
    [TestCase("XK", "038 200 200", true)]
    [TestCase("US", "", true)]
    [TestCase("US", "call me", false)]
    [TestCase("US", "+-()", false)]
    [TestCase("US", "12", false)]
    [TestCase("US", "+999 1234567", false)]
    public void Phone_is_a_number_that_can_be_called(string country, string phone, bool valid)
    {
        var check = new Violations();
        (Address(country, "") with { Phone = phone }).Checked(check, "address");
        check.Names("address.phone").ShouldBe(!valid);
    }

    [Test]
    public void Every_country_has_an_example_that_it_takes()
    {
        Countries.All.Count().ShouldBeGreaterThan(249);
        foreach (var country in Countries.All.Where(country => country.PostalCodeExample is not null))
            country.ReadPostalCode(country.PostalCodeExample!).ShouldBe((country.PostalCodeExample!, null), country.Code);
        foreach (var country in Countries.All)
        {
            foreach (var region in country.Regions)
                country.ReadRegion(region.Name).Wrong.ShouldBeNull($"{country.Code} {region.Name}");
        }
    }

    [TestCase("ZZ")]
    [TestCase("EU")]
    [TestCase("us")]
    [TestCase("USA")]
    [TestCase("XX")]
    public void What_is_no_country_is_refused_alone(string code) => Wrong(code, "97201").ShouldBe(["address.country_code"]);

    [Test]
    public void Every_field_of_an_address_is_one_line()
    {
        var check = new Violations();
        new PostalAddress("A\nb", "A\nb", "A\nb", "A\nb", "A\nb", "A\nb", "US", "1\n2").Checked(check, "address");
        check.Found.Where(one => one.Problem.Code == "NOT_ONE_LINE").Select(one => one.Field).ShouldBe(
            ["address.name", "address.line1", "address.line2", "address.city", "address.region", "address.postal_code", "address.phone"]);
    }

    private static PostalAddress Address(string country, string code) => new("Ada", "12 Way", "", "Town", "", code, country, "");

    private static string[] Wrong(string country, string code)
    {
        var check = new Violations();
        Address(country, code).Checked(check, "address");
        return [.. check.Found.Select(one => one.Field)];
    }
}
