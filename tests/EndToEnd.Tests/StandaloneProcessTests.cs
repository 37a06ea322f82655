using System.Diagnostics;
using System.Text;
using CommerceKata.Standalone;
using CommerceKata.TestKit;

namespace CommerceKata.EndToEnd.Tests;

/// <summary>The README's command as a person runs it: a process of its own, with a PostgreSQL of its own.</summary>
internal sealed class StandaloneProcessTests
{
    private string _data = null!;
    private int _port;

    [SetUp]
    public void Prepare()
    {
        _data = Directory.CreateTempSubdirectory("commerce-kata-standalone-").FullName;
        File.SetUnixFileMode(_data, (UnixFileMode)0b111_101_101);
        _port = FreePort.TakeBlock(Ports.Count);
    }

    [TearDown]
    public void CleanUp() => Directory.Delete(_data, recursive: true);

    /// <summary>At one moment after the other of its start, on the same data.</summary>
    [Test]
    public async Task Start_that_is_stopped_says_so_leaves_no_PostgreSQL_and_the_next_one_opens_the_shop()
    {
        var running = Path.Combine(_data, "postgres", "data", "postmaster.pid");
        var databases = Path.Combine(_data, "postgres", "data", "base");
        (string What, Func<Run, bool> Is)[] moments =
        [
            ("the cluster is made", run => run.Said.Contains("Making a PostgreSQL cluster", StringComparison.Ordinal)),
            ("PostgreSQL is starting", _ => File.Exists(running)),
            ("a database is there", _ => Directory.GetDirectories(databases).Length > 3),
        ];
        foreach (var (what, moment) in moments)
        {
            using var run = new Run("--data", _data, "--port", $"{_port}");
            await Eventually.HoldsAsync(() => Task.FromResult(moment(run)), what);
            run.Interrupt();
            (await run.ExitAsync()).ShouldBe(0, what);
            run.Said.Trim().Split('\n')[^1].ShouldBe("Asked to stop before the shop was open.", what);
            run.Said.ShouldNotContain("Exception");
            File.Exists(running).ShouldBeFalse(what);
        }

        using var shop = new Run("--data", _data, "--port", $"{_port}");
        await shop.SaysAsync("The shop is open");
        shop.Interrupt();
        (await shop.ExitAsync()).ShouldBe(0, shop.Said);
    }

    [Test]
    public async Task Demo_buys_a_product_and_a_second_start_finds_the_data_and_Ctrl_C_stops_it_all()
    {
        using (var demo = new Run("demo", "--data", _data, "--port", $"{_port}"))
        {
            (await demo.ExitAsync()).ShouldBe(0, demo.Said);
            demo.Said.ShouldContain("is confirmed: 119.00 USD with visa 4242");
            demo.Said.ShouldContain("Done: 6 steps");
        }

        using var shop = new Run("--data", _data, "--port", $"{_port}");
        await shop.SaysAsync("The shop is open");
        // One grinder of eighteen was sold by the demo; the first admin was made by it too.
        (await new FrontDoor($"http://127.0.0.1:{_port}/graphql").AskAsync("""{ productBySlug(slug: "hand-grinder-38-mm-conical-burrs") { available } }""", null, CancellationToken.None))
            .At("productBySlug.available").GetInt32().ShouldBe(17);
        shop.Said.ShouldNotContain("made up now");

        using (var second = new Run("--data", _data + "-other", "--port", $"{_port}"))
        {
            (await second.ExitAsync()).ShouldBe(1);
            second.Said.Trim().ShouldStartWith($"Port {_port} is taken");
            second.Said.Trim().ShouldNotContain('\n');
        }

        shop.Interrupt();
        (await shop.ExitAsync()).ShouldBe(0, shop.Said);
        File.Exists(Path.Combine(_data, "postgres", "data", "postmaster.pid")).ShouldBeFalse();
    }

    /// <summary>With the programs that are built already: <c>dotnet run</c> would build them again.</summary>
    [Test]
    public async Task Import_that_the_welcome_shows_puts_its_products_into_the_shop()
    {
        using var shop = new Run("--data", _data, "--port", $"{_port}");
        await shop.SaysAsync("Stop: Ctrl-C");
        var shown = shop.Said.Split('\n').Single(line => line.Contains(" import ", StringComparison.Ordinal)).Trim();
        var file = Path.Combine(_data, "products.csv");
        await File.WriteAllTextAsync(file, "SKU;Name;Description;Category;Price\nwel-1;Łyżka żółta;Drewniana.;Łyżki;12,50\n");
        var command = shown.Replace("dotnet run --project services/Catalog --", $"dotnet {Path.Combine(AppContext.BaseDirectory, "Catalog.dll")}")
            .Replace("$PWD/services/Catalog/Import/example.csv", file);
        (await Shell.RunAsync(command)).ShouldContain("1 created, 0 changed, 0 unchanged, 0 refused.");
        const string query = """{ productBySlug(slug: "lyzka-zolta") { category { name } } }""";
        (await new FrontDoor($"http://127.0.0.1:{_port}/graphql").AskAsync(query, null, CancellationToken.None))
            .At("productBySlug.category.name").GetString().ShouldBe("Łyżki");
        shop.Interrupt();
        (await shop.ExitAsync()).ShouldBe(0, shop.Said);
    }

    [TestCase("--port", "http")]
    [TestCase("--port")]
    [TestCase("--nonsense")]
    public async Task Command_line_that_is_wrong_is_explained_in_one_line(params string[] arguments)
    {
        using var run = new Run(arguments);
        (await run.ExitAsync()).ShouldBe(1);
        run.Said.Trim().Split('\n').Length.ShouldBe(1, run.Said);
    }

    /// <summary>A running command.</summary>
    private sealed class Run : IDisposable
    {
        private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

        private readonly Process _process;
        private readonly StringBuilder _said = new();

        public Run(params string[] arguments)
        {
            _process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Standalone.dll"), .. arguments])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            _process.OutputDataReceived += (_, line) => Hear(line.Data);
            _process.ErrorDataReceived += (_, line) => Hear(line.Data);
            _process.BeginOutputReadLine();
            _process.BeginErrorReadLine();
        }

        public string Said
        {
            get
            {
                lock (_said) return _said.ToString();
            }
        }

        public Task SaysAsync(string text) => Eventually.HoldsAsync(() => _process.HasExited
            ? throw new InvalidOperationException(Said)
            : Task.FromResult(Said.Contains(text, StringComparison.Ordinal)), $"\"{text}\"", Patience);

        public async Task<int> ExitAsync()
        {
            using var limit = new CancellationTokenSource(Patience);
            await _process.WaitForExitAsync(limit.Token);
            return _process.ExitCode;
        }

        /// <summary>What Ctrl-C sends.</summary>
        public void Interrupt() => Process.Start("kill", ["-INT", $"{_process.Id}"]).WaitForExit();

        public void Dispose()
        {
            if (!_process.HasExited) _process.Kill();
            _process.Dispose();
        }

        private void Hear(string? line)
        {
            if (line is null) return;
            lock (_said) _said.AppendLine(line);
        }
    }
}
