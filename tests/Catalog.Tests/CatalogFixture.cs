using CommerceKata.ServiceDefaults.Auth;
using CommerceKata.TestKit;
using Client = Commerce.Catalog.V1.CatalogService.CatalogServiceClient;

namespace CommerceKata.Catalog.Tests;

/// <summary>A running Catalog with the demo shop in it.</summary>
internal abstract class CatalogFixture
{
    protected TestService Service { get; private set; } = null!;

    protected Client Anyone { get; private set; } = null!;

    protected Client Admin { get; private set; } = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        Service = await TestService.StartAsync(CatalogHost.Build);
        Anyone = Service.Client<Client>(token: null);
        Admin = Service.Client<Client>(Who.Admin);
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await Service.DisposeAsync();
}
