namespace CommerceKata.Notifications.Tests;

internal sealed class EmailAddressTests
{
    [TestCase("dana@example.com", "d***@example.com")]
    [TestCase("\"a@b\"@example.com", "\"***@example.com")]
    [TestCase("@example.com", "***")]
    [TestCase("dana", "***")]
    [TestCase("", "***")]
    public void Address_as_text_is_masked(string address, string masked) => new EmailAddress(address).ToString().ShouldBe(masked);

    [TestCase("dana@example.com", true)]
    [TestCase("dana+test@mail.example.com", true)]
    [TestCase("Dana <dana@example.com>", false)]
    [TestCase("dana@example.com, spy@example.com", false)]
    [TestCase("dana@example.com\r\nBcc: spy@example.com", false)]
    [TestCase("dana", false)]
    [TestCase("", false)]
    public void Address_is_one_bare_address(string address, bool valid) => new EmailAddress(address).TryParse(out _).ShouldBe(valid);
}
