namespace CommerceKata.ServiceDefaults.Metrics;

/// <summary>What kind of metric it is, as Prometheus has them.</summary>
public enum MetricKind
{
    /// <summary>Only grows; ask for its rate.</summary>
    Counter,

    /// <summary>Goes up and down.</summary>
    Gauge,

    /// <summary>A distribution: <c>_bucket</c>, <c>_sum</c> and <c>_count</c>.</summary>
    Histogram,
}

/// <summary>A metric, for people.</summary>
/// <param name="Meter">Whose it is: "CommerceKata.Orders".</param>
/// <param name="Name">Its name in OpenTelemetry: "checkout.duration".</param>
/// <param name="Kind">What kind.</param>
/// <param name="Unit">UCUM; in braces for what is only counted.</param>
/// <param name="What">One sentence.</param>
/// <param name="Labels">The names of its labels.</param>
public sealed record MetricDescription(string Meter, string Name, MetricKind Kind, string Unit, string What, IReadOnlyList<string> Labels)
{
    /// <summary>Its name at <c>/metrics</c>: "checkout_duration_seconds". A histogram's series end in <c>_bucket</c>, <c>_sum</c> and <c>_count</c>.</summary>
    public string PrometheusName => Name.Replace('.', '_') + (Unit == "s" ? "_seconds" : "") + (Kind == MetricKind.Counter ? "_total" : "");

    /// <summary>The names of its labels at <c>/metrics</c>.</summary>
    public IEnumerable<string> PrometheusLabels => Labels.Select(label => label.Replace('.', '_'));
}
