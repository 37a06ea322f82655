namespace CommerceKata.PrivatePostgres;

/// <summary>PostgreSQL cannot be had or does not start; the message says what to do.</summary>
/// <param name="message">For the person at the terminal.</param>
public sealed class PostgresUnavailableException(string message) : Exception(message);
