using CommerceKata.ServiceDefaults.Hosting;
using OpenTelemetry.Metrics;

namespace CommerceKata.Cart;

/// <summary>
/// <c>clear-abandoned [--older-than 7d] [--Setting:Name=value …]</c>: clears abandoned carts once, and ends. For a CronJob,
/// or by hand; the schedule of running services does not mind.
/// </summary>
internal static class ClearAbandoned
{
    private const string Usage = "clear-abandoned [--older-than 7d] [--Setting:Name=value ...]; an age is " + Age.Bounds + ", such as 7d or 36h";

    /// <returns>The exit code: 0 when it is done, 1 when it could not be, 2 when the command line is not understood.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors)
    {
        if (!TryRead(args, out var age, out var settings))
        {
            await errors.WriteLineAsync(Usage);
            return 2;
        }

        return await ServiceRun.CommandAsync(async cancel =>
        {
            // It serves nobody: nothing is started.
            await using var app = CartHost.Build(settings);
            // The last numbers leave when this ends.
            using var metrics = app.Services.GetService<MeterProvider>();
            var olderThan = age ?? app.Services.GetRequiredService<CartOptions>().AbandonedAfter;
            var cleared = await app.Services.GetRequiredService<AbandonedCarts>().ClearAsync(olderThan, cancel);
            await output.WriteLineAsync($"Cleared {cleared} carts that were not changed for {Age.Text(olderThan)}.");
            return 0;
        }, errors);
    }

    private static bool TryRead(string[] args, out TimeSpan? age, out string[] settings)
    {
        (age, settings) = (null, args);
        switch (args)
        {
            case ["--older-than", var text, .. var rest] when Age.TryParse(text, out var given):
                (age, settings) = (given, rest);
                break;
            case [['-', '-', 'o', 'l', 'd', 'e', 'r', '-', 't', 'h', 'a', 'n', '=', .. var text], .. var rest] when Age.TryParse(text, out var given):
                (age, settings) = (given, rest);
                break;
        }

        return settings.All(setting => setting.StartsWith("--", StringComparison.Ordinal) && setting.IndexOf('=') > 2
            && !setting.StartsWith("--older-than", StringComparison.OrdinalIgnoreCase));
    }
}
