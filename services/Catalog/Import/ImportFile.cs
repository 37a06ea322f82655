using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using CommerceKata.ServiceDefaults;
using CsvHelper;
using CsvHelper.Configuration;

namespace CommerceKata.Catalog.Import;

/// <summary>The file as a whole cannot be imported.</summary>
/// <param name="message">Why, in one line.</param>
internal sealed class ImportFileException(string message) : Exception(message);

/// <summary>Reads a CSV file line by line (RFC 4180): nothing of it is kept but which SKUs it had.</summary>
internal sealed class ImportFile : IDisposable
{
    /// <summary>A description may have 5,000 characters, all of them quoted twice.</summary>
    private const int MaxCell = 20_000;

    private readonly FileStream _file;
    private readonly CsvReader _csv;
    private readonly Dictionary<string, int> _lines = [];
    private readonly Currency _currency;

    /// <exception cref="ImportFileException">It cannot be read, or its first line does not name the columns.</exception>
    public ImportFile(string path, Currency currency)
    {
        _currency = currency;
        try
        {
            _file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ImportFileException($"{path} cannot be read: {error.Message}");
        }

        _csv = new CsvReader(new StreamReader(_file, new UTF8Encoding(false, throwOnInvalidBytes: true)), new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            MaxFieldSize = MaxCell,
            // A quote in the middle of a cell, or one that is never closed: the line is refused, the file goes on.
            BadDataFound = _ => _isBad = true,
            MissingFieldFound = null,
            IgnoreBlankLines = true,
        });
        ReadHeader(path);
    }

    private bool _isBad;

    /// <summary>Whether it has a column for pictures.</summary>
    public bool HasImages => _csv.HeaderRecord!.Contains(ImportColumns.ImageUrl);

    /// <summary>How much of it was read: 0 to 1.</summary>
    public double Progress => _file.Length == 0 ? 1 : (double)_file.Position / _file.Length;

    /// <summary>What its lines come to: one that can be imported, or why not.</summary>
    /// <param name="cancel">Ends it.</param>
    /// <exception cref="ImportFileException">What follows is not UTF-8 text, or a cell has no end.</exception>
    public async IAsyncEnumerable<(ImportLine? Line, IReadOnlyList<RefusedLine> Refused)> ReadAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        while (await NextAsync())
        {
            cancel.ThrowIfCancellationRequested();
            yield return ReadLine();
        }
    }

    public void Dispose()
    {
        _csv.Dispose();
        _file.Dispose();
    }

    private (ImportLine? Line, IReadOnlyList<RefusedLine> Refused) ReadLine()
    {
        // The parser stands at the end of the line, which may be several below its start.
        var number = _csv.Parser.RawRow - _csv.Parser.RawRecord.TrimEnd('\r', '\n').Count(c => c == '\n');
        var columns = _csv.HeaderRecord!.Length;
        if (_csv.Parser.Count != columns) return (null, [new(number, "", "", $"has {_csv.Parser.Count} cells, not {columns}")]);
        // Cells are taken apart, and bad quotes found, as they are read.
        var line = ImportColumns.Read(number, column => _csv.TryGetField<string>(column, out var cell) ? cell ?? "" : "", _currency, out var refused);
        if (_isBad) return (null, [new(number, "", "", "has a quote that does not belong there: quote the whole cell, and write \" as \"\"")]);
        if (line is null || _lines.TryAdd(line.Product.Sku, number)) return (line, refused);
        return (null, [new(number, line.Product.Sku, ImportColumns.Sku, $"is on line {_lines[line.Product.Sku]} already")]);
    }

    private async Task<bool> NextAsync()
    {
        try
        {
            _isBad = false;
            return await _csv.ReadAsync();
        }
        catch (MaxFieldSizeException)
        {
            throw new ImportFileException($"line {_csv.Parser.RawRow}: a cell has more than {MaxCell} characters; is a quote missing?");
        }
        catch (DecoderFallbackException)
        {
            throw new ImportFileException($"after line {_csv.Parser.RawRow}: this is not UTF-8 text");
        }
    }

    private void ReadHeader(string path)
    {
        if (!_csv.Read() || !_csv.ReadHeader()) throw new ImportFileException($"{path} is empty: the first line names the columns");
        var header = _csv.HeaderRecord!;
        var missing = ImportColumns.Needed.Except(header).ToList();
        if (missing.Count > 0) throw new ImportFileException($"{path} lacks these columns: {string.Join(", ", missing)}");
        var unknown = header.Except(ImportColumns.All).Concat(header.GroupBy(name => name).Where(same => same.Count() > 1).Select(same => same.Key)).ToList();
        if (unknown.Count > 0)
            throw new ImportFileException($"{path} has columns that mean nothing here, or mean it twice: {string.Join(", ", unknown)}; known are {string.Join(", ", ImportColumns.All)}");
    }
}
