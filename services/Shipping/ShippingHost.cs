using CommerceKata.ServiceDefaults.Clients;
using CommerceKata.ServiceDefaults.Configuration;
using CommerceKata.ServiceDefaults.Hosting;

namespace CommerceKata.Shipping;

/// <summary>Puts Shipping together, for its own process, for Standalone and for tests.</summary>
public static class ShippingHost
{
    /// <summary>Builds the service; see its README for the settings.</summary>
    /// <param name="args">The command line.</param>
    public static WebApplication Build(string[] args)
    {
        var builder = ServiceHost.CreateBuilder(args, "shipping", ServiceAddresses.GrpcPort("Shipping"));
        var currency = builder.AddShop();
        var options = builder.Configuration.ReadSettings(new ShippingOptions());
        // Made here, so that a setting that is wrong stops the start and not the first quote.
        builder.Services.AddSingleton(options.ToTariff(currency));
        var app = builder.BuildService();
        app.MapGrpcService<ShippingService>();
        return app;
    }
}
