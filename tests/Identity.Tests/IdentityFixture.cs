using Commerce.Identity.V1;
using CommerceKata.ServiceDefaults.Auth;
using CommerceKata.TestKit;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
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

    protected Neighbours Neighbours { get; private set; } = null!;

    protected Client Anyone { get; private set; } = null!;

    /// <summary>Settings beside the usual ones.</summary>
    protected virtual (string Key, string Value)[] Settings => [];

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        Neighbours = await Neighbours.StartAsync();
        Service = await TestService.StartAsync(
            IdentityHost.Build,
            [("Identity:AdminEmail", AdminEmail), ("Identity:AdminPassword", AdminPassword), .. Neighbours.Settings, .. Settings]);
        Anyone = As(null);
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        await Service.DisposeAsync();
        await Neighbours.DisposeAsync();
    }

    protected Client As(Session? session) => Service.Client<Client>(session?.AccessToken);

    protected Client AsService() => Service.Client<Client>(TestTokens.Service());

    protected string NewEmail() => $"somebody.{Interlocked.Increment(ref _people)}@shop.example";

    protected async Task<Session> GuestAsync() => (await Anyone.StartGuestSessionAsync(new())).Session;

    protected async Task<Session> CustomerAsync(string? email = null) =>
        (await Anyone.RegisterAsync(new() { Email = email ?? NewEmail(), Password = Password })).Session;

    protected async Task<Session> AdminAsync() => (await Anyone.LoginAsync(new() { Email = AdminEmail, Password = AdminPassword })).Session;

    protected async Task<LoginResponse> LoginAsync(string email, string password = Password, string? from = null) =>
        await Anyone.LoginAsync(new() { Email = email, Password = password }, from is null ? null : new Metadata { { "x-client-address", from } });

    /// <summary>The token that the n-th mail of this kind to an address holds, opened as Notifications opens it.</summary>
    protected async Task<string> MailedAsync<T>(string email, int nth = 1)
        where T : class, IMessage<T>, new()
    {
        var facts = await Neighbours.HearAsync<T>(nth, fact => Read(fact).Email == email);
        var (_, sealedToken, id) = Read(facts.OrderBy(fact => Read(fact).Id).ElementAt(nth - 1));
        return Service.Services.GetRequiredService<ServiceSecrets>().Open(sealedToken, Guid.Parse(id));

        static (string Email, string Token, string Id) Read(T fact) => fact switch
        {
            EmailVerificationRequested verify => (verify.Email, verify.Token, verify.Id),
            PasswordResetRequested reset => (reset.Email, reset.Token, reset.Id),
            _ => throw new ArgumentOutOfRangeException(nameof(fact)),
        };
    }

    protected async Task<T?> QueryAsync<T>(string sql, params object[] parameters)
    {
        await using var source = NpgsqlDataSource.Create(Service.ConnectionString);
        await using var command = source.CreateCommand(sql);
        foreach (var parameter in parameters) command.Parameters.Add(new() { Value = parameter });
        return await command.ExecuteScalarAsync() is T value ? value : default;
    }
}
