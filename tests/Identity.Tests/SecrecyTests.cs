using System.Collections.Concurrent;
using System.Diagnostics;
using Commerce.Identity.V1;
using CommerceKata.ServiceDefaults.Auth;
using CommerceKata.ServiceDefaults.Data;
using CommerceKata.TestKit;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Client = Commerce.Identity.V1.IdentityService.IdentityServiceClient;

namespace CommerceKata.Identity.Tests;

internal sealed class SecrecyTests
{
    [Test]
    public async Task No_email_password_or_token_is_in_a_log_line_or_a_span()
    {
        const string email = "whisper@secret.example";
        const string password = "never-to-be-written";
        var spans = new ConcurrentBag<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => spans.Add(Describe(activity)),
        };
        ActivitySource.AddActivityListener(listener);
        var file = Path.GetTempFileName();
        List<string> secrets = [email, password];
        await using var neighbours = await Neighbours.StartAsync();
        await using (var service = await TestService.StartAsync(IdentityHost.Build, [("Log:File", file), ("Log:Level", "Verbose"), .. neighbours.Settings]))
        {
            var anyone = service.Client<Client>(token: null);
            var session = (await anyone.RegisterAsync(new() { Email = email, Password = password })).Session;
            await anyone.RegisterAsync(new() { Email = email, Password = password });
            await anyone.RegisterAsync(new() { Email = email + "@", Password = password }).ShouldFailAsync(StatusCode.InvalidArgument);
            await anyone.LoginAsync(new() { Email = email, Password = password + "!" });
            var next = (await anyone.RefreshSessionAsync(new() { RefreshToken = session.RefreshToken })).Session;
            await service.Services.GetRequiredService<Database>().ExecuteAsync(
                "UPDATE refresh_token SET used_at = used_at - interval '31 seconds'", null, CancellationToken.None);
            (await anyone.RefreshSessionAsync(new() { RefreshToken = session.RefreshToken })).TokenExpired.ShouldNotBeNull();
            await service.Client<Client>(next.AccessToken).LogoutAsync(new());
            await anyone.RequestPasswordResetAsync(new() { Email = email });
            var reset = (await neighbours.HearAsync<PasswordResetRequested>(1, _ => true)).Single();
            var verify = neighbours.Heard<EmailVerificationRequested>().Single();
            var seals = service.Services.GetRequiredService<ServiceSecrets>();
            var (resetToken, verifyToken) = (seals.Open(reset.Token, Guid.Parse(reset.Id)), seals.Open(verify.Token, Guid.Parse(verify.Id)));
            (await anyone.VerifyEmailAsync(new() { Token = verifyToken })).User.ShouldNotBeNull();
            (await anyone.ResetPasswordAsync(new() { Token = resetToken, NewPassword = password + "2" })).Session.ShouldNotBeNull();
            secrets.AddRange([resetToken, verifyToken, reset.Token, verify.Token]);
            secrets.AddRange([session.RefreshToken, session.AccessToken, next.RefreshToken, next.AccessToken]);
        }

        var log = await File.ReadAllTextAsync(file);
        File.Delete(file);
        // Both were listening: the reuse is in the log, the SQL is in a span.
        log.ShouldContain("A spent refresh token");
        log.ShouldContain("A login failed");
        spans.ShouldContain(span => span.Contains("INSERT INTO account", StringComparison.Ordinal));
        foreach (var secret in secrets)
        {
            log.ShouldNotContain(secret);
            spans.ShouldAllBe(span => !span.Contains(secret, StringComparison.OrdinalIgnoreCase));
        }
    }

    private static string Describe(Activity activity) => string.Join(
        '\n',
        activity.TagObjects.Concat(activity.Events.SelectMany(one => one.Tags)).Select(tag => $"{tag.Key}={tag.Value}").Prepend(activity.DisplayName));
}
