using CommerceKata.Gateway.Engine;

namespace CommerceKata.Gateway.Http;

/// <summary>The header by which a client asks what its operation costs, as Hot Chocolate has it.</summary>
internal static class CostHeader
{
    /// <summary>Its name.</summary>
    public const string Name = "GraphQL-Cost";

    /// <summary>What it asks for: <c>report</c> tells the cost beside the answer, <c>validate</c> instead of it.</summary>
    /// <exception cref="HttpFailureException">It asks for something else.</exception>
    public static CostAnswer Read(IHeaderDictionary headers)
    {
        if (!headers.TryGetValue(Name, out var asked)) return CostAnswer.None;
        return asked.ToString().Trim().ToLowerInvariant() switch
        {
            "report" => CostAnswer.Beside,
            "validate" => CostAnswer.Only,
            _ => throw HttpFailureException.BadRequest($"The header {Name} is report or validate."),
        };
    }
}
