using System.Diagnostics.Metrics;

namespace CommerceKata.ServiceDefaults.Metrics;

/// <summary>A counter, and the names of its labels. Counting allocates nothing.</summary>
/// <param name="counter">The instrument.</param>
/// <param name="labels">The names of the labels.</param>
public sealed class LabelledCounter(Counter<long> counter, string[] labels)
{
    /// <summary>Counts so many; values for the labels in the order of their names.</summary>
    /// <param name="count">How many; nothing is counted for 0.</param>
    public void Add(long count)
    {
        if (count > 0) counter.Add(count);
    }

    /// <inheritdoc cref="Add(long)" />
    /// <param name="count">How many.</param>
    /// <param name="first">The first label's value: one of few.</param>
    public void Add(long count, string first)
    {
        if (count > 0) counter.Add(count, new KeyValuePair<string, object?>(labels[0], first));
    }

    /// <inheritdoc cref="Add(long)" />
    /// <param name="count">How many.</param>
    /// <param name="first">The first label's value: one of few.</param>
    /// <param name="second">The second's.</param>
    public void Add(long count, string first, string second)
    {
        if (count > 0) counter.Add(count, new KeyValuePair<string, object?>(labels[0], first), new KeyValuePair<string, object?>(labels[1], second));
    }
}

/// <summary>A histogram of seconds, and the names of its labels. Recording allocates nothing.</summary>
/// <param name="histogram">The instrument.</param>
/// <param name="labels">The names of the labels.</param>
public sealed class LabelledDuration(Histogram<double> histogram, string[] labels)
{
    /// <summary>Notes how long it took; values for the labels in the order of their names.</summary>
    /// <param name="time">How long.</param>
    public void Record(TimeSpan time) => histogram.Record(time.TotalSeconds);

    /// <inheritdoc cref="Record(TimeSpan)" />
    /// <param name="time">How long.</param>
    /// <param name="first">The first label's value: one of few.</param>
    public void Record(TimeSpan time, string first) => histogram.Record(time.TotalSeconds, new KeyValuePair<string, object?>(labels[0], first));

    /// <inheritdoc cref="Record(TimeSpan)" />
    /// <param name="time">How long.</param>
    /// <param name="first">The first label's value: one of few.</param>
    /// <param name="second">The second's.</param>
    public void Record(TimeSpan time, string first, string second) => histogram.Record(
        time.TotalSeconds, new KeyValuePair<string, object?>(labels[0], first), new KeyValuePair<string, object?>(labels[1], second));

    /// <inheritdoc cref="Record(TimeSpan)" />
    /// <param name="time">How long.</param>
    /// <param name="first">The first label's value: one of few.</param>
    /// <param name="second">The second's.</param>
    /// <param name="third">The third's.</param>
    public void Record(TimeSpan time, string first, string second, string third) => histogram.Record(
        time.TotalSeconds,
        new KeyValuePair<string, object?>(labels[0], first), new KeyValuePair<string, object?>(labels[1], second), new KeyValuePair<string, object?>(labels[2], third));
}
