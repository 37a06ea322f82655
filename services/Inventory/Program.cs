using CommerceKata.Inventory;
using CommerceKata.ServiceDefaults.Hosting;

return await ServiceRun.RunAsync(InventoryHost.Build, args);
