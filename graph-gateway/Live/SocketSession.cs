using System.Text.Json;
using CommerceKata.Gateway.Http;
using CommerceKata.ServiceDefaults.Auth;
using Microsoft.IdentityModel.JsonWebTokens;

namespace CommerceKata.Gateway.Live;

/// <summary>The protocol's rules were broken, or the socket is of no use any more.</summary>
/// <param name="code">The close code of the protocol.</param>
/// <param name="reason">For people; 120 characters at most.</param>
internal sealed class SocketClosedException(int code, string reason) : Exception(reason)
{
    /// <summary>The close code.</summary>
    public int Code { get; } = code;

    /// <summary>A string of the message is half a surrogate pair.</summary>
    public static SocketClosedException NoText() => new(4400, "The message has a string that is no text");
}

/// <summary>Whom a socket speaks for.</summary>
/// <param name="Token">The token that came with <c>connection_init</c>; null without one. The services check it.</param>
/// <param name="Ends">When it ends by its own word.</param>
internal sealed record SocketSession(string? Token, DateTimeOffset Ends)
{
    /// <summary>By so much the clocks of two machines may differ.</summary>
    private static readonly TimeSpan ClockDifference = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>Reads the first message: <c>{"type":"connection_init","payload":{"authorization":"Bearer …"}}</c>.</summary>
    /// <param name="init">The message.</param>
    /// <param name="upgrade">The token of the request that opened the socket, for clients that put it there; null for none.</param>
    public static SocketSession Read(JsonElement init, string? upgrade)
    {
        if ((TokenIn(init) ?? upgrade) is not { } token) return new(null, DateTimeOffset.MaxValue);
        return new(token, EndOf(token));
    }

    private static DateTimeOffset EndOf(string token)
    {
        try
        {
            return new JsonWebToken(token).ValidTo;
        }
        catch (ArgumentException)
        {
            // No token of anybody's: the services say so.
            return DateTimeOffset.MaxValue;
        }
    }

    private static string? TokenIn(JsonElement init)
    {
        if (!init.TryGetProperty("payload", out var payload) || payload.ValueKind is not JsonValueKind.Object) return null;
        var header = payload.EnumerateObject()
            .FirstOrDefault(field => field.NameEquals("authorization") || field.NameEquals("Authorization")).Value;
        if (header.ValueKind is not JsonValueKind.String || TextOf(header) is not { } text) return null;
        return text.StartsWith(BearerToken.Prefix, StringComparison.OrdinalIgnoreCase) ? text[BearerToken.Prefix.Length..] : text;
    }

    private static string? TextOf(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (Exception error) when (RequestReader.IsUnreadable(error))
        {
            throw SocketClosedException.NoText();
        }
    }

    /// <summary>Whether its time is over, or is so by a clock that goes a little faster.</summary>
    public bool IsEnding(TimeProvider time) => Ends - time.GetUtcNow() < ClockDifference;

    /// <summary>How long it is good for.</summary>
    public TimeSpan Left(TimeProvider time)
    {
        var left = Ends - time.GetUtcNow();
        return left < TimeSpan.Zero ? TimeSpan.Zero : left > Longest ? Longest : left;
    }
}
