using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CommerceKata.ServiceDefaults.Data;

/// <summary>Looks at the database before the service serves: whether it holds what the settings say.</summary>
public interface IStartCheck
{
    /// <summary>Does nothing where all is well.</summary>
    /// <param name="database">The database, perhaps without any table yet.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <exception cref="SettingException">A setting contradicts what is there.</exception>
    Task CheckAsync(Database database, CancellationToken cancel);
}

/// <summary>Runs a service's checks.</summary>
public static class StartChecks
{
    /// <summary>
    /// Runs them. A database that does not answer, or has no tables yet, says nothing that could be wrong: that it is
    /// away is what the
    /// readiness check tells.
    /// </summary>
    /// <param name="services">The service's pieces.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <exception cref="SettingException">A setting contradicts what is there.</exception>
    public static async Task RunAsync(IServiceProvider services, CancellationToken cancel)
    {
        foreach (var check in services.GetServices<IStartCheck>())
        {
            try
            {
                await check.CheckAsync(services.GetRequiredService<Database>(), cancel);
            }
            catch (NpgsqlException)
            {
                return;
            }
        }
    }
}
