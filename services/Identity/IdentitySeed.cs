using CommerceKata.Addresses;
using CommerceKata.ServiceDefaults.Auth;
using CommerceKata.ServiceDefaults.Data;

namespace CommerceKata.Identity;

/// <summary>The first signing key, the first admin, and outside production a customer to try things with.</summary>
internal sealed partial class IdentitySeed(
    SigningKeyStore keys, AddressStore addresses, Passwords passwords, IdentityOptions options, TimeProvider time, ILogger<IdentitySeed> log)
    : ISeeder
{
    public const string DemoEmail = "demo@commerce-kata.example";
    public const string DemoPassword = "demo-password";

    private static readonly PostalAddress DemoAddress =
        new("Demo Customer", "12 Harbour Street", "", "Portland", "OR", "97201", "US", "+1 503 555 0100");

    public async Task SeedAsync(Transaction transaction, CancellationToken cancel)
    {
        await keys.CreateFirstAsync(transaction, cancel);
        if (options.AdminEmail.Length > 0) await AddAdminAsync(transaction, cancel);
        if (options.DemoCustomer) await AddDemoCustomerAsync(transaction, cancel);
    }

    /// <summary>An account that has the address already stays as it is: its password is its owner's, and nobody is promoted by a setting.</summary>
    private async Task AddAdminAsync(Transaction transaction, CancellationToken cancel)
    {
        var there = await IdentityStore.FindLoginAsync(transaction, options.AdminEmail, cancel);
        if (there is null) await AddAsync(transaction, Who.Admin, options.AdminEmail, options.AdminPassword, cancel);
        else if (WhoClaim.Read(there.Role) != Who.Admin) LogNoAdmin(there.Id);
    }

    private async Task AddDemoCustomerAsync(Transaction transaction, CancellationToken cancel)
    {
        if (await IdentityStore.FindLoginAsync(transaction, DemoEmail, cancel) is not null) return;
        var demo = await AddAsync(transaction, Who.Customer, DemoEmail, DemoPassword, cancel);
        var address = Guid.CreateVersion7();
        await addresses.AddAsync(transaction, demo.Id, address, DemoAddress, cancel);
        await AddressStore.PromoteAsync(transaction, demo.Id, address, wanted: true, cancel);
    }

    private async Task<User> AddAsync(Transaction transaction, Who who, string email, string password, CancellationToken cancel)
    {
        var user = User.Registered(who, email, time.GetUtcNow().UtcDateTime);
        await IdentityStore.AddAsync(transaction, user, passwords.Hash(password), cancel);
        return user;
    }

    [LoggerMessage(1, LogLevel.Warning, "Identity:AdminEmail is the address of account {UserId}, which is no admin and stays so")]
    private partial void LogNoAdmin(Guid userId);
}
