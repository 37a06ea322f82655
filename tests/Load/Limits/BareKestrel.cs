using CommerceKata.Load.Running;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace CommerceKata.Load.Limits;

/// <summary>The most that HTTP alone lets through here: a process of its own that reads the request and answers the same text.</summary>
internal static class BareKestrel
{
    /// <summary>About as long as twenty products.</summary>
    private static readonly byte[] Answer = [.. """{"data":{"filler":" """u8, .. Enumerable.Repeat((byte)'x', 4_000), .. "\"}}"u8];

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

    /// <summary>Drives it as the shop is driven.</summary>
    public static async Task<Result> MeasureAsync(LoadOptions options, CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("commerce-kata-kestrel-").FullName;
        var port = TestKit.FreePort.Take();
        var process = TestKit.ChildProcess.Start("Load", ["serve", $"{port}"], Path.Combine(folder, "out"));
        try
        {
            using var door = new Door([new Uri($"http://127.0.0.1:{port}/")]);
            await TestKit.Eventually.HoldsAsync(async () =>
            {
                cancel.ThrowIfCancellationRequested();
                process.ThrowIfEnded();
                try
                {
                    await new Caller(door).ActAsync();
                    return true;
                }
                catch (HttpRequestException)
                {
                    return false;
                }
            }, "the bare server");
            return await Driver.RunAsync([.. Enumerable.Range(0, options.Users).Select(_ => new Caller(door))], options.WarmUp, options.Window, [new Measured("Kestrel", [process.Id])], cancel);
        }
        finally
        {
            await process.KillAsync();
            Directory.Delete(folder, recursive: true);
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
