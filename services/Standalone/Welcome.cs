using CommerceKata.ServiceDefaults.Clients;

namespace CommerceKata.Standalone;

/// <summary>What a person sees when the shop is open.</summary>
internal static class Welcome
{
    public static void Print(Shop shop, Action<string> say)
    {
        var ports = shop.Ports;
        say("");
        say($"The shop is open: {shop.GraphQL}");
        say("");
        say($"  front door    {shop.GraphQL}   (?sdl for the schema)");
        foreach (var service in ServiceAddresses.Names)
            say($"  {service,-13} grpc 127.0.0.1:{ports.Grpc(service)}   http://127.0.0.1:{ports.Http(service)}/health/ready");
        say($"  operations    http://127.0.0.1:{ports.Operations}/metrics");
        say(shop.Settings.UsesSandbox
            ? $"  payments      the sandbox at http://127.0.0.1:{ports.Sandbox}: no Stripe__ApiKey is set, so no money moves"
            : "  payments      Stripe, with the key from the environment");
        say($"  emails        {shop.Mailbox}");
        say($"  logs          {shop.Settings.Logs}");
        say("");
        say("  customer      demo@commerce-kata.example / demo-password");
        if (shop.Settings.FirstAdminPassword is { } password && shop.Options.AdminPassword is null)
            say($"  admin         {shop.Options.AdminEmail} / {password}   (made up now, and not shown again)");
        say("");
        say("A first query:");
        say($$"""  curl -s {{shop.GraphQL}} -H 'content-type: application/json' -d '{"query":"{ products(search: \"coffee\", first: 3) { nodes { name price { amount currency } available } } }"}'""");
        say("");
        say("Import products from a file (its columns: services/Catalog/README.md):");
        // What dotnet runs does not stand in the folder in which it was told to.
        say($"  dotnet run --project services/Catalog -- import \"$PWD/services/Catalog/Import/example.csv\" {shop.Settings.ForImport(shop.Currency)}");
        say("");
        say("Buy something: dotnet run --project services/Standalone -- demo     Stop: Ctrl-C");
    }
}
