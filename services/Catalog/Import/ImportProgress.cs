using System.Diagnostics;
using System.Globalization;

namespace CommerceKata.Catalog.Import;

/// <summary>Says how far it is: a bar that is drawn over itself on a terminal, a line every few seconds elsewhere.</summary>
/// <param name="output">Where to.</param>
/// <param name="isTerminal">Whether people watch.</param>
internal sealed class ImportProgress(TextWriter output, bool isTerminal)
{
    private const int Width = 30;

    private readonly TimeSpan _pause = isTerminal ? TimeSpan.FromMilliseconds(100) : TimeSpan.FromSeconds(5);
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private TimeSpan _next = TimeSpan.Zero;

    public double Seconds => _watch.Elapsed.TotalSeconds;

    /// <summary>Shows it, unless it was shown a moment ago.</summary>
    /// <param name="done">How much of the file: 0 to 1.</param>
    /// <param name="lines">How many lines.</param>
    public async Task ShowAsync(double done, int lines)
    {
        if (_watch.Elapsed < _next && done < 1) return;
        _next = _watch.Elapsed + _pause;
        var bar = (int)(done * Width);
        var text = string.Create(CultureInfo.InvariantCulture, $"{(int)(done * 100),3}%  {lines:N0} lines  {lines / Math.Max(Seconds, 0.001):N0}/s");
        if (isTerminal) await output.WriteAsync($"\r[{new string('#', bar)}{new string('.', Width - bar)}] {text}   ");
        else await output.WriteLineAsync(text.TrimStart());
        await output.FlushAsync();
    }

    /// <summary>Leaves the bar's line.</summary>
    public Task EndAsync() => isTerminal ? output.WriteLineAsync() : Task.CompletedTask;
}
