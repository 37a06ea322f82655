using CommerceKata.ServiceDefaults.Errors;

namespace CommerceKata.Gateway.Engine;

/// <summary>What a mutation answers: its result, or the errors that a caller can act on, or both.</summary>
/// <param name="Result">What was changed; null when nothing was.</param>
/// <param name="Errors">Members of the payload's error union; null when all went well.</param>
internal record Payload(object? Result, IReadOnlyList<object>? Errors = null)
{
    /// <summary>Nothing was changed, for this one reason.</summary>
    public static Payload Failed(object error) => new(null, [error]);
}

/// <summary>A field of the input is not acceptable.</summary>
/// <param name="Field">Path in the input, as the client knows it.</param>
/// <param name="Message">For people.</param>
/// <param name="Code">Stable, for programs: TOO_LONG.</param>
/// <param name="Params">What the message was made of: max = 100.</param>
internal sealed record ValidationError(string Field, string Message, string Code, IReadOnlyList<ErrorParam> Params)
{
    /// <summary>A problem that was found here.</summary>
    public static ValidationError Of(string field, Problem problem) =>
        new(field, problem.Message, problem.Code, [.. problem.Params.Select(param => new ErrorParam(param.Name, param.Value))]);
}

/// <summary>A part of a message.</summary>
internal sealed record ErrorParam(string Name, string Value);

/// <summary>The state of the thing does not allow it; nothing was changed.</summary>
/// <param name="Status">The state it is in, or what stands in the way.</param>
/// <param name="Message">For people: what it is about, how it stands, and what to do instead.</param>
internal sealed record WrongStateError(string Status, string Message);

/// <summary>What the input names does not exist, or is not the caller's.</summary>
internal sealed record NotFoundError(string Id, string Message);
