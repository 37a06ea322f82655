using CommerceKata.Load.Running;

namespace CommerceKata.Load.Scenarios;

/// <summary>Something that users do, to be measured.</summary>
internal abstract class Scenario
{
    /// <summary>As on the command line.</summary>
    public abstract string Name { get; }

    /// <summary>How many at once, whatever the command line says; 0 for what it says.</summary>
    public virtual int Users => 0;

    /// <summary>One more user.</summary>
    /// <param name="stage">The shop and its goods.</param>
    /// <param name="number">From 0.</param>
    public abstract IVisitor NewVisitor(Stage stage, int number);

    /// <summary>Compares the databases with what was done, after it.</summary>
    /// <param name="stage">The shop.</param>
    /// <param name="done">Operations.</param>
    /// <returns>What does not agree; empty when all does.</returns>
    public virtual Task<IReadOnlyList<string>> CheckAsync(Stage stage, long done) => Task.FromResult<IReadOnlyList<string>>([]);

    /// <summary>All of them, in the order of the table.</summary>
    public static IReadOnlyList<Scenario> All { get; } = [new Search(), new Product(), new AddToCart(), new Checkout(), new Browse(), new Reserve()];
}

/// <summary>What scenarios play on.</summary>
/// <param name="Shop">The running shop.</param>
/// <param name="Door">Its front door.</param>
/// <param name="Products">Global ids of some of its products, by number.</param>
/// <param name="Database">Asks a database for a number.</param>
internal sealed record Stage(RunningShop Shop, Door Door, IReadOnlyList<string> Products, Func<string, string, Task<long>> Database);
