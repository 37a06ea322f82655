using CommerceKata.Load;
using CommerceKata.Load.Limits;
using CommerceKata.ServiceDefaults;
using CommerceKata.ServiceDefaults.Hosting;
using CommerceKata.TestKit;

if (args is ["serve", var port]) return await BareKestrel.ServeAsync(port);

using var stop = new StopSignal();
try
{
    return await LoadRun.RunAsync(LoadOptions.Read(args), Console.WriteLine, stop.Token) ? 0 : 1;
}
catch (Exception error) when (error is LoadException or ChildProcessException or SettingException or OperationCanceledException or TimeoutException)
{
    Console.Error.WriteLine(error.Message);
    return 1;
}
