using CommerceKata.ServiceDefaults.Hosting;

namespace CommerceKata.Inventory;

/// <summary>
/// <c>recount [--fix]</c>: counts every product again from the ledger and the reservations, and reports what differs.
/// The shop may go on selling meanwhile. With <c>--fix</c> the counts are set right.
/// </summary>
internal static class Recount
{
    public const int AddsUp = 0;
    public const int Differs = 3;

    private const int BatchSize = 10_000;

    /// <param name="args">The command line after <c>recount</c>; settings as for the service.</param>
    /// <param name="output">Where the report goes.</param>
    /// <returns>The exit code: 0 when all counts are right by now, 3 when some are not, 1 when it could not look.</returns>
    public static Task<int> RunAsync(string[] args, TextWriter output) => ServiceRun.CommandAsync(async cancel =>
    {
        // Built, not started: no port is opened and no worker runs.
        await using var app = InventoryHost.Build([.. args.Where(arg => arg != "--fix"), "--Log:Level=Warning"]);
        return await RunAsync(app.Services.GetRequiredService<LedgerStore>(), args.Contains("--fix"), output, cancel);
    }, Console.Error);

    private static async Task<int> RunAsync(LedgerStore ledger, bool fix, TextWriter output, CancellationToken cancel)
    {
        var (total, counted, differing, mended) = (await ledger.CountAsync(cancel), 0, 0, 0);
        var last = Guid.Empty;
        while (await ledger.NextAsync(last, BatchSize, cancel) is [var first, ..] ids)
        {
            last = ids[^1];
            foreach (var tally in await ledger.TallyAsync(first, last, cancel))
            {
                if (tally.Differences is not { Count: > 0 } differences) continue;
                differing++;
                var isMended = fix && await ledger.MendAsync(tally.ProductId, cancel);
                if (isMended) mended++;
                await output.WriteLineAsync($"{tally.ProductId}: {string.Join("; ", differences)}{(fix ? isMended ? " (set right)" : " (cannot be)" : "")}");
            }

            counted += ids.Count;
            await output.WriteLineAsync($"{counted} of {Math.Max(total, counted)} products counted");
        }

        await output.WriteLineAsync(differing == 0 ? "All counts are what the ledger gives." : $"{differing} products differ, {mended} were set right.");
        return differing == mended ? AddsUp : Differs;
    }
}
