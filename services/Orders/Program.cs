using CommerceKata.Orders;
using CommerceKata.ServiceDefaults.Hosting;

return await ServiceRun.RunAsync(OrdersHost.Build, args);
