using System.Diagnostics.CodeAnalysis;
using System.Diagnostics.Metrics;

namespace CommerceKata.ServiceDefaults.Metrics;

/// <summary>
/// A meter of ours, whose instruments name their labels once, where they are made: so that a measurement cannot bring another
/// label along, and docs/telemetry.md is written from the code.
/// </summary>
/// <param name="name">"CommerceKata.Orders".</param>
[SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable", Justification = "A meter lasts as long as its process.")]
public sealed class ServiceMeter(string name)
{
    private readonly Meter _meter = new(name);
    private readonly List<MetricDescription> _metrics = [];

    /// <summary>All instruments that this meter has.</summary>
    public IReadOnlyList<MetricDescription> Metrics => _metrics;

    /// <summary>Something that happens, and is counted once, when it is true.</summary>
    /// <param name="metric">Its name after OpenTelemetry's conventions: "orders.transitions".</param>
    /// <param name="unit">UCUM: "{order}", "s", "By".</param>
    /// <param name="what">One sentence for operators, with the values of the labels.</param>
    /// <param name="labels">The names of its labels, in the order in which measurements give their values.</param>
    public LabelledCounter Counter(string metric, string unit, string what, params string[] labels)
    {
        Note(metric, MetricKind.Counter, unit, what, labels);
        return new(_meter.CreateCounter<long>(metric, unit, what), labels);
    }

    /// <summary>How long something took, in seconds.</summary>
    /// <param name="metric">"checkout.duration".</param>
    /// <param name="buckets">The upper bounds, in seconds: see <see cref="Buckets"/>.</param>
    /// <param name="what">One sentence.</param>
    /// <param name="labels">The names of its labels.</param>
    public LabelledDuration Duration(string metric, double[] buckets, string what, params string[] labels)
    {
        Note(metric, MetricKind.Histogram, "s", what, labels);
        return new(_meter.CreateHistogram(metric, "s", what, null, new InstrumentAdvice<double> { HistogramBucketBoundaries = buckets }), labels);
    }

    /// <summary>How many there are now, counted as they come and go.</summary>
    /// <param name="metric">"graphql.subscriptions.active".</param>
    /// <param name="unit">"{subscription}".</param>
    /// <param name="what">One sentence.</param>
    public UpDownCounter<long> UpDown(string metric, string unit, string what)
    {
        Note(metric, MetricKind.Gauge, unit, what, []);
        return _meter.CreateUpDownCounter<long>(metric, unit, what);
    }

    /// <summary>How something stands when it is looked at. Looking must be cheap: it is done at every scrape.</summary>
    /// <typeparam name="T">The number.</typeparam>
    /// <param name="metric">"queue.depth".</param>
    /// <param name="unit">"{row}".</param>
    /// <param name="what">One sentence.</param>
    /// <param name="look">Looks.</param>
    /// <param name="labels">The names of the labels that it sets.</param>
    public void Gauge<T>(string metric, string unit, string what, Func<IEnumerable<Measurement<T>>> look, params string[] labels)
        where T : struct
    {
        Note(metric, MetricKind.Gauge, unit, what, labels);
        _meter.CreateObservableGauge(metric, look, unit, what);
    }

    private void Note(string metric, MetricKind kind, string unit, string what, string[] labels) =>
        _metrics.Add(new(name, metric, kind, unit, what, labels));
}

/// <summary>Upper bounds of histograms, in seconds.</summary>
public static class Buckets
{
    /// <summary>What somebody waits for: calls, queries, a checkout. OpenTelemetry's own for calls.</summary>
    public static readonly double[] Waiting = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];

    /// <summary>What nobody waits for: from milliseconds to the hours that retries take.</summary>
    public static readonly double[] Queued = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 900, 3600, 14400];
}
