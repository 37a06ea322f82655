namespace CommerceKata.Load;

/// <summary>The run cannot go on, or what it found is wrong; the message is for the one who started it.</summary>
internal sealed class LoadException(string message) : Exception(message)
{
    /// <summary>The front door's code of the error: "TIMEOUT"; null for other errors.</summary>
    public string? Code { get; init; }
}
