using Commerce.Identity.V1;
using CommerceKata.TestKit;
using Npgsql;
using Client = Commerce.Identity.V1.IdentityService.IdentityServiceClient;

namespace CommerceKata.Identity.Tests;

/// <summary>A running Identity with an admin, and people of its own making.</summary>
internal abstract class IdentityFixture
{
    protected const string AdminEmail = "Boss@Shop.example";
    protected const string AdminPassword = "the-first-admin";
    protected const string Password = "correct horse";

    private int _people;

    protected TestService Service { get; private set; } = null!;

    protected Client Anyone { get; private set; } = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        Service = await TestService.StartAsync(IdentityHost.Build, ("Identity:AdminEmail", AdminEmail), ("Identity:AdminPassword", AdminPassword));
        Anyone = As(null);
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await Service.DisposeAsync();

    protected Client As(Session? session) => Service.Client<Client>(session?.AccessToken);

    protected Client AsService() => Service.Client<Client>(TestTokens.Service());

    protected string NewEmail() => $"somebody.{Interlocked.Increment(ref _people)}@shop.example";

    protected async Task<Session> GuestAsync() => (await Anyone.StartGuestSessionAsync(new())).Session;

    protected async Task<Session> CustomerAsync(string? email = null) =>
        (await Anyone.RegisterAsync(new() { Email = email ?? NewEmail(), Password = Password })).Session;

    protected async Task<Session> AdminAsync() => (await Anyone.LoginAsync(new() { Email = AdminEmail, Password = AdminPassword })).Session;

    protected async Task<T?> QueryAsync<T>(string sql, params object[] parameters)
    {
        await using var source = NpgsqlDataSource.Create(Service.ConnectionString);
        await using var command = source.CreateCommand(sql);
        foreach (var parameter in parameters) command.Parameters.Add(new() { Value = parameter });
        return await command.ExecuteScalarAsync() is T value ? value : default;
    }
}
