using System.Text.RegularExpressions;
using GraphQL;
using GraphQL.Execution;

namespace CommerceKata.Gateway.Engine;

/// <summary>
/// An error of the GraphQL library that is made of an exception's words, or names a type of ours: none of that is for
/// clients. What remains is the sentence before, which says where the wrong value stands.
/// </summary>
internal sealed partial class PlainError : ExecutionError
{
    private PlainError(ExecutionError error, string message)
        : base(message)
    {
        Code = error.Code;
        foreach (var location in error.Locations ?? []) AddLocation(location);
    }

    /// <summary>The error as clients may see it.</summary>
    /// <param name="error">What the library found wrong with a document or its variables.</param>
    public static ExecutionError Of(ExecutionError error)
    {
        // A syntax error holds an exception whose words are about the document.
        if (error is not DocumentError || error is SyntaxError) return error;
        if (error.InnerException is null && !ClrName().IsMatch(error.Message)) return error;
        var where = error.Message.IndexOf(". ", StringComparison.Ordinal) is > 0 and var end ? error.Message[..(end + 1)] : "";
        return new PlainError(error, where is "" || ClrName().IsMatch(where) ? "A value does not have the type that is expected there." : where);
    }

    [GeneratedRegex(@"\b(System|Microsoft|CommerceKata|Commerce|GraphQL|GraphQLParser|Google|Grpc)\.[A-Z]\w*")]
    private static partial Regex ClrName();
}
