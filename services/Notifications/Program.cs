using CommerceKata.Notifications;
using CommerceKata.ServiceDefaults.Hosting;

return args is ["preview", ..]
    ? await Preview.RunAsync(args[1..], Console.Out)
    : await ServiceRun.RunAsync(NotificationsHost.Build, args);
