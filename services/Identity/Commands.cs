using CommerceKata.ServiceDefaults.Hosting;

namespace CommerceKata.Identity;

/// <summary>What operators do by hand, beside <c>migrate</c>: <c>grant-admin</c> and <c>rotate-keys</c>.</summary>
internal static class Commands
{
    private delegate Task<int> Command(IServiceProvider services, TextWriter output, CancellationToken stop);

    /// <summary>Runs a command; null when the command line names none.</summary>
    /// <returns>The exit code: 0, or 1 when it could not be done.</returns>
    public static async Task<int?> RunAsync(string[] args, TextWriter output)
    {
        (Command Run, string[] Settings)? found = args switch
        {
            ["grant-admin", var email, .. var rest] =>
                ((services, to, stop) => GrantAdminAsync(services, email, to, stop), rest),
            ["rotate-keys", "--now", .. var rest] => (ReplaceKeysAsync, rest),
            ["rotate-keys", .. var rest] => (RotateKeysAsync, rest),
            _ => null,
        };
        if (found is not { } command) return null;
        return await ServiceRun.CommandAsync(async stop =>
        {
            // Built, not started: it opens no port, and no worker runs.
            await using var app = IdentityHost.Build(command.Settings);
            return await command.Run(app.Services, output, stop);
        }, output);
    }

    private static async Task<int> GrantAdminAsync(
        IServiceProvider services, string email, TextWriter output, CancellationToken stop)
    {
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        var granted = await services.GetRequiredService<IdentityStore>().GrantAdminAsync(email, now, stop);
        await output.WriteLineAsync(granted
            ? "The account is an admin's. Its sessions are ended: log in again."
            : "There is no account with this address: register it first.");
        return granted ? 0 : 1;
    }

    private static async Task<int> RotateKeysAsync(IServiceProvider services, TextWriter output, CancellationToken stop)
    {
        var added = await services.GetRequiredService<SigningKeyStore>().RotateAsync(stop);
        await output.WriteLineAsync(added is { } id
            ? $"Key {id} is published, and signs in {KeyRing.Lead.TotalMinutes} minutes."
            : "There is a new key already, which does not sign yet.");
        return 0;
    }

    private static async Task<int> ReplaceKeysAsync(
        IServiceProvider services, TextWriter output, CancellationToken stop)
    {
        var id = await services.GetRequiredService<SigningKeyStore>().ReplaceAllAsync(stop);
        await output.WriteLineAsync($"Key {id} signs from now on, and no other is believed: everybody's session has to be refreshed.");
        return 0;
    }
}
