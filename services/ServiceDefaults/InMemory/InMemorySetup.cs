using CommerceKata.ServiceDefaults.Configuration;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CommerceKata.ServiceDefaults.InMemory;

/// <summary>Whether hosts that share a process reach each other without sockets: the setting <c>Services:InProcess</c>.</summary>
internal static class InMemorySetup
{
    public static bool IsOn(IConfiguration settings) => settings.GetValue(SharedSettings.InProcess, false);

    /// <summary>Has Kestrel take such connections too, if the settings say so.</summary>
    /// <returns>Whether they do.</returns>
    public static bool TakesInMemoryConnections(this WebApplicationBuilder builder)
    {
        if (!IsOn(builder.Configuration)) return false;
        builder.Services.AddSingleton<IConnectionListenerFactory, InMemoryTransport>();
        return true;
    }
}
