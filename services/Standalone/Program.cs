using CommerceKata.PrivatePostgres;
using CommerceKata.ServiceDefaults.Hosting;
using CommerceKata.Standalone;

try
{
    var options = StandaloneOptions.Read(args, Environment.GetEnvironmentVariable);
    using var stop = new StopSignal();
    await using var shop = await Shop.StartAsync(options, Console.WriteLine, stop.Token);
    if (options.Demo) return await new Demo(shop, Console.WriteLine).RunAsync(stop.Token) ? 0 : 1;
    Welcome.Print(shop, Console.WriteLine);
    await stop.WaitAsync();
    Console.WriteLine("Stopping.");
    return 0;
}
catch (OperationCanceledException)
{
    return 1;
}
catch (PostgresUnavailableException error)
{
    Console.Error.WriteLine(error.Message);
    return 1;
}
catch (Exception error) when (ServiceRun.Explain(error) is { } line)
{
    Console.Error.WriteLine(line);
    return 1;
}
