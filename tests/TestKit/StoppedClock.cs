namespace CommerceKata.TestKit;

/// <summary>A clock of which no timer ever rings.</summary>
public sealed class StoppedClock : TimeProvider
{
    /// <summary>Whether anybody has asked for a timer.</summary>
    public bool Asked { get; private set; }

    /// <inheritdoc />
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Asked = true;
        return new Silent();
    }

    private sealed class Silent : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
