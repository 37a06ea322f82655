using CommerceKata.Gateway;
using CommerceKata.ServiceDefaults.Hosting;

return await ServiceRun.RunAsync(GatewayHost.Build, args);
