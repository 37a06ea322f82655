using CommerceKata.Identity;
using CommerceKata.ServiceDefaults.Hosting;

return await ServiceRun.RunAsync(IdentityHost.Build, args);
