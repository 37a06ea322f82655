using System.Security.Cryptography;
using CommerceKata.ServiceDefaults.Auth;

namespace CommerceKata.ServiceDefaults.Tests;

internal sealed class ServiceSecretsTests
{
    private static readonly string Key = new('k', 32);

    [Test]
    public void Secret_opens_for_what_it_belongs_to_and_nowhere_else()
    {
        var (secrets, id) = (new ServiceSecrets(Key), Guid.NewGuid());
        var box = secrets.Seal("a token", id);
        new ServiceSecrets(Key).Open(box, id).ShouldBe("a token");
        Should.Throw<CryptographicException>(() => secrets.Open(box, Guid.NewGuid()));
        Should.Throw<CryptographicException>(() => new ServiceSecrets(new string('x', 32)).Open(box, id));
        Should.Throw<CryptographicException>(() => secrets.Open("", id));
        Should.Throw<FormatException>(() => secrets.Open("not Base64", id));
    }

    [Test]
    public void Same_secret_sealed_twice_is_two_boxes()
    {
        var (secrets, id) = (new ServiceSecrets(Key), Guid.NewGuid());
        secrets.Seal("a token", id).ShouldNotBe(secrets.Seal("a token", id));
    }
}
