using CommerceKata.ServiceDefaults;
using CommerceKata.ServiceDefaults.Data;
using CommerceKata.ServiceDefaults.Hosting;

namespace CommerceKata.Catalog.Import;

/// <summary>
/// <c>import &lt;file.csv&gt; [--refused &lt;file&gt;] [--restore] [--Name:Key=value …]</c>: puts the products of a
/// file into the catalog, and may be run again. The README says what the columns mean.
/// </summary>
internal static class ImportCommand
{
    private const string Usage = "import <file.csv> [--refused <file>] [--restore] [--Name:Key=value ...]";
    private const string RestoreOption = "--restore";
    private const int BatchSize = 2_000;
    private const int RefusedShown = 20;

    /// <returns>
    /// The exit code: 0 when every line was taken, 1 when it stopped on the way, 2 when the command line is not understood, 3 when lines
    /// were refused.
    /// </returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, bool isTerminal, CancellationToken cancel)
    {
        if (args is not [var path, .. var rest] || path.StartsWith("--", StringComparison.Ordinal) || !TryTakeRefused(ref rest, out var report))
        {
            await output.WriteLineAsync(Usage);
            return 2;
        }

        var begun = false;
        try
        {
            await using var app = CatalogHost.Build([.. rest.Where(argument => argument != RestoreOption)]);
            await using var refused = new RefusedReport(report, output, RefusedShown);
            var services = app.Services;
            await StartChecks.RunAsync(services, cancel);
            var currency = services.GetRequiredService<Currency>();
            using var file = new ImportFile(path, currency);
            begun = true;
            var rules = new ImportRules(file.HasImages, rest.Contains(RestoreOption), currency.Code);
            var progress = new ImportProgress(output, isTerminal);
            var store = services.GetRequiredService<ImportStore>();
            var said = await TakeAsync(file, store, rules, refused, progress, cancel);
            foreach (var line in said) await output.WriteLineAsync(line);
            await refused.EndAsync();
            return refused.Count == 0 ? 0 : 3;
        }
        catch (Exception error) when (error is ImportFileException or OperationCanceledException || ServiceRun.Explain(error) is not null)
        {
            if (begun) await output.WriteLineAsync();
            var asked = error is OperationCanceledException ? "it was asked to stop." : null;
            await output.WriteLineAsync($"Stopped: {asked ?? ServiceRun.Explain(error) ?? error.Message}");
            if (begun) await output.WriteLineAsync($"Batches of {BatchSize} lines before it are done, and unchanged when it is run again.");
            return 1;
        }
    }

    /// <returns>What to say of it, a line each.</returns>
    private static async Task<IReadOnlyList<string>> TakeAsync(
        ImportFile file, ImportStore store, ImportRules rules, RefusedReport refused, ImportProgress progress,
        CancellationToken cancel)
    {
        var (created, changed, restored, unchanged, archived, lines) = (0, 0, 0, 0, 0, 0);
        IReadOnlyList<Guid> told = [];
        var batch = new List<ImportLine>(BatchSize);
        await foreach (var (line, wrong) in file.ReadAsync(cancel))
        {
            lines++;
            if (line is not null) batch.Add(line);
            else await refused.AddAsync(wrong);
            if (batch.Count == BatchSize) await FlushAsync();
        }

        if (batch.Count > 0) await FlushAsync();
        await store.TidyAsync(cancel);
        await progress.EndAsync();
        var seconds = progress.Seconds;
        var unopened = await store.OpenedAsync(told, cancel);
        var counts = $"{created} created, {changed} changed, {unchanged} unchanged, {refused.Count} refused.";
        List<string> said = [FormattableString.Invariant($"{lines} lines in {seconds:F1} s: {counts}")];
        if (restored > 0) said.Add($"{restored} restored, which were archived and are on sale now.");
        if (archived > 0)
        {
            said.Add($"{archived} archived, which stay off sale: {RestoreOption} restores them, "
                + $"or \"{ImportColumns.OnSale}\" in the column {ImportColumns.Status}.");
        }

        if (unopened > 0)
        {
            said.Add($"Inventory has not caught up: {unopened} new products have no stock there yet. "
                + "A running Catalog tells it of them.");
        }

        return said;

        async Task FlushAsync()
        {
            var taken = await store.TakeAsync(batch, rules, cancel);
            (created, changed, unchanged) = (created + taken.Created, changed + taken.Changed, unchanged + taken.Unchanged);
            (restored, archived) = (restored + taken.Restored, archived + taken.Archived);
            if (taken.Events.Count > 0) told = taken.Events;
            await refused.AddAsync(taken.Refused);
            batch.Clear();
            await progress.ShowAsync(file.Progress, lines);
        }
    }

    /// <summary>Takes <c>--refused file</c> out of the command line; false when the file is missing.</summary>
    private static bool TryTakeRefused(ref string[] args, out string? report)
    {
        report = null;
        var at = Array.IndexOf(args, "--refused");
        if (at < 0) return true;
        if (at == args.Length - 1) return false;
        report = args[at + 1];
        args = [.. args[..at], .. args[(at + 2)..]];
        return true;
    }
}
