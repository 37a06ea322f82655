using CommerceKata.Load.Running;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace CommerceKata.Load.Limits;

/// <summary>The most that HTTP alone lets through here: a process of its own that reads the request and answers the same text.</summary>
internal sealed class BareKestrel : IAsyncDisposable
{
    /// <summary>About as long as twenty products.</summary>
    private static readonly byte[] Answer = [.. """{"data":{"filler":" """u8, .. Enumerable.Repeat((byte)'x', 4_000), .. "\"}}"u8];

    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(3);

    private readonly string _folder;
    private readonly TestKit.ChildProcess _process;
    private readonly Door _door;

    private BareKestrel(string folder, TestKit.ChildProcess process, Door door) => (_folder, _process, _door) = (folder, process, door);

    /// <summary>The program behind it: <c>dotnet Load.dll serve PORT</c>.</summary>
    public static async Task<int> ServeAsync(string port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:" + port);
        var app = builder.Build();
        app.Run(async context =>
        {
            await context.Request.Body.CopyToAsync(Stream.Null);
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = Answer.Length;
            await context.Response.Body.WriteAsync(Answer);
        });
        await app.RunAsync();
        return 0;
    }

    public static async Task<BareKestrel> StartAsync(CancellationToken cancel)
    {
        var port = TestKit.FreePort.Take();
        var folder = Directory.CreateTempSubdirectory("commerce-kata-kestrel-").FullName;
        var kestrel = new BareKestrel(folder, TestKit.ChildProcess.Start("Load", ["serve", $"{port}"], Path.Combine(folder, "out")), new Door([new Uri($"http://127.0.0.1:{port}/")]));
        await TestKit.Eventually.HoldsAsync(() => kestrel.AnswersAsync(cancel), "the bare server");
        return kestrel;
    }

    /// <summary>Drives it as the shop is driven.</summary>
    public Task<Result> MeasureAsync(LoadOptions options, CancellationToken cancel) => MeasureAsync(options.Users, options.WarmUp, options.Window, cancel);

    /// <summary>Looks again, for some seconds, how fast the machine is now: others share it.</summary>
    /// <returns>Requests per second.</returns>
    public async Task<double> AgainAsync(LoadOptions options, CancellationToken cancel) => (await MeasureAsync(options.Users, Settling, Glance, cancel)).PerSecond;

    public async ValueTask DisposeAsync()
    {
        await _process.KillAsync();
        _door.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private Task<Result> MeasureAsync(int users, TimeSpan warmUp, TimeSpan window, CancellationToken cancel) =>
        Driver.RunAsync([.. Enumerable.Range(0, users).Select(_ => new Caller(_door))], warmUp, window, [new Measured("Kestrel", [_process.Id])], cancel);

    private async Task<bool> AnswersAsync(CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        _process.ThrowIfEnded();
        try
        {
            await new Caller(_door).ActAsync();
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private sealed class Caller(Door door) : IVisitor
    {
        private static readonly byte[] Body = Door.Body("query Search($word: String!) { filler }", new { word = "Kettle" });

        public async Task ActAsync()
        {
            using var answer = await door.AskAsync(Body);
            answer.Check(answer.Data.GetProperty("filler").GetString()!.Length > 4_000, "the filler");
        }
    }
}
