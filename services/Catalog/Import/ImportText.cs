using System.Text;
using System.Text.RegularExpressions;

namespace CommerceKata.Catalog.Import;

/// <summary>The file as a whole cannot be imported.</summary>
/// <param name="message">Why, in one line.</param>
internal sealed class ImportFileException(string message) : Exception(message);

/// <summary>
/// A file's text as spreadsheets write it: UTF-8, or UTF-16 with a byte order mark; cells between commas, semicolons or tabs.
/// The first line that is not blank shows which, or says it: <c>sep=;</c>.
/// </summary>
internal sealed partial class ImportText : IDisposable
{
    /// <summary>So many bytes are looked at for the first line.</summary>
    private const int Beginning = 1 << 14;

    private readonly string _path;
    private readonly FileStream _file;
    private readonly Encoding _encoding;
    private readonly int _markLength;

    /// <param name="path">The file.</param>
    /// <exception cref="ImportFileException">It cannot be read, or is no text.</exception>
    public ImportText(string path)
    {
        _path = path;
        _file = Open(path);
        var beginning = new byte[Beginning];
        beginning = beginning[.._file.ReadAtLeast(beginning, Beginning, throwOnEndOfStream: false)];
        (_encoding, _markLength) = EncodingOf(beginning);
        // A character may be cut at the end of it: only the reader is strict.
        var text = Encoding.GetEncoding(_encoding.CodePage).GetString(beginning.AsSpan(_markLength));
        var first = text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? "";
        // UTF-16 without a mark, read as UTF-8.
        if (first.Contains('\0', StringComparison.Ordinal)) throw Wrong(1);
        var said = DelimiterLine().Match(first);
        HasDelimiterLine = said.Success;
        Delimiter = said.Success ? said.Groups["delimiter"].Value[0] : MostOf(first);
        _file.Position = _markLength;
        Reader = new StreamReader(_file, _encoding, detectEncodingFromByteOrderMarks: false, leaveOpen: true);
    }

    /// <summary>Reads it from the start. A <see cref="DecoderFallbackException"/> means <see cref="WrongText"/>.</summary>
    public TextReader Reader { get; }

    /// <summary>What stands between cells.</summary>
    public char Delimiter { get; }

    /// <summary>Whether the line with the columns comes after one that says the delimiter.</summary>
    public bool HasDelimiterLine { get; }

    /// <summary>How much of it was read: 0 to 1.</summary>
    public double Progress => _file.Length == 0 ? 1 : (double)_file.Position / _file.Length;

    /// <summary>Why it is not the text that it seemed to be, with the line.</summary>
    public ImportFileException WrongText() => Wrong(LineOfWrongByte());

    public void Dispose()
    {
        Reader.Dispose();
        _file.Dispose();
    }

    private ImportFileException Wrong(int line) =>
        new($"{_path} is not UTF-8 text (line {line}): save it as UTF-8, or as UTF-16 with a byte order mark");

    private static FileStream Open(string path)
    {
        try
        {
            var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
            if (file.CanSeek) return file;
            file.Dispose();
            throw new ImportFileException($"{path} cannot be read: it is not a file but a pipe or a device");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ImportFileException($"{path} cannot be read: {error.Message}");
        }
    }

    private static (Encoding Encoding, int MarkLength) EncodingOf(ReadOnlySpan<byte> beginning) => beginning switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (new UTF8Encoding(false, throwOnInvalidBytes: true), 3),
        [0xFF, 0xFE, ..] => (new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true), 2),
        [0xFE, 0xFF, ..] => (new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true), 2),
        _ => (new UTF8Encoding(false, throwOnInvalidBytes: true), 0),
    };

    /// <summary>The delimiter that the names of the columns have between them.</summary>
    private static char MostOf(string columns)
    {
        var bare = Quoted().Replace(columns, "");
        return ((char[])[',', ';', '\t']).MaxBy(delimiter => bare.Count(c => c == delimiter));
    }

    /// <summary>The reader is ahead of the line that it gave last, so the file is read again, byte by byte.</summary>
    private int LineOfWrongByte()
    {
        var (line, decoder, chars) = (1, _encoding.GetDecoder(), new char[4]);
        _file.Position = _markLength;
        try
        {
            for (var next = _file.ReadByte(); next >= 0; next = _file.ReadByte())
            {
                var count = decoder.GetChars([(byte)next], chars, flush: false);
                line += chars.AsSpan(0, count).Count('\n');
            }
        }
        catch (DecoderFallbackException)
        {
            // This is the line. Without it, the last one is cut short.
        }

        return line;
    }

    [GeneratedRegex("""\A"?sep=(?<delimiter>[,;|\t])"?\k<delimiter>*\z""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DelimiterLine();

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Quoted();
}
