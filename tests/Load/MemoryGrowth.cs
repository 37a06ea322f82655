using System.Globalization;

namespace CommerceKata.Load;

/// <summary>How the memory of a process went over a long window.</summary>
/// <param name="Name">The process.</param>
/// <param name="Megabytes">By the minute.</param>
internal sealed record MemoryGrowth(string Name, IReadOnlyList<long> Megabytes)
{
    /// <summary>Fewer say nothing.</summary>
    private const int FewestMinutes = 6;

    /// <summary>The last third against the one before it: caches fill and code is compiled in the first.</summary>
    public double Growth => (Mean(2) / Mean(1)) - 1;

    /// <summary>Of each process; nothing after a short window.</summary>
    public static IReadOnlyList<MemoryGrowth> Of(Result result) => result.Memory.Count < FewestMinutes
        ? []
        : [.. result.Memory[0].Select((first, index) => new MemoryGrowth(first.Name, [.. result.Memory.Select(at => at[index].Bytes / 1_000_000)]))];

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Name}, MB by the minute: {string.Join(" ", Megabytes)}; the last third {Growth * 100:+0.0;-0.0} % against the second");

    private double Mean(int third) => Megabytes.Skip(third * Megabytes.Count / 3).Take(Megabytes.Count / 3).Average();
}
