using Microsoft.Playwright;

namespace CommerceKata.EndToEnd.Tests.Explorer;

/// <summary>The machine's Chromium, without a window and without a past.</summary>
internal sealed class Browser : IAsyncDisposable
{
    /// <summary>As long as other tests give a process to start: beside them all, on two cores, a page of a megabyte of script may take most of a minute.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    private readonly IPlaywright _driver;
    private readonly IBrowser _browser;

    private Browser(IPlaywright driver, IBrowser browser) => (_driver, _browser) = (driver, browser);

    public static async Task<Browser> StartAsync()
    {
        var program = Find();
        // The README promises that the SDK and PostgreSQL are enough for `dotnet test`; the project's own check has a browser.
        if (program is null && Environment.GetEnvironmentVariable("CI") is null)
            Assert.Ignore("Chromium is missing: install it (apt-get install chromium), or set CHROMIUM to where it is, to run this test.");
        program.ShouldNotBeNull("Chromium is missing");
        var driver = await Playwright.CreateAsync();
        var browser = await driver.Chromium.LaunchAsync(new()
        {
            ExecutablePath = program,
            Headless = true,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            ],
        });
        return new Browser(driver, browser);
    }

    /// <summary>A page without cookies or storage.</summary>
    public async Task<IPage> OpenAsync()
    {
        var page = await _browser.NewPageAsync(new() { ViewportSize = new() { Width = 1280, Height = 720 } });
        page.SetDefaultTimeout((float)Patience.TotalMilliseconds);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _driver.Dispose();
    }

    private static string? Find() => Environment.GetEnvironmentVariable("CHROMIUM")
        ?? (from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            from name in Names
            select Path.Combine(folder, name)).FirstOrDefault(File.Exists);
}
