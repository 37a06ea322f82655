using CommerceKata.PrivatePostgres;
using CommerceKata.ServiceDefaults.Hosting;
using CommerceKata.Standalone;

return await ServiceRun.CommandAsync(async stop =>
{
    try
    {
        var options = StandaloneOptions.Read(args, Environment.GetEnvironmentVariable);
        return options.Demo ? await DemoAsync(options, stop) : await ServeAsync(options, stop);
    }
    catch (PostgresUnavailableException error)
    {
        Console.Error.WriteLine(error.Message);
        return 1;
    }
}, Console.Error);

static async Task<int> DemoAsync(StandaloneOptions options, CancellationToken stop)
{
    await using var shop = await Shop.StartAsync(options, Console.WriteLine, stop);
    return await new Demo(shop, Console.WriteLine).RunAsync(stop) ? 0 : 1;
}

static async Task<int> ServeAsync(StandaloneOptions options, CancellationToken stop)
{
    try
    {
        await using var shop = await Shop.StartAsync(options, Console.WriteLine, stop);
        Welcome.Print(shop, Console.WriteLine);
        await Task.Delay(Timeout.Infinite, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Console.WriteLine("Stopping.");
    }
    catch (OperationCanceledException) when (stop.IsCancellationRequested)
    {
        Console.WriteLine("Asked to stop before the shop was open.");
    }

    return 0;
}
