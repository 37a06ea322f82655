using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using CommerceKata.ServiceDefaults;
using CsvHelper;
using CsvHelper.Configuration;

namespace CommerceKata.Catalog.Import;

/// <summary>Reads a CSV file line by line (RFC 4180, with other delimiters too): nothing of it is kept but which SKUs it had.</summary>
internal sealed class ImportFile : IDisposable
{
    /// <summary>A description may have 5,000 characters, all of them quoted twice.</summary>
    private const int MaxCell = 20_000;

    private readonly ImportText _text;
    private readonly CsvReader _csv;
    private readonly Dictionary<string, int> _lines = [];
    private readonly Currency _currency;
    private readonly string[] _columns;
    private bool _isBad;
    private int _linesBefore;

    /// <exception cref="ImportFileException">It cannot be read, or its first line does not name the columns.</exception>
    public ImportFile(string path, Currency currency)
    {
        _currency = currency;
        _text = new ImportText(path);
        _csv = new CsvReader(_text.Reader, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = _text.Delimiter.ToString(),
            MaxFieldSize = MaxCell,
            PrepareHeaderForMatch = header => Column(header.Header),
            TrimOptions = TrimOptions.Trim,
            // A quote in the middle of a cell, or one that is never closed: the line is refused, the file goes on.
            BadDataFound = _ => _isBad = true,
            MissingFieldFound = null,
            IgnoreBlankLines = true,
        });
        _columns = ReadColumns(path);
    }

    /// <summary>Whether it has a column for pictures.</summary>
    public bool HasImages => _columns.Contains(ImportColumns.ImageUrl);

    /// <summary>How much of it was read: 0 to 1.</summary>
    public double Progress => _text.Progress;

    /// <summary>The line that the parser read last.</summary>
    private int Row => _linesBefore + _csv.Parser.RawRow;

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
        _text.Dispose();
    }

    private (ImportLine? Line, IReadOnlyList<RefusedLine> Refused) ReadLine()
    {
        // The parser stands at the end of the line, which may be several below its start.
        var number = Row - _csv.Parser.RawRecord.TrimEnd('\r', '\n').Count(c => c == '\n');
        if (_csv.Parser.Count != _columns.Length)
            return (null, [new(number, "", "", $"has {_csv.Parser.Count} cells, not {_columns.Length}")]);
        // Cells are taken apart, and bad quotes found, as they are read.
        var line = ImportColumns.Read(
            number, column => _csv.TryGetField<string>(column, out var cell) ? cell ?? "" : "", _currency,
            decimalComma: _text.Delimiter != ',', out var refused);
        if (_isBad) return (null, [new(number, "", "", "has a quote that does not belong there: quote the whole cell, and write \" as \"\"")]);
        if (line is null || _lines.TryAdd(Sku.Key(line.Product.Sku), number)) return (line, refused);
        return (null, [new(number, line.Product.Sku, ImportColumns.Sku, $"is on line {_lines[Sku.Key(line.Product.Sku)]} already")]);
    }

    private async Task<bool> NextAsync()
    {
        try
        {
            _isBad = false;
            return await _csv.ReadAsync();
        }
        catch (Exception error) when (Explain(error) is { } why)
        {
            throw why;
        }
    }

    private string[] ReadColumns(string path)
    {
        try
        {
            if (_text.HasDelimiterLine) SkipDelimiterLine();
            if (!_csv.Read() || !_csv.ReadHeader()) throw new ImportFileException($"{path} is empty: the first line names the columns");
        }
        catch (Exception error) when (Explain(error) is { } why)
        {
            throw why;
        }

        string[] columns = [.. _csv.HeaderRecord!.Select(Column)];
        var missing = ImportColumns.Needed.Except(columns).ToList();
        if (missing.Count > 0) throw new ImportFileException($"{path} lacks these columns: {string.Join(", ", missing)}");
        if (columns.Contains("")) throw new ImportFileException($"{path} has a column without a name: the first line names them all");
        var twice = columns.GroupBy(name => name).Where(same => same.Count() > 1).Select(same => same.Key);
        var unknown = columns.Except(ImportColumns.All).Concat(twice).ToList();
        if (unknown.Count > 0)
        {
            throw new ImportFileException($"{path} has columns that mean nothing here, or mean it twice: {string.Join(", ", unknown)}; "
                + $"known are {string.Join(", ", ImportColumns.All)}");
        }

        return columns;
    }

    /// <summary>It may stand below blank lines.</summary>
    private void SkipDelimiterLine()
    {
        do _linesBefore++;
        while (_text.Reader.ReadLine() is "");
    }

    /// <summary>The column that a cell of the first line names, as spreadsheets write it: "Image_URL ".</summary>
    private static string Column(string cell) => TextForm.Compared(cell).Trim();

    /// <summary>What is wrong with the file as a whole, where the parser met it.</summary>
    private ImportFileException? Explain(Exception error) => error switch
    {
        MaxFieldSizeException => new($"line {Row}: a cell has more than {MaxCell} characters; is a quote missing?"),
        DecoderFallbackException or { InnerException: DecoderFallbackException } => _text.WrongText(),
        _ => null,
    };
}
