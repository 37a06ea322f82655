using GraphQL;

namespace CommerceKata.Gateway.Limits;

/// <summary>An operation is larger than what is taken.</summary>
internal sealed class LimitExceededError : ExecutionError
{
    /// <summary>One that names the limit.</summary>
    /// <param name="code">Which limit.</param>
    /// <param name="message">For people: what the limit is, and what to do.</param>
    /// <param name="maximum">The limit.</param>
    /// <param name="more">What else a program may want to know.</param>
    public LimitExceededError(string code, string message, long maximum, params (string Name, object Value)[] more)
        : base(message)
    {
        Code = code;
        Extensions = new Dictionary<string, object?>(more.Select(one => KeyValuePair.Create(one.Name, (object?)one.Value))) { ["maximum"] = maximum };
    }

    /// <summary>Fields stand in one another too deep.</summary>
    public static LimitExceededError Depth(int maximum) =>
        new("DEPTH_EXCEEDED", $"Fields are nested more than {maximum} deep. Ask in two operations.", maximum);

    /// <summary>More than one password would be hashed.</summary>
    public static LimitExceededError Passwords(int count) => new(
        "TOO_MANY_PASSWORD_OPERATIONS", $"The operation has {count} fields that hash a password, and may have 1. Send a request for each.", 1);
}
