using System.Security.Cryptography;
using CommerceKata.ServiceDefaults;
using CommerceKata.ServiceDefaults.Errors;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CommerceKata.Identity;

/// <summary>Hashes passwords, and checks them in the same time whether or not there is anything to check.</summary>
internal sealed class Passwords
{
    private const int MinLength = 8;
    private const int MaxLength = 128;

    private static readonly Problem Common = new("COMMON_PASSWORD", "is one of the most common passwords: choose another");

    private static readonly Problem IsEmail = new("PASSWORD_IS_EMAIL", "must not be the email address");

    /// <summary>OWASP's Password Storage Cheat Sheet asks for as many of PBKDF2 with HMAC-SHA512.</summary>
    private const int Iterations = 210_000;

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

    /// <summary>Of the form in which texts are kept: two keyboards may write the same letter in two ways.</summary>
    public string Hash(string password) => _hasher.HashPassword(this, TextForm.Kept(password));

    /// <summary>Checks a password against a hash, or against nobody's when there is none: that fails as slowly.</summary>
    public PasswordVerificationResult Verify(string? hash, string password)
    {
        // Too long for anyone's: hashing it would only cost us.
        if (password.Length > MaxLength) return PasswordVerificationResult.Failed;
        var kept = TextForm.Kept(password);
        var result = _hasher.VerifyHashedPassword(this, hash ?? _nobodys, kept);
        // Versions before hashed it as it was typed.
        if (result is PasswordVerificationResult.Failed && kept != password) result = _hasher.VerifyHashedPassword(this, hash ?? _nobodys, password);
        return hash is null ? PasswordVerificationResult.Failed : result;
    }
}
