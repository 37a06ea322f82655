using CommerceKata.Cart;
using CommerceKata.ServiceDefaults.Hosting;

return await ServiceRun.RunAsync(CartHost.Build, args);
