using CommerceKata.ServiceDefaults.Errors;
using MimeKit;

namespace CommerceKata.Addresses.Tests;

/// <summary>One rule for email addresses: registration, checkout and mail all have it.</summary>
internal sealed class EmailAddressTests
{
    [TestCase("dana@example.com")]
    [TestCase("dana+test@mail.example.com")]
    [TestCase("o'hara@example.com")]
    [TestCase("x@xn--mnchen-3ya.example")]
    [TestCase("x@münchen.example")]
    [TestCase("x@例え.テスト")]
    [TestCase("müller@example.com")]
    [TestCase("a.b_c-d@sub.sub.example.co.uk")]
    public void Address_that_mail_reaches_is_taken_and_written_to(string text)
    {
        EmailAddress.TryParse(text, out var address).ShouldBeTrue();
        address!.Text.ShouldBe(text);
        using var message = new MimeMessage();
        message.To.Add(EmailAddress.MailboxOf(text).ShouldNotBeNull());
        message.To.Mailboxes.ShouldHaveSingleItem().GetAddress(idnEncode: true).Split('@')[1].ShouldAllBe(character => char.IsAscii(character));
    }

    [TestCase("Dana <dana@example.com>")]
    [TestCase("<x@example.test>")]
    [TestCase("x,y@example.test")]
    [TestCase("a..b@example.test")]
    [TestCase(".a@example.test")]
    [TestCase("a.@example.test")]
    [TestCase("a b@example.test")]
    [TestCase("a@b@example.test")]
    [TestCase("a(comment)@example.test")]
    [TestCase("a@example.test (comment)")]
    [TestCase("\"quoted\"@example.test")]
    [TestCase("\"d\\ana\"@example.test")]
    [TestCase("a;b@example.test")]
    [TestCase("a:b@example.test")]
    [TestCase("a\"b@example.test")]
    [TestCase("dana@example.com, spy@example.com")]
    [TestCase("dana@example.com\r\nBcc: spy@example.com")]
    [TestCase("@example.test,@b.test:x@example.test")]
    [TestCase("x@example..test")]
    [TestCase("x@.example.test")]
    [TestCase("x@example.test.")]
    [TestCase("x@-example.test")]
    [TestCase("x@exam_ple.test")]
    [TestCase("x@exam!ple.test")]
    [TestCase("x@localhost")]
    [TestCase("x@127.0.0.1")]
    [TestCase("x@[127.0.0.1]")]
    [TestCase("x@xn--a.example")]
    [TestCase("@example.test")]
    [TestCase("a@b@example.com")]
    [TestCase("a@example")]
    [TestCase("a@.com")]
    [TestCase("a@example.")]
    [TestCase("dana")]
    [TestCase("")]
    public void What_no_mail_reaches_is_refused(string text)
    {
        EmailAddress.TryParse(text, out _).ShouldBeFalse();
        var check = new Violations();
        check.Email(text, "email").ShouldBe(new EmailAddress("", ""));
        check.Found.ShouldHaveSingleItem().Field.ShouldBe("email");
    }

    [Test]
    public void Address_that_is_too_long_for_a_mail_server_is_refused()
    {
        EmailAddress.TryParse(new string('a', 242) + "@example.com", out _).ShouldBeTrue();
        EmailAddress.TryParse(new string('a', 243) + "@example.com", out _).ShouldBeFalse();
        EmailAddress.TryParse("a@" + new string('b', 64) + ".com", out _).ShouldBeFalse();
        EmailAddress.TryParse("a@" + string.Join('.', Enumerable.Repeat(new string('b', 60), 5)) + ".com", out _).ShouldBeFalse();
    }

    [TestCase("x@münchen.example", "x@xn--mnchen-3ya.example")]
    [TestCase("x@MÜNCHEN.example", "X@Xn--Mnchen-3ya.EXAMPLE")]
    [TestCase("x@mu\u0308nchen.example", "x@münchen.example")]
    [TestCase("mu\u0308ller@example.com", "MÜLLER@example.com")]
    [TestCase("анна@example.com", "АННА@example.com")]
    [TestCase("σίσυφος@example.com", "ΣΊΣΥΦΟΣ@example.com")]
    [TestCase("x@例え。テスト", "x@例え.テスト")]
    public void Two_ways_to_write_one_address_have_one_key(string one, string other) =>
        EmailAddress.KeyOf(one).ShouldBe(EmailAddress.KeyOf(other));

    [TestCase("dana@example.com", "dona@example.com")]
    [TestCase("dana@example.com", "dana@example.org")]
    [TestCase("müller@example.com", "muller@example.com")]
    // Two mailboxes: whoever has the one must not have the other's account.
    [TestCase("ｄａｎａ@example.com", "dana@example.com")]
    [TestCase("weiß@example.com", "weiss@example.com")]
    [TestCase("ﬁona@example.com", "fiona@example.com")]
    [TestCase("dаna@example.com", "dana@example.com")]
    [TestCase("dana+1@example.com", "dana@example.com")]
    [TestCase("d.ana@example.com", "dana@example.com")]
    public void Two_addresses_have_two_keys(string one, string other) => EmailAddress.KeyOf(one).ShouldNotBe(EmailAddress.KeyOf(other));

    [TestCase("a..b@example.test", false)]
    [TestCase("x@exam_ple.test", true)]
    [TestCase("dana@example.com", true)]
    [TestCase("Dana <dana@example.com>", false)]
    [TestCase("dana@example.com, spy@example.com", false)]
    [TestCase("dana@example.com\r\nBcc: spy@example.com", false)]
    [TestCase("dana", false)]
    [TestCase("", false)]
    public void Mail_to_an_address_of_before_is_sent_if_the_mailer_can(string text, bool sent) =>
        (EmailAddress.MailboxOf(text) is not null).ShouldBe(sent);

    [TestCase("dana@example.com", "d***@example.com")]
    [TestCase("\"a@b\"@example.com", "\"***@example.com")]
    [TestCase("@example.com", "***")]
    [TestCase("dana", "***")]
    [TestCase("", "***")]
    public void Address_in_a_log_is_masked(string address, string masked) => EmailAddress.Mask(address).ShouldBe(masked);

    [Test]
    public void Address_as_text_is_masked()
    {
        EmailAddress.TryParse("dana@example.com", out var address).ShouldBeTrue();
        $"{address}".ShouldBe("d***@example.com");
    }
}
