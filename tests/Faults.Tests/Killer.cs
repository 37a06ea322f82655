using CommerceKata.ServiceDefaults.Clients;

namespace CommerceKata.Faults.Tests;

/// <summary>Kills one service after another, in an order that the seed decides, and starts each again at once.</summary>
internal sealed class Killer(ProcessShop shop, Random chance, TimeSpan every)
{
    private int _kills;

    public int Kills => Volatile.Read(ref _kills);

    public async Task RunAsync(CancellationToken done)
    {
        using var clock = new PeriodicTimer(every);
        try
        {
            while (await clock.WaitForNextTickAsync(done))
            {
                var victim = shop[ServiceAddresses.Names[chance.Next(ServiceAddresses.Names.Length)]];
                await victim.KillAsync();
                victim.Start();
                Interlocked.Increment(ref _kills);
            }
        }
        catch (OperationCanceledException)
        {
            // Everybody has bought.
        }
    }
}
