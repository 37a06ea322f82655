using System.Globalization;

namespace CommerceKata.Load.Running;

/// <summary>What a process, or all of PostgreSQL's, has used: read from <c>/proc</c>.</summary>
/// <param name="name">As it stands in the table.</param>
/// <param name="pids">The processes: replicas count together.</param>
/// <param name="withChildren">Whether those that they fork count as well.</param>
internal sealed class Measured(string name, IReadOnlyList<int> pids, bool withChildren = false)
{
    /// <summary>USER_HZ, which is 100 on every Linux that .NET runs on.</summary>
    private const double TicksPerSecond = 100;

    public string Name => name;

    /// <summary>Processor time so far, in seconds; that of ended children included.</summary>
    public double CpuSeconds => (Processes().Sum(stat => stat.Own) + pids.Sum(pid => Stat(pid)?.EndedChildren ?? 0)) / TicksPerSecond;

    /// <summary>Memory in use, in bytes; pages shared by several processes are divided among them.</summary>
    public long MemoryBytes => Processes().Sum(stat => Proportional(stat.Pid));

    private IEnumerable<ProcessStat> Processes()
    {
        foreach (var own in pids.Select(Stat).OfType<ProcessStat>()) yield return own;
        if (!withChildren) yield break;
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), out var other) && Stat(other) is { } stat && pids.Contains(stat.Parent)) yield return stat;
        }
    }

    /// <summary>proc(5): the fields after the name, which is in parentheses and may contain anything.</summary>
    private static ProcessStat? Stat(int of)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{of}/stat");
            var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
            return new(of, int.Parse(fields[1], CultureInfo.InvariantCulture), Ticks(11) + Ticks(12), Ticks(13) + Ticks(14));

            long Ticks(int field) => long.Parse(fields[field], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            // It ended between being listed and being read.
            return null;
        }
    }

    private static long Proportional(int of)
    {
        try
        {
            var line = File.ReadLines($"/proc/{of}/smaps_rollup").First(each => each.StartsWith("Pss:", StringComparison.Ordinal));
            return 1024 * long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0;
        }
    }

    private sealed record ProcessStat(int Pid, int Parent, long Own, long EndedChildren);
}
