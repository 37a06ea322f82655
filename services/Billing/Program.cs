using CommerceKata.Billing;
using CommerceKata.ServiceDefaults.Hosting;

return await ServiceRun.RunAsync(BillingHost.Build, args);
