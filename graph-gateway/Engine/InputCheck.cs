using CommerceKata.ServiceDefaults.Errors;
using Grpc.Core;

namespace CommerceKata.Gateway.Engine;

/// <summary>
/// Reads the parts of an input that services know in another form, and collects what is wrong with them. In the place of
/// each such part the request gets a value that its service refuses there: so it can be asked all the same, does nothing,
/// and names what else is wrong. The client hears of all of it at once.
/// </summary>
internal sealed class InputCheck
{
    /// <summary>Neither a UUID nor a slug.</summary>
    private const string Refused = "?";

    private readonly List<ValidationError> _found = [];
    private readonly HashSet<string> _refused = [];

    /// <summary>Whether anything was found.</summary>
    public bool HasFound => _found.Count > 0;

    /// <summary>The UUID of an object of the expected type.</summary>
    /// <param name="type">The GraphQL type that it must be of.</param>
    /// <param name="globalId">As the client sent it.</param>
    /// <param name="field">Where it stood in the input.</param>
    public string Id(string type, string? globalId, string field) =>
        Read(() => GlobalId.Parse(type, globalId, field), Refused);

    /// <summary>The wire form of an amount; null for none.</summary>
    /// <param name="read">Reads it.</param>
    public Google.Type.Money? Money(Func<Google.Type.Money?> read) =>
        Read(read, new Google.Type.Money { CurrencyCode = Refused });

    /// <summary>
    /// The items of a filter: none is left out, and an empty list is refused, since it would not be told from that.
    /// </summary>
    /// <param name="items">What came.</param>
    /// <param name="field">Where it stood in the input.</param>
    /// <param name="refused">An item that the service refuses.</param>
    public IReadOnlyList<T> Filter<T>(IReadOnlyList<T>? items, string field, T refused)
    {
        if (items is not { Count: 0 }) return items ?? [];
        Note(field, Problem.Empty);
        return [refused];
    }

    /// <summary>As above, of slugs.</summary>
    public IReadOnlyList<string> Filter(IReadOnlyList<string>? slugs, string field) => Filter(slugs, field, Refused);

    /// <summary>Notes what is wrong with a field that the request says nothing acceptable about.</summary>
    public void Note(string field, Problem problem) => _found.Add(ValidationError.Of(field, problem));

    /// <summary>
    /// Notes that only one of two may be given. The value of the other is one that the service refuses.
    /// </summary>
    public string NotTogether(string field, string other)
    {
        Note(field, Problem.NotTogetherWith(other));
        _refused.Add(other);
        return Refused;
    }

    /// <summary>A service's answer.</summary>
    /// <param name="asked">The call.</param>
    /// <param name="rename">What the client calls a field of the service's; null where it is the same.</param>
    /// <exception cref="BadInputException">Something was found, here or there.</exception>
    public async Task<TAnswer> AskAsync<TAnswer>(AsyncUnaryCall<TAnswer> asked, Func<string, string>? rename = null)
    {
        try
        {
            var answer = await asked;
            return HasFound
                ? throw new InvalidOperationException($"{typeof(TAnswer).Name}: the service took what it must refuse.")
                : answer;
        }
        catch (RpcException refused) when (refused.StatusCode == StatusCode.InvalidArgument
            || (HasFound && !IsAboutTheCaller(refused)))
        {
            var theirs = ErrorMapping.ValidationErrors(refused)
                .Select(error => error with { Field = rename?.Invoke(error.Field) ?? error.Field });
            throw new BadInputException([.. _found, .. theirs.Where(error => !IsKnown(error.Field))]);
        }
    }

    private static bool IsAboutTheCaller(RpcException error) =>
        error.StatusCode is StatusCode.Unauthenticated or StatusCode.PermissionDenied;

    /// <summary>Whether it is about what was found here already: that field, what it is in, or a part of it.</summary>
    private bool IsKnown(string field) =>
        _found.Select(error => error.Field).Concat(_refused).Any(known => IsIn(field, known) || IsIn(known, field));

    private static bool IsIn(string field, string whole) => field.StartsWith(whole, StringComparison.Ordinal)
        && (field.Length == whole.Length || field[whole.Length] is '.' or '[');

    private T Read<T>(Func<T> read, T refused)
    {
        try
        {
            return read();
        }
        catch (BadInputException bad)
        {
            _found.AddRange(bad.Errors);
            return refused;
        }
    }
}

/// <summary>Texts on their way to a service, which takes an empty one for one that is left out.</summary>
internal static class GivenText
{
    /// <summary>
    /// A text that was left out, or what was given. An empty one becomes blank, which is refused there as one that
    /// names nothing.
    /// </summary>
    public static string Given(this string? text) => text is "" ? " " : text ?? "";
}
