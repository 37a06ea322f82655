namespace CommerceKata.Gateway.Engine;

/// <summary>One domain's part of the schema: the SDL file that declares it, and what resolves its fields.</summary>
/// <param name="Name">The domain; its SDL is the file of that name in lower case.</param>
/// <param name="Bind">Binds the fields that the SDL declares.</param>
internal sealed record Subgraph(string Name, Action<SchemaBindings> Bind)
{
    /// <summary>Whether it is what the others have in common, and each of them has a copy of what it uses.</summary>
    public bool IsShared => Name is "Shared";

    /// <summary>The types of this domain, and what it adds to those of others.</summary>
    public string Sdl { get; init; } = Read($"{Name.ToLowerInvariant()}.graphql");

    internal static string Read(string resource)
    {
        using var stream = typeof(Subgraph).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"{resource} is not embedded in the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
