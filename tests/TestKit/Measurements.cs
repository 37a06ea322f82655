using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace CommerceKata.TestKit;

/// <summary>
/// What the meters of this process say. Fixtures run side by side in it: a test looks for measurements that only its own
/// doing explains, or for more than there were.
/// </summary>
public sealed class Measurements : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentQueue<Measured> _measured = new();

    /// <summary>Listens from now on.</summary>
    /// <param name="meter">"CommerceKata.Billing".</param>
    public Measurements(string meter)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == meter) listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Note(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Note(instrument, value, tags));
        _listener.Start();
    }

    /// <summary>The values of an instrument so far, gauges as they are now, with all of these tags.</summary>
    /// <param name="instrument">"billing.charges".</param>
    /// <param name="tags">"outcome=Succeeded".</param>
    public IReadOnlyList<double> Of(string instrument, params string[] tags)
    {
        _listener.RecordObservableInstruments();
        return [.. _measured.Where(one => one.Instrument == instrument && tags.All(one.Tags.Contains)).Select(one => one.Value)];
    }

    /// <summary>Listens no more.</summary>
    public void Dispose() => _listener.Dispose();

    private void Note(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        HashSet<string> named = [];
        foreach (var (key, tag) in tags) named.Add($"{key}={tag}");
        _measured.Enqueue(new(instrument.Name, value, named));
    }

    private sealed record Measured(string Instrument, double Value, HashSet<string> Tags);
}
