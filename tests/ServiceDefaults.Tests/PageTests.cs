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
    private static readonly ListName List = ListName.Of("things", "NEWEST");

    [TestCase(CursorKey.Number, "12", "12.5")]
    [TestCase(CursorKey.Real, "0.1215", "a tenth")]
    [TestCase(CursorKey.Instant, "2026-11-23 16:00:00.5+00", "later")]
    [TestCase(CursorKey.Id, "01a20948-964a-73c2-a38b-e7e8a7895399", "01a20948")]
    public void Cursor_holds_what_its_list_sorts_by(CursorKey kind, string good, string bad)
    {
        Cursor.TryRead(Cursor.Write(List, good), List, [kind], out _, out _).ShouldBeTrue();
        Cursor.TryRead(Cursor.Write(List, bad), List, [kind], out _, out _).ShouldBeFalse();
    }

    [Test]
    public void Cursor_comes_back_as_it_was_written() => Gen.String[Gen.Char[' ', '\ud7ff'], 0, 50].Array[1, 3].Sample(keys =>
        Cursor.TryRead(Cursor.Write(List, keys), List, new CursorKey[keys.Length], out var cursor, out _) && cursor.Keys.SequenceEqual(keys));

    [Test]
    public void Cursor_of_any_other_text_is_refused_and_never_throws() => Gen.String.Sample(text => !Cursor.TryRead(text, List, TwoTexts, out _, out _));

    [TestCase("")]
    [TestCase("null")]
    [TestCase("[]")]
    [TestCase("""[LIST, "one"]""")]
    [TestCase("""[LIST, "one", "two", "three"]""")]
    [TestCase("""[LIST, "one", null]""")]
    [TestCase("""[LIST, "one", 2]""")]
    [TestCase("""[LIST, "one", "two"] trailing""")]
    [TestCase("""[LIST, "one", "\u0000"]""")]
    [TestCase("""[LIST, "one", "\ud800"]""")]
    public void Cursor_of_another_form_is_refused(string json) =>
        Cursor.TryRead(WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(json.Replace("LIST", $"\"{List.Text}\"", StringComparison.Ordinal))), List, TwoTexts, out _, out _).ShouldBeFalse();

    [Test]
    public void Cursor_is_of_one_list_in_one_order_narrowed_in_one_way()
    {
        ListName[] lists =
        [
            ListName.Of("things", "NEWEST"), ListName.Of("others", "NEWEST"), ListName.Of("things", "OLDEST"), ListName.Of("things", "NEWEST", "a"),
            ListName.Of("things", "NEWEST", "b"), ListName.Of("things", "NEWEST", "a", "b"), ListName.Of("things", "NEWEST", "ab"), ListName.Of("things", "NEWEST", "b", "a"),
            ListName.Of("things", "NEWEST", null, "a"), ListName.Of("things", "NEWEST", "a", null), ListName.Of("things", "NEWEST", ""),
        ];
        foreach (var (written, read) in lists.SelectMany(written => lists.Select(read => (written, read))))
        {
            Cursor.TryRead(Cursor.Write(written, "key"), read, [CursorKey.Text], out _, out var problem).ShouldBe(written == read);
            problem?.Code.ShouldBe("CURSOR_OF_ANOTHER_LIST");
        }

        lists.Distinct().Count().ShouldBe(lists.Length);
    }

    // Those of the version before named no list.
    [TestCase("""["key"]""")]
    [TestCase("""["42", "01a20948-964a-73c2-a38b-e7e8a7895399"]""")]
    public void Cursor_of_the_old_form_is_one_of_another_list(string json)
    {
        Cursor.TryRead(WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(json)), List, TwoTexts, out _, out var problem).ShouldBeFalse();
        problem.Code.ShouldBe("CURSOR_OF_ANOTHER_LIST");
    }

    [Test]
    public void Cursor_of_any_length_is_refused() => Cursor.TryRead(Cursor.Write(List, "a", new string('b', 5_000)), List, TwoTexts, out _, out _).ShouldBeFalse();

    [Test]
    public void Request_that_says_nothing_is_the_first_page()
    {
        Read(null).ShouldBe(new Page(Page.DefaultSize, false, null, List));
        Read(new()).ShouldBe(new Page(Page.DefaultSize, false, null, List));
    }

    [Test]
    public void Request_is_read_both_ways()
    {
        var cursor = Cursor.Write(List, "key");
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
        Refused(new() { Last = 51, Before = Cursor.Write(List, "one", "two") }).ShouldBe(["last", "before"]);
        Refused(new() { First = 1, Last = 1 }).ShouldBe(["last"]);
        Refused(new() { After = Cursor.Write(List, "key"), Last = 1 }).ShouldBe(["last"]);
        Refused(new() { After = Cursor.Write(List, "key"), Before = Cursor.Write(List, "key") }).ShouldBe(["before"]);
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
                var page = new Page(size, backward, cursor, List);
                var (cut, info) = page.Cut(ReadRows(rows, page), row => Cursor.Write(List, $"{row}"));
                if (backward) met.InsertRange(0, cut);
                else met.AddRange(cut);
                (backward ? info.HasNextPage : info.HasPreviousPage).ShouldBe(cursor is not null);
                info.StartCursor.ShouldBe(cut.Count == 0 ? "" : Cursor.Write(List, $"{cut[0]}"));
                info.EndCursor.ShouldBe(cut.Count == 0 ? "" : Cursor.Write(List, $"{cut[^1]}"));
                if (!(backward ? info.HasPreviousPage : info.HasNextPage)) break;
                Cursor.TryRead(backward ? info.StartCursor : info.EndCursor, List, [CursorKey.Number], out cursor, out _).ShouldBeTrue();
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
        var page = Page.Read(request, check, List, CursorKey.Text);
        check.ThrowIfAny();
        return page;
    }

    private static IEnumerable<string> Refused(PageRequest request) =>
        Should.Throw<Fault>(() => Read(request)).Violations.Select(violation => violation.Field);
}
