using CommerceKata.Catalog;
using CommerceKata.Catalog.Import;
using CommerceKata.ServiceDefaults.Hosting;

return args is ["import", ..]
    ? await ImportCommand.RunAsync(args[1..], Console.Out, !Console.IsOutputRedirected, CancellationToken.None)
    : await ServiceRun.RunAsync(CatalogHost.Build, args);
