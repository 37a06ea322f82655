using System.Globalization;
using CommerceKata.ServiceDefaults;

namespace CommerceKata.Load;

/// <summary>What is measured, and how.</summary>
internal sealed record LoadOptions
{
    public const string Usage = """
        dotnet run -c Release --project tests/Load -- [options]
          --scenarios search,product,...   which, in this order; the six of the table by default
          --users 16                       how many at once, each with one operation under way
          --seconds 10                     the window that counts, after --warm-up 5 seconds
          --products 1000                  in the catalog
          --past-orders 0                  that Orders has kept before the run
          --standalone                     one process instead of ten
          --replicas 1                     of each service and of the front door
          --set Name:Key=value             a setting for every process; as often as wanted
          --json FILE                      the results, for machines
          --data DIR                       where the databases live, and stay; a temporary folder by default
          --no-limits                      leave out what PostgreSQL and Kestrel do by themselves
        """;

    public IReadOnlyList<string> Scenarios { get; init; } = [];

    public int Users { get; init; } = 16;

    public TimeSpan Window { get; init; } = TimeSpan.FromSeconds(10);

    public TimeSpan WarmUp { get; init; } = TimeSpan.FromSeconds(5);

    public int Products { get; init; } = 1_000;

    public int PastOrders { get; init; }

    public bool Standalone { get; init; }

    public int Replicas { get; init; } = 1;

    public IReadOnlyList<string> Settings { get; init; } = [];

    public string? Json { get; init; }

    public string? Data { get; init; }

    public bool Limits { get; init; } = true;

    /// <exception cref="SettingException">The command line is not understood.</exception>
    public static LoadOptions Read(string[] args)
    {
        var options = new LoadOptions();
        for (var i = 0; i < args.Length; i++)
        {
            string Value() => ++i < args.Length ? args[i] : throw new SettingException($"{args[i - 1]} wants a value.\n{Usage}");
            int Number() => int.TryParse(Value(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? number
                : throw new SettingException($"{args[i - 1]} wants a number, not \"{args[i]}\".");
            options = args[i] switch
            {
                "--scenarios" => options with { Scenarios = Value().Split(',', StringSplitOptions.RemoveEmptyEntries) },
                "--users" => options with { Users = Number() },
                "--seconds" => options with { Window = TimeSpan.FromSeconds(Number()) },
                "--warm-up" => options with { WarmUp = TimeSpan.FromSeconds(Number()) },
                "--products" => options with { Products = Number() },
                "--past-orders" => options with { PastOrders = Number() },
                "--standalone" => options with { Standalone = true },
                "--replicas" => options with { Replicas = Math.Max(1, Number()) },
                "--set" => options with { Settings = [.. options.Settings, Value()] },
                "--json" => options with { Json = Value() },
                "--data" => options with { Data = Value() },
                "--no-limits" => options with { Limits = false },
                _ => throw new SettingException($"\"{args[i]}\" is not known.\n{Usage}"),
            };
        }

        return options;
    }
}
