using CommerceKata.ServiceDefaults.Clients;
using CommerceKata.TestKit;

namespace CommerceKata.Faults.Tests;

/// <summary>Kills one service after another, in an order that the seed decides, and starts each again at once.</summary>
/// <param name="shop">Whose services.</param>
/// <param name="chance">Decides on the next.</param>
/// <param name="every">How long it waits before the next.</param>
/// <param name="overlapping">
/// Whether it kills the next while the last one is still starting. On a slow machine that takes longer than the wait, and nobody can
/// buy while some service or other is always away.
/// </param>
internal sealed class Killer(ProcessShop shop, Random chance, TimeSpan every, bool overlapping)
{
    private int _kills;

    public int Kills => Volatile.Read(ref _kills);

    public async Task RunAsync(CancellationToken done)
    {
        try
        {
            while (true)
            {
                using var clock = new PeriodicTimer(every);
                await clock.WaitForNextTickAsync(done);
                var victim = shop[ServiceAddresses.Names[chance.Next(ServiceAddresses.Names.Length)]];
                await victim.KillAsync();
                victim.Start();
                Interlocked.Increment(ref _kills);
                if (!overlapping) await Eventually.HoldsAsync(victim.IsReadyAsync, victim.Name + " to be ready", TimeSpan.FromMinutes(2));
            }
        }
        catch (OperationCanceledException)
        {
            // Everybody has bought.
        }
    }
}
