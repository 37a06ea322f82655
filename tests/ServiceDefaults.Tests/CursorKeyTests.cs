using CommerceKata.ServiceDefaults.Data;
using CommerceKata.ServiceDefaults.Paging;
using CommerceKata.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace CommerceKata.ServiceDefaults.Tests;

/// <summary>Clients can make up cursors: what passes must be something that PostgreSQL reads without an error.</summary>
internal sealed class CursorKeyTests
{
    private static readonly ListName List = ListName.Of("things", "NEWEST");

    private TestService _service = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _service = await TestService.StartAsync(TestHosts.Plain);

    [OneTimeTearDown]
    public async Task StopAsync() => await _service.DisposeAsync();

    [TestCase(CursorKey.Number, "bigint", "9223372036854775807")]
    [TestCase(CursorKey.Number, "bigint", "-1")]
    [TestCase(CursorKey.Real, "real", "0")]
    [TestCase(CursorKey.Real, "real", "0.06079271")]
    [TestCase(CursorKey.Real, "real", "1e-20")]
    [TestCase(CursorKey.Instant, "timestamptz", "2025-02-28 23:59:59.123456+00")]
    [TestCase(CursorKey.Instant, "timestamptz", "2025-02-28 23:59:59+05:30")]
    [TestCase(CursorKey.Instant, "timestamptz", "2025-02-28T23:59:59.1234567Z")]
    [TestCase(CursorKey.Id, "uuid", "0197a3c4-0000-7000-8000-000000000000")]
    public async Task Key_that_a_list_writes_is_read_by_us_and_by_PostgreSQL(CursorKey kind, string type, string key)
    {
        Reads(kind, key).ShouldBeTrue();
        await CastAsync(type, key);
    }

    [TestCase(CursorKey.Number, "9223372036854775808")]
    [TestCase(CursorKey.Number, "1.5")]
    [TestCase(CursorKey.Number, "")]
    [TestCase(CursorKey.Real, "NaN")]
    [TestCase(CursorKey.Real, "∞")]
    [TestCase(CursorKey.Real, "1e50")]
    [TestCase(CursorKey.Real, "1e-60")]
    [TestCase(CursorKey.Instant, "10:00")]
    [TestCase(CursorKey.Instant, "Thursday, 2 January 2025 10:00:00 GMT")]
    [TestCase(CursorKey.Instant, "2025-02-30 00:00:00+00")]
    [TestCase(CursorKey.Instant, "infinity")]
    [TestCase(CursorKey.Id, "{0197a3c4-0000-7000-8000-000000000000}")]
    public void Key_that_no_list_writes_is_refused(CursorKey kind, string key) => Reads(kind, key).ShouldBeFalse();

    private static bool Reads(CursorKey kind, string key) => Cursor.TryRead(Cursor.Write(List, key), List, [kind], out _, out _);

    private Task CastAsync(string type, string key) => _service.Services.GetRequiredService<Database>()
        .QuerySingleOrDefaultAsync<string>($"SELECT CAST(CAST(@key AS {type}) AS text)", new { key }, default);
}
