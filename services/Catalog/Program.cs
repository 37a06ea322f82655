using CommerceKata.Catalog;
using CommerceKata.Catalog.Import;
using CommerceKata.ServiceDefaults.Hosting;

return args is ["import", ..]
    ? await ServiceRun.CommandAsync(
        stop => ImportCommand.RunAsync(args[1..], Console.Out, !Console.IsOutputRedirected, stop), Console.Error)
    : await ServiceRun.RunAsync(CatalogHost.Build, args);
