using System.Collections.Concurrent;
using GraphQLParser.AST;

namespace CommerceKata.Gateway.Engine;

/// <summary>
/// Documents that were parsed and found valid, by their text. Bounded: there are two generations, each of at most half the
/// size; when the young one is full it becomes the old one, and what was not asked for since then is gone.
/// </summary>
/// <param name="maxCharacters">How much text may be kept. A parsed document takes about ten times the memory of its text.</param>
internal sealed class DocumentCache(int maxCharacters)
{
    private readonly Lock _gate = new();
    private volatile ConcurrentDictionary<string, GraphQLDocument> _young = [];
    private volatile ConcurrentDictionary<string, GraphQLDocument> _old = [];
    private int _youngCharacters;

    /// <summary>The valid document of this text; null when it is not known.</summary>
    public GraphQLDocument? Find(string text)
    {
        if (_young.TryGetValue(text, out var document))
        {
            return document;
        }

        if (_old.TryGetValue(text, out document))
        {
            Add(text, document);
        }

        return document;
    }

    /// <summary>Keeps a document that is valid for the schema, whatever its variables.</summary>
    public void Add(string text, GraphQLDocument document)
    {
        lock (_gate)
        {
            if (text.Length > maxCharacters / 2)
            {
                return;
            }

            if (_youngCharacters + text.Length > maxCharacters / 2)
            {
                (_old, _young, _youngCharacters) = (_young, [], 0);
            }

            if (_young.TryAdd(text, document))
            {
                _youngCharacters += text.Length;
            }
        }
    }
}
