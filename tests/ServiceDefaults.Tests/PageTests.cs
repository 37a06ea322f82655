using System.Text;
using Commerce.Paging.V1;
using CommerceKata.ServiceDefaults.Errors;
using CommerceKata.ServiceDefaults.Paging;
using CsCheck;
using Microsoft.AspNetCore.WebUtilities;

namespace CommerceKata.ServiceDefaults.Tests;

internal sealed class PageTests
{
    private static readonly CursorKey[] TwoTexts = [CursorKey.Text, CursorKey.Text];

    [TestCase(CursorKey.Number, "12", "12.5")]
    [TestCase(CursorKey.Real, "0.1215", "a tenth")]
    [TestCase(CursorKey.Instant, "2026-11-23 16:00:00.5+00", "later")]
    [TestCase(CursorKey.Id, "01a20948-964a-73c2-a38b-e7e8a7895399", "01a20948")]
    public void Cursor_holds_what_its_list_sorts_by(CursorKey kind, string good, string bad)
    {
        Cursor.TryRead(Cursor.Write(good), [kind], out _).ShouldBeTrue();
        Cursor.TryRead(Cursor.Write(bad), [kind], out _).ShouldBeFalse();
    }

    [Test]
    public void Cursor_comes_back_as_it_was_written() => Gen.String[Gen.Char[' ', '\ud7ff'], 0, 50].Array[1, 3].Sample(keys =>
        Cursor.TryRead(Cursor.Write(keys), new CursorKey[keys.Length], out var cursor) && cursor.Keys.SequenceEqual(keys));

    [Test]
    public void Cursor_of_any_other_text_is_refused_and_never_throws() => Gen.String.Sample(text => !Cursor.TryRead(text, TwoTexts, out _));

    [TestCase("")]
    [TestCase("null")]
    [TestCase("[]")]
    [TestCase("""["one"]""")]
    [TestCase("""["one", "two", "three"]""")]
    [TestCase("""["one", null]""")]
    [TestCase("""["one", 2]""")]
    [TestCase("""["one", "two"] trailing""")]
    [TestCase("""["one", "\u0000"]""")]
    [TestCase("""["one", "\ud800"]""")]
    public void Cursor_of_another_form_is_refused(string json) =>
        Cursor.TryRead(WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(json)), TwoTexts, out _).ShouldBeFalse();

    [Test]
    public void Cursor_of_any_length_is_refused() => Cursor.TryRead(Cursor.Write("a", new string('b', 5_000)), TwoTexts, out _).ShouldBeFalse();

    [Test]
    public void Request_that_says_nothing_is_the_first_page()
    {
        Read(null).ShouldBe(new Page(Page.DefaultSize, false, null));
        Read(new()).ShouldBe(new Page(Page.DefaultSize, false, null));
    }

    [Test]
    public void Request_is_read_both_ways()
    {
        var cursor = Cursor.Write("key");
        var forward = Read(new() { First = 3, After = cursor });
        (forward.Size, forward.Backward, forward.Limit, forward.Cursor!.Keys[0]).ShouldBe((3, false, 4, "key"));
        var backward = Read(new() { Before = cursor });
        (backward.Size, backward.Backward, backward.Cursor!.Keys[0]).ShouldBe((Page.DefaultSize, true, "key"));
        Read(new() { Last = 0 }).Size.ShouldBe(0);
    }

    [Test]
    public void Request_that_is_wrong_names_each_field()
    {
        Refused(new() { First = 51 }).ShouldBe(["first"]);
        Refused(new() { First = -1, After = "nonsense" }).ShouldBe(["first", "after"]);
        Refused(new() { Last = 51, Before = Cursor.Write("one", "two") }).ShouldBe(["last", "before"]);
        Refused(new() { First = 1, Last = 1 }).ShouldBe(["last"]);
        Refused(new() { After = Cursor.Write("key"), Last = 1 }).ShouldBe(["last"]);
        Refused(new() { After = Cursor.Write("key"), Before = Cursor.Write("key") }).ShouldBe(["before"]);
    }

    [Test]
    public void Walking_a_list_either_way_meets_every_row_once_and_says_where_it_ends() =>
        Gen.Select(Gen.Int[0, 30], Gen.Int[1, 7], Gen.Bool).Sample((count, size, backward) =>
        {
            var rows = Enumerable.Range(0, count).ToArray();
            List<int> met = [];
            Cursor? cursor = null;
            while (true)
            {
                var page = new Page(size, backward, cursor);
                var (cut, info) = page.Cut(ReadRows(rows, page), row => Cursor.Write($"{row}"));
                if (backward) met.InsertRange(0, cut);
                else met.AddRange(cut);
                (backward ? info.HasNextPage : info.HasPreviousPage).ShouldBe(cursor is not null);
                info.StartCursor.ShouldBe(cut.Count == 0 ? "" : Cursor.Write($"{cut[0]}"));
                info.EndCursor.ShouldBe(cut.Count == 0 ? "" : Cursor.Write($"{cut[^1]}"));
                if (!(backward ? info.HasPreviousPage : info.HasNextPage)) break;
                Cursor.TryRead(backward ? info.StartCursor : info.EndCursor, [CursorKey.Number], out cursor).ShouldBeTrue();
            }

            met.ShouldBe(rows);
        });

    /// <summary>What SQL does: rows beyond the cursor in reading order, one more than the page.</summary>
    private static int[] ReadRows(int[] rows, Page page)
    {
        var at = page.Cursor is null ? (int?)null : int.Parse(page.Cursor.Keys[0], null);
        var beyond = rows.Where(row => at is null || (page.Backward ? row < at : row > at));
        return [.. (page.Backward ? beyond.Reverse() : beyond).Take(page.Limit)];
    }

    private static Page Read(PageRequest? request)
    {
        var check = new Violations();
        var page = Page.Read(request, check, CursorKey.Text);
        check.ThrowIfAny();
        return page;
    }

    private static IEnumerable<string> Refused(PageRequest request) =>
        Should.Throw<Fault>(() => Read(request)).Violations.Select(violation => violation.Field);
}
