using CommerceKata.Gateway.Documents;
using GraphQLParser.AST;

namespace CommerceKata.Gateway.Engine;

/// <summary>Documents that were parsed and found valid, by their text.</summary>
/// <param name="maxCharacters">How much text may be kept. A parsed document takes about ten times the memory of its text.</param>
internal sealed class DocumentCache(int maxCharacters)
{
    private readonly BoundedCache<GraphQLDocument> _documents = new(maxCharacters, (text, _) => text.Length);

    /// <summary>The valid document of this text; null when it is not known.</summary>
    public GraphQLDocument? Find(string text) => _documents.Find(text);

    /// <summary>Keeps a document that is valid for the schema, whatever its variables.</summary>
    public void Add(string text, GraphQLDocument document) => _documents.Add(text, document);
}
