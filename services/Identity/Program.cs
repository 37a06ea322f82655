using CommerceKata.Identity;
using CommerceKata.ServiceDefaults.Hosting;

return await Commands.RunAsync(args, Console.Out) ?? await ServiceRun.RunAsync(IdentityHost.Build, args);
