using CommerceKata.Catalog;
using CommerceKata.ServiceDefaults.Hosting;

return await ServiceRun.RunAsync(CatalogHost.Build, args);
