using CommerceKata.ServiceDefaults.Metrics;

namespace CommerceKata.Catalog;

/// <summary>What operators watch of the search (R5.2).</summary>
internal static class CatalogMetrics
{
    public static readonly ServiceMeter Meter = new("CommerceKata.Catalog");

    private static readonly LabelledDuration Searches = Meter.Duration(
        "catalog.search.duration", Buckets.Waiting, "A search for text: found, corrected (other words than those typed), none (nothing matches), error. Lists without a text are not counted.", "outcome");

    public static void Searched(string outcome, TimeSpan took) => Searches.Record(took, outcome);
}
