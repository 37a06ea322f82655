using System.Text.Json;
using CommerceKata.Gateway.Engine;
using CommerceKata.Gateway.Limits;
using CommerceKata.ServiceDefaults;
using GraphQL;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser.AST;

namespace CommerceKata.Gateway.Documents;

/// <summary>
/// The only documents that may be run, when <c>GraphQL:TrustedDocuments</c> names them: a folder of <c>.graphql</c> files, whose
/// ids are the SHA-256 of their text, or a manifest that the clients' build made: <c>{"id": "text", …}</c>, or Apollo's
/// (<c>apollo-persisted-query-manifest</c>).
/// </summary>
internal sealed class TrustedDocuments
{
    private readonly Dictionary<string, string> _byId = [];
    private readonly HashSet<string> _texts = [];

    /// <summary>Reads them.</summary>
    /// <exception cref="SettingException">They cannot be read, or one of them cannot be run here.</exception>
    public TrustedDocuments(DocumentSettings settings, LimitSettings limits, ISchema schema)
    {
        if (settings.Trusted is not { } path) return;
        Only = true;
        var parser = new LimitedDocumentBuilder(limits);
        foreach (var (id, text) in Read(path))
        {
            Require(id, text, parser, schema);
            _byId[id] = text;
            // Also by its hash, whatever its manifest calls it.
            _byId[DocumentStore.Id(text)] = text;
            _texts.Add(text);
        }

        if (_texts.Count == 0) throw new SettingException($"GraphQL:TrustedDocuments names no document: {path} has none.");
    }

    /// <summary>Whether nothing else may be run.</summary>
    public bool Only { get; }

    /// <summary>The text of a trusted document that a request names or sends; null when it is none.</summary>
    public string? Find(Operation operation)
    {
        if (operation.DocumentId is null) return operation.Document is { } sent && _texts.TryGetValue(sent, out var same) ? same : null;
        var named = _byId.GetValueOrDefault(operation.DocumentId) ?? _byId.GetValueOrDefault(DocumentReference.Sha256 + operation.DocumentId);
        return operation.Document is null || operation.Document == named ? named : null;
    }

    private static IEnumerable<(string Id, string Text)> Read(string path)
    {
        try
        {
            if (!Directory.Exists(path)) return Manifest(File.ReadAllText(path)).ToList();
            return [.. Directory.EnumerateFiles(path, "*.graphql", SearchOption.AllDirectories).Select(File.ReadAllText).Select(text => (DocumentStore.Id(text), text))];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new SettingException($"GraphQL:TrustedDocuments must name a folder of .graphql files or a manifest of documents by id: {path} cannot be read ({error.Message})");
        }
    }

    private static IEnumerable<(string Id, string Text)> Manifest(string json)
    {
        using var manifest = JsonDocument.Parse(json);
        var root = manifest.RootElement;
        if (root.TryGetProperty("operations", out var operations) && operations.ValueKind is JsonValueKind.Array)
        {
            foreach (var operation in operations.EnumerateArray()) yield return (operation.GetProperty("id").GetString()!, operation.GetProperty("body").GetString()!);
            yield break;
        }

        foreach (var one in root.EnumerateObject()) yield return (one.Name, one.Value.GetString()!);
    }

    private static void Require(string id, string text, LimitedDocumentBuilder parser, ISchema schema)
    {
        try
        {
            var document = parser.Build(text);
            foreach (var operation in document.Definitions.OfType<GraphQLOperationDefinition>())
            {
                // Whether variables are given is not for the document to say.
                var found = new DocumentValidator().ValidateAsync(new ValidationOptions { Schema = schema, Document = document, Operation = operation, Variables = Inputs.Empty })
                    .GetAwaiter().GetResult().Errors.FirstOrDefault(error => error is not InvalidVariableError);
                if (found is not null) throw found;
            }
        }
        catch (ExecutionError error)
        {
            throw new SettingException($"GraphQL:TrustedDocuments has a document that cannot be run here, {id}: {error.Message}");
        }
    }
}
