using CommerceKata.Gateway.Documents;
using CommerceKata.Gateway.Http;

namespace CommerceKata.Gateway.Limits;

/// <summary>Puts the pieces together that keep the front door open for everybody.</summary>
internal static class LimitSetup
{
    /// <summary>Registers them.</summary>
    public static void AddLimits(this WebApplicationBuilder builder, GatewaySettings settings)
    {
        builder.Services.AddOrigins();
        builder.Services.AddCompression();
        builder.Services.AddSingleton(settings.Limits);
        builder.Services.AddSingleton(settings.Documents);
        builder.Services.AddSingleton<ExecutionGate>();
        builder.Services.AddSingleton<LiveBounds>();
        builder.Services.AddSingleton<BytesInFlight>();
        builder.Services.AddSingleton<TrustedDocuments>();
        builder.Services.AddSingleton<DocumentStore>();
    }

    /// <summary>Reads what can be wrong with the settings only when it is used, now: when the process starts.</summary>
    /// <exception cref="ServiceDefaults.SettingException">It is wrong.</exception>
    public static void CheckLimits(this WebApplication app) => app.Services.GetRequiredService<TrustedDocuments>();
}
