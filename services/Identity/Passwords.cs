using System.Security.Cryptography;
using System.Text;
using CommerceKata.ServiceDefaults;
using CommerceKata.ServiceDefaults.Errors;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CommerceKata.Identity;

/// <summary>What came of comparing a password.</summary>
/// <param name="IsRight">Whether it is the account's.</param>
/// <param name="BetterHash">Another hash of it, where the account's is not as it would be made today.</param>
internal sealed record Comparison(bool IsRight, string? BetterHash);

/// <summary>Hashes passwords, and checks them in the same time whether or not there is anything to check.</summary>
internal sealed class Passwords
{
    private const int MinLength = 8;
    private const int MaxLength = 128;

    private static readonly Problem Common = new("COMMON_PASSWORD", "is one of the most common passwords: choose another");

    private static readonly Problem IsEmail = new("PASSWORD_IS_EMAIL", "must not be the email address");

    /// <summary>OWASP's Password Storage Cheat Sheet asks for as many of PBKDF2 with HMAC-SHA512.</summary>
    private const int Iterations = 210_000;

    /// <summary>The form in which passwords are hashed, as the account's row has it: two keyboards may write the same character in several ways.</summary>
    public const string Form = "nfkc";

    private readonly IPasswordHasher<Passwords> _hasher;
    private readonly string _nobodys;

    public Passwords()
        : this(new PasswordHasher<Passwords>(Options.Create(new PasswordHasherOptions { IterationCount = Iterations })))
    {
    }

    internal Passwords(IPasswordHasher<Passwords> hasher)
    {
        _hasher = hasher;
        _nobodys = Hash(RandomNumberGenerator.GetHexString(MaxLength));
    }

    /// <summary>
    /// Notes a violation unless its length is right and it is not one of those that are tried first. Any character will do, and none is
    /// trimmed.
    /// </summary>
    /// <param name="check">Where violations go.</param>
    /// <param name="password">A new password.</param>
    /// <param name="field">Its path.</param>
    /// <param name="email">The account's, as far as it is known here.</param>
    public static void Check(Violations check, string password, string field, string? email = null)
    {
        if (password.Length is < MinLength or > MaxLength)
            check.Require(false, field, password.Length == 0 ? Problem.Required : password.Length < MinLength ? Problem.TooShort(MinLength) : Problem.TooLong(MaxLength));
        else if (email is not null && IsOf(email, password)) check.Require(false, field, IsEmail);
        else check.Require(!CommonPasswords.Contain(password), field, Common);
    }

    /// <summary>The address, or the part of it before the @.</summary>
    private static bool IsOf(string email, string password)
    {
        var (address, compared) = (TextForm.Compared(email), TextForm.Compared(password.Trim()));
        return compared == address || compared == address.Split('@')[0];
    }

    /// <summary>The hash of a password in <see cref="Form"/>.</summary>
    public string Hash(string password) => _hasher.HashPassword(this, Normalized(password));

    /// <summary>
    /// Checks the password of an account by one hash; nobody's when there is no account: that fails as slowly. What a version before hashed
    /// as it was typed is hashed again.
    /// </summary>
    public Comparison Compare(Login? login, string password)
    {
        // Too long for anyone's: hashing it would only cost us.
        if (password.Length > MaxLength) return new(false, null);
        var isNormalized = login is null || login.PasswordForm == Form;
        var result = _hasher.VerifyHashedPassword(this, login?.PasswordHash ?? _nobodys, isNormalized ? Normalized(password) : password);
        if (login is null || result == PasswordVerificationResult.Failed) return new(false, null);
        return new(true, isNormalized && result == PasswordVerificationResult.Success ? null : Hash(password));
    }

    private static string Normalized(string password) => password.Normalize(NormalizationForm.FormKC);
}
