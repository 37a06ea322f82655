using System.Buffers.Text;
using System.Text;
using CommerceKata.Load.Running;
using CommerceKata.ServiceDefaults;

namespace CommerceKata.Load.Scenarios;

/// <summary>Something that users do, to be measured.</summary>
internal abstract class Scenario
{
    /// <summary>As on the command line.</summary>
    public abstract string Name { get; }

    /// <summary>How many at once, whatever the command line says; 0 for what it says.</summary>
    public virtual int Users => 0;

    /// <summary>Requests of one operation, on average: so often it has to pass the bare Kestrel endpoint.</summary>
    public virtual double Requests => 1;

    /// <summary>The scripts of <c>Limits/Sql</c> with the SQL of one operation, by the first part of their names, and how often each is run for it; empty where PostgreSQL is no limit to compare with.</summary>
    public virtual IReadOnlyList<(string Script, double Times)> Sql => [(Name, 1)];

    /// <summary>What operations leave in the databases; compared with what was done.</summary>
    public virtual IReadOnlyList<Count> Counts => [];

    /// <summary>One more user.</summary>
    /// <param name="stage">The shop and its goods.</param>
    /// <param name="number">From 0.</param>
    public abstract IVisitor NewVisitor(Stage stage, int number);

    /// <summary>Those of the table, in its order.</summary>
    public static IReadOnlyList<Scenario> All { get; } = [new Search(), new Product(), new AddToCart(), new Checkout(), new Browse(), new Reserve()];

    /// <summary>Those that are run only where they are named.</summary>
    public static IReadOnlyList<Scenario> Others { get; } = [new Soak(), .. Enumerable.Range(1, Across.Most).Select(count => new Across(count))];

    /// <summary>The one of that name.</summary>
    /// <exception cref="SettingException">There is none.</exception>
    public static Scenario Named(string name)
    {
        Scenario[] there = [.. All, .. Others];
        return Array.Find(there, scenario => scenario.Name == name)
            ?? throw new SettingException($"There is no scenario \"{name}\": {string.Join(", ", there.Select(scenario => scenario.Name))}.");
    }
}

/// <summary>What scenarios play on.</summary>
/// <param name="Shop">The running shop.</param>
/// <param name="Door">Its front door.</param>
/// <param name="Products">Global ids of some of its products, by number.</param>
/// <param name="Database">Asks a database for a number.</param>
internal sealed record Stage(RunningShop Shop, Door Door, IReadOnlyList<string> Products, Func<string, string, Task<long>> Database)
{
    /// <summary>The ids of <see cref="Products"/> as the services have them.</summary>
    public IReadOnlyList<Guid> ProductIds { get; } = [.. Products.Select(id => Guid.Parse(Encoding.UTF8.GetString(Base64Url.DecodeFromChars(id)).Split(':')[1]))];
}
