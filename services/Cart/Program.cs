using CommerceKata.Cart;
using CommerceKata.ServiceDefaults.Hosting;

return args is ["clear-abandoned", .. var rest]
    ? await ClearAbandoned.RunAsync(rest, Console.Out, Console.Error)
    : await ServiceRun.RunAsync(CartHost.Build, args);
