using System.Diagnostics.CodeAnalysis;
using System.Text;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting;
using Serilog.Sinks.File;

namespace CommerceKata.ServiceDefaults.Hosting;

/// <summary>Where log lines go; both ways by a <see cref="LogBuffer"/>.</summary>
internal static class LogOutputs
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The console.</summary>
    public static void ToConsole(this LoggerConfiguration logger, ITextFormatter format, LogHold hold) =>
        logger.WriteTo.Sink(new ConsoleSink(format, new(Console.OpenStandardOutput(), hold, TimeProvider.System)));

    /// <summary>A file, three of 50 MB at most.</summary>
    public static void ToFile(this LoggerConfiguration logger, ITextFormatter format, string path, LogHold hold)
    {
        var files = new Files(hold);
        logger.WriteTo.File(format, path, fileSizeLimitBytes: 50_000_000, rollOnFileSizeLimit: true, retainedFileCountLimit: 3, encoding: Utf8, hooks: files);
        // After the file's own sink: the line is in the buffer by then.
        logger.WriteTo.Sink(new PassErrors(files), LogEventLevel.Error);
    }

    private sealed class ConsoleSink(ITextFormatter format, LogBuffer buffer) : ILogEventSink, IDisposable
    {
        private readonly Lock _gate = new();
        private readonly StreamWriter _writer = new(buffer, Utf8);

        public void Emit(LogEvent logEvent)
        {
            lock (_gate)
            {
                format.Format(logEvent, _writer);
                _writer.Flush();
            }

            if (logEvent.Level >= LogEventLevel.Error) buffer.Pass();
        }

        public void Dispose()
        {
            lock (_gate) _writer.Dispose();
        }
    }

    /// <summary>Each file that is opened gets a buffer.</summary>
    [SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable", Justification = "The file that a buffer belongs to closes it.")]
    private sealed class Files(LogHold hold) : FileLifecycleHooks
    {
        private volatile LogBuffer? _current;

        public override Stream OnFileOpened(Stream underlyingStream, Encoding encoding) => _current = new(underlyingStream, hold, TimeProvider.System);

        public void Pass() => _current?.Pass();
    }

    private sealed class PassErrors(Files files) : ILogEventSink
    {
        public void Emit(LogEvent logEvent) => files.Pass();
    }
}
