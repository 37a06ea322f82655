namespace CommerceKata.Load;

/// <summary>How a window went.</summary>
/// <param name="Times">Of each operation in it, in ticks of 100 ns, sorted.</param>
/// <param name="Total">Operations of the whole run, warm-up and last ones included: what databases are compared with.</param>
/// <param name="Errors">Wrong answers and none, warm-up included.</param>
/// <param name="FirstError">What one of them said.</param>
/// <param name="Window">How long it was.</param>
/// <param name="Cpu">Processor seconds by process.</param>
/// <param name="Memory">Bytes by process: each minute, and at the end.</param>
internal sealed record Result(
    long[] Times, long Total, long Errors, string? FirstError, TimeSpan Window,
    IReadOnlyList<(string Name, double Seconds)> Cpu, IReadOnlyList<IReadOnlyList<(string Name, long Bytes)>> Memory)
{
    /// <summary>Bytes by process, at the end.</summary>
    public IReadOnlyList<(string Name, long Bytes)> MemoryAtEnd => Memory[^1];

    public double PerSecond => Times.Length / Window.TotalSeconds;

    /// <summary>Milliseconds of processor per operation, all measured processes together.</summary>
    public double CpuMilliseconds => Times.Length == 0 ? 0 : Cpu.Sum(each => each.Seconds) * 1000 / Times.Length;

    /// <summary>Milliseconds that so many of all operations did not exceed.</summary>
    /// <param name="share">0.99.</param>
    public double Percentile(double share) =>
        Times.Length == 0 ? 0 : Times[Math.Min(Times.Length - 1, (int)(Times.Length * share))] / (double)TimeSpan.TicksPerMillisecond;
}
