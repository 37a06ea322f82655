using CommerceKata.ServiceDefaults;
using CommerceKata.ServiceDefaults.Data;
using CommerceKata.ServiceDefaults.Hosting;

namespace CommerceKata.Catalog.Import;

/// <summary>
/// <c>import &lt;file.csv&gt; [--refused &lt;file&gt;] [--Name:Key=value …]</c>: puts the products of a file into the catalog, and may be
/// run again. The README says what the columns mean.
/// </summary>
internal static class ImportCommand
{
    private const string Usage = "import <file.csv> [--refused <file>] [--Name:Key=value ...]";
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
            await using var app = CatalogHost.Build(rest);
            await using var refused = new RefusedReport(report, output, RefusedShown);
            var services = app.Services;
            await StartChecks.RunAsync(services, cancel);
            var currency = services.GetRequiredService<Currency>();
            using var file = new ImportFile(path, currency);
            begun = true;
            var totals = await TakeAsync(file, services.GetRequiredService<ImportStore>(), currency, refused, new ImportProgress(output, isTerminal), cancel);
            await output.WriteLineAsync(totals);
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

    private static async Task<string> TakeAsync(
        ImportFile file, ImportStore store, Currency currency, RefusedReport refused, ImportProgress progress,
        CancellationToken cancel)
    {
        var (created, changed, unchanged, lines) = (0, 0, 0, 0);
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
        return FormattableString.Invariant(
            $"{lines} lines in {progress.Seconds:F1} s: {created} created, {changed} changed, {unchanged} unchanged, {refused.Count} refused.");

        async Task FlushAsync()
        {
            var taken = await store.TakeAsync(batch, file.HasImages, currency.Code, cancel);
            (created, changed, unchanged) = (created + taken.Created, changed + taken.Changed, unchanged + taken.Unchanged);
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
