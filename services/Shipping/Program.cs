using CommerceKata.ServiceDefaults.Hosting;
using CommerceKata.Shipping;

return await ServiceRun.RunAsync(ShippingHost.Build, args);
