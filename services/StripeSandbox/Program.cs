using CommerceKata.ServiceDefaults.Hosting;
using CommerceKata.StripeSandbox;

return await ServiceRun.RunAsync(StripeSandboxHost.Build, args);
