namespace CommerceKata.ServiceDefaults.Hosting;

/// <summary>The origins of pages that are served by the machine itself: http://localhost:5173 is Vite's.</summary>
public static class LoopbackOrigin
{
    /// <summary>Whether it is one.</summary>
    /// <param name="origin">The header Origin.</param>
    public static bool Is(string origin) => Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri is { Scheme: "http" or "https", IsLoopback: true };
}
