using CommerceKata.ServiceDefaults.Hosting;
using CommerceKata.TestKit;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CommerceKata.ServiceDefaults.Tests;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class LogBufferTests
{
    private readonly LogHold _hold = new();
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"log-buffer-{Guid.CreateVersion7():N}.jsonl");

    [SetUp]
    public Task HoldAsync() => _hold.StartedAsync(default);

    [TearDown]
    public void Remove() => File.Delete(_file);

    [Test]
    public async Task Line_goes_at_once_before_a_service_runs_and_when_it_stops()
    {
        using var file = new Writes();
        await _hold.StoppingAsync(default);
        using var buffer = new LogBuffer(file, _hold, new StoppedClock());
        buffer.Write("line\n"u8);
        buffer.Flush();
        file.Sizes.ShouldBe([5]);
    }

    [Test]
    public void Lines_wait_until_they_are_passed_on_and_leave_in_one_write()
    {
        using var file = new Writes();
        using var buffer = new LogBuffer(file, _hold, new StoppedClock());
        for (var line = 0; line < 3; line++)
        {
            buffer.Write("line\n"u8);
            buffer.Flush();
        }

        file.Sizes.ShouldBeEmpty();
        buffer.Pass();
        file.Sizes.ShouldBe([15]);
    }

    [Test]
    public void More_than_the_buffer_holds_does_not_wait()
    {
        using var file = new Writes();
        using var buffer = new LogBuffer(file, _hold, new StoppedClock());
        buffer.Write(new byte[64 * 1024]);
        file.Sizes.ShouldBe([64 * 1024]);
    }

    [Test]
    public void Buffer_that_is_closed_passes_on_what_waits_and_closes_what_it_writes_to()
    {
        var file = new Writes();
        using (var buffer = new LogBuffer(file, _hold, new StoppedClock())) buffer.Write("last words\n"u8);
        file.Sizes.ShouldBe([11]);
        file.CanWrite.ShouldBeFalse();
    }

    [Test]
    public void Disk_that_takes_no_more_stops_nobody()
    {
        using var buffer = new LogBuffer(new Writes { IsFull = true }, _hold, new StoppedClock());
        buffer.Write("lost\n"u8);
        Should.NotThrow(buffer.Pass);
    }

    [Test]
    public async Task Line_of_a_running_service_is_in_its_file_soon_and_an_error_at_once()
    {
        var builder = ServiceHost.CreateBareBuilder([$"--Log:File={_file}", "--Telemetry:Enabled=false"], "log-buffer");
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var app = builder.Build();
        await app.StartAsync();
        var log = app.Services.GetRequiredService<ILogger<LogBufferTests>>();
        Said(log, "soon", null);
        await Eventually.HoldsAsync(async () => (await ReadAsync()).Contains("soon", StringComparison.Ordinal), "the line in the file");
        Failed(log, "at once", null);
        (await ReadAsync()).ShouldContain("at once");
    }

    private static readonly Action<ILogger, string, Exception?> Said = LoggerMessage.Define<string>(LogLevel.Information, 1, "{Text}");

    private static readonly Action<ILogger, string, Exception?> Failed = LoggerMessage.Define<string>(LogLevel.Error, 2, "{Text}");

    private async Task<string> ReadAsync()
    {
        using var reader = new StreamReader(new FileStream(_file, FileMode.OpenOrCreate, FileAccess.Read, FileShare.ReadWrite));
        return await reader.ReadToEndAsync();
    }

    private sealed class Writes : MemoryStream
    {
        public List<int> Sizes { get; } = [];

        public bool IsFull { get; init; }

        public override void Write(byte[] buffer, int offset, int count)
        {
            if (IsFull) throw new IOException("No space left on device.");
            Sizes.Add(count);
        }
    }
}
