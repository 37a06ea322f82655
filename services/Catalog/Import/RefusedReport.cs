using System.Globalization;
using CsvHelper;

namespace CommerceKata.Catalog.Import;

/// <summary>Says which lines were refused, and why: all of them in a CSV file, or the first ones among the rest of the output.</summary>
/// <param name="path">The file; null for none.</param>
/// <param name="output">Where else to say it.</param>
/// <param name="shown">How many are shown there.</param>
internal sealed class RefusedReport(string? path, TextWriter output, int shown) : IAsyncDisposable
{
    private readonly CsvWriter? _file = path is null ? null : Open(path);
    private readonly List<RefusedLine> _first = [];
    private readonly HashSet<int> _lines = [];

    /// <summary>How many lines were refused; one may have several faults.</summary>
    public int Count => _lines.Count;

    /// <summary>Notes faults.</summary>
    public async Task AddAsync(IReadOnlyList<RefusedLine> refused)
    {
        foreach (var line in refused)
        {
            _lines.Add(line.Number);
            if (_first.Count < shown) _first.Add(line);
            if (_file is null) continue;
            foreach (var cell in (string[])[line.Number.ToString(CultureInfo.InvariantCulture), line.Sku, line.Field, line.Why]) _file.WriteField(cell);
            await _file.NextRecordAsync();
        }
    }

    /// <summary>Says what was noted.</summary>
    public async Task EndAsync()
    {
        if (Count == 0) return;
        if (path is not null)
        {
            await output.WriteLineAsync($"Refused lines are in {path}.");
            return;
        }

        foreach (var line in _first)
            await output.WriteLineAsync($"line {line.Number}{(line.Sku is "" ? "" : $" ({line.Sku})")}: {$"{line.Field} {line.Why}".Trim()}");
        if (Count > _first.Select(line => line.Number).Distinct().Count()) await output.WriteLineAsync("... and more: --refused <file> has all of them.");
    }

    public async ValueTask DisposeAsync()
    {
        if (_file is not null) await _file.DisposeAsync();
    }

    private static CsvWriter Open(string path)
    {
        try
        {
            var file = new CsvWriter(new StreamWriter(path), CultureInfo.InvariantCulture);
            foreach (var column in (string[])["line", "sku", "field", "why"]) file.WriteField(column);
            file.NextRecord();
            return file;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ImportFileException($"{path} cannot be written: {error.Message}");
        }
    }
}
