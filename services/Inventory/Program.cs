using CommerceKata.Inventory;
using CommerceKata.ServiceDefaults.Hosting;

return args is ["recount", ..]
    ? await Recount.RunAsync(args[1..], Console.Out)
    : await ServiceRun.RunAsync(InventoryHost.Build, args);
