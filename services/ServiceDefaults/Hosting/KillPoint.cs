using System.Diagnostics;

namespace CommerceKata.ServiceDefaults.Hosting;

/// <summary>
/// Named places at which a test has the process die, as if its power had been cut: SIGKILL, nothing is flushed or
/// rolled back by hand. The environment variable <c>KILL_AT</c> names one. Release builds do not contain them at all.
/// </summary>
public static class KillPoint
{
    private static readonly string? Armed = Environment.GetEnvironmentVariable("KILL_AT");

    /// <summary>Dies here, if this is the place.</summary>
    /// <param name="name">"orders.charged": after the charge was answered, before anything was written of it.</param>
    [Conditional("KILL_POINTS")]
    public static void Reach(string name)
    {
        if (name == Armed) Process.GetCurrentProcess().Kill();
    }
}
