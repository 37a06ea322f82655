using System.Net;
using CommerceKata.ServiceDefaults;
using CommerceKata.ServiceDefaults.Configuration;
using CommerceKata.ServiceDefaults.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace CommerceKata.StripeSandbox;

/// <summary>Builds the sandbox, for its own process, for Standalone and for tests.</summary>
public static class StripeSandboxHost
{
    /// <summary>Everything registered and mapped, not yet started.</summary>
    /// <param name="args">The command line.</param>
    /// <exception cref="SettingException">In production, or with a bad setting.</exception>
    public static WebApplication Build(string[] args)
    {
        var builder = ServiceHost.CreateBareBuilder(args, "stripe-sandbox");
        if (builder.Environment.IsProduction())
            throw new SettingException("The payment sandbox does not run in Production: it moves no real money.");
        var options = builder.Configuration.ReadSettings(new SandboxOptions());
        if (options.Problem() is { } problem) throw new SettingException(problem);

        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(
            IPAddress.Parse(options.Address), options.Port, listen => listen.Protocols = HttpProtocols.Http1));
        builder.AddHealthAddress(IPAddress.Parse(options.Address), options.Port);
        builder.Services
            .AddSingleton(options)
            .AddSingleton(new WebhookSettings(options.WebhookUrl, options.WebhookSecret, options.WebhookEvents))
            .AddSingleton<Journal>()
            .AddSingleton<SandboxState>()
            .AddSingleton<IdempotencyKeys>()
            .AddSingleton<Faults>()
            .AddSingleton<StripeApi>()
            .AddSingleton<WebhookSender>()
            .AddHostedService(services => services.GetRequiredService<WebhookSender>());
        builder.Services.ConfigureHttpJsonOptions(json => SandboxJson.Configure(json.SerializerOptions));

        var app = builder.Build();
        app.MapOperations();
        app.MapPaymentIntents();
        app.MapRefunds();
        app.MapControl();
        app.MapThreeDSecure();
        app.MapFallback(StripeApi.UnknownUrlAsync);
        return app;
    }
}
