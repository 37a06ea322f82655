using CommerceKata.Gateway.Engine;
using GraphQLParser;
using GraphQLParser.AST;

namespace CommerceKata.Gateway.Tests;

internal sealed class DocumentCacheTests
{
    private static readonly GraphQLDocument Document = Parser.Parse("{ me { id } }");

    [Test]
    public void Find_of_a_known_text_gives_its_document()
    {
        var cache = new DocumentCache(100);
        cache.Find("a").ShouldBeNull();
        cache.Add("a", Document);
        cache.Find("a").ShouldBeSameAs(Document);
    }

    [Test]
    public void Add_of_more_than_fits_drops_what_nobody_asks_for_and_keeps_what_is_in_use()
    {
        var cache = new DocumentCache(20);
        cache.Add("used", Document);
        cache.Add("idle", Document);
        for (var i = 0; i < 100; i++)
        {
            cache.Add($"{i,4}", Document);
            cache.Find("used").ShouldNotBeNull();
        }

        cache.Find("idle").ShouldBeNull();
        Enumerable.Range(0, 100).Count(i => cache.Find($"{i,4}") is not null).ShouldBeInRange(1, 5);
    }

    [Test]
    public void Add_of_a_text_larger_than_the_cache_leaves_the_rest_alone()
    {
        var cache = new DocumentCache(20);
        cache.Add("small", Document);
        cache.Add(new string('x', 1000), Document);
        cache.Find("small").ShouldNotBeNull();
        cache.Find(new string('x', 1000)).ShouldBeNull();
    }
}
