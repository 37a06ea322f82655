using System.Security.Cryptography;
using System.Text;
using CommerceKata.Gateway.Engine;
using GraphQL;

namespace CommerceKata.Gateway.Documents;

/// <summary>Finds the text of what a request asks for: as sent, registered by a client before, or trusted.</summary>
internal sealed class DocumentStore(DocumentSettings settings, TrustedDocuments trusted)
{
    private readonly BoundedCache<string> _registered = new(settings.PersistedCharacters, (id, text) => id.Length + text.Length);

    /// <summary>The text; an error instead of it when it cannot be had.</summary>
    /// <param name="operation">What the request asks for.</param>
    public (string? Text, ExecutionError? Error) Find(Operation operation)
    {
        if (trusted.Only) return trusted.Find(operation) is { } known ? (known, null) : (null, NotTrusted());
        if (operation.DocumentId is not { } id) return (operation.Document, null);
        if (settings.PersistedCharacters == 0) return (null, NotSupported());
        if (operation.Document is not { } text) return _registered.Find(id) is { } found ? (found, null) : (null, NotFound());
        return Id(text) == id ? (text, null) : (null, Mismatch());
    }

    /// <summary>Registers the text of an operation that ran, when it came with its hash.</summary>
    public void Ran(Operation operation)
    {
        if (!trusted.Only && operation is { DocumentId: { } id, Document: { } text }) _registered.Add(id, text);
    }

    /// <summary>The id that a text has by itself.</summary>
    public static string Id(string text) => DocumentReference.Sha256 + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    // The first two messages are Apollo's: its clients look at them.
    private static ExecutionError NotFound() => new("PersistedQueryNotFound") { Code = "PERSISTED_QUERY_NOT_FOUND" };

    private static ExecutionError NotSupported() => new("PersistedQueryNotSupported") { Code = "PERSISTED_QUERY_NOT_SUPPORTED" };

    private static ExecutionError Mismatch() =>
        new("The id of the document is not the SHA-256 of its text.") { Code = "PERSISTED_QUERY_MISMATCH" };

    private static ExecutionError NotTrusted() =>
        new("Only documents that this shop knows can be run here, and this is none of them.") { Code = "DOCUMENT_NOT_TRUSTED" };
}
