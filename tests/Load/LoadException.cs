namespace CommerceKata.Load;

/// <summary>The run cannot go on, or what it found is wrong; the message is for the one who started it.</summary>
internal sealed class LoadException(string message) : Exception(message);
