namespace CommerceKata.StripeSandbox;

/// <summary>The faults that wait for a call, and the calls that wait for a release.</summary>
internal sealed class Faults(TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly List<GatewayFault> _waiting = [];
    private TaskCompletionSource _release = NewSignal();
    private TaskCompletionSource _heldChanged = NewSignal();
    private int _held;

    public FaultsView View()
    {
        lock (_gate)
        {
            return new([.. _waiting], _held);
        }
    }

    public void Add(GatewayFault fault)
    {
        lock (_gate)
        {
            _waiting.Add(fault);
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _waiting.Clear();
        }

        Release();
    }

    public void Release()
    {
        lock (_gate)
        {
            _release.SetResult();
            _release = NewSignal();
        }
    }

    /// <summary>Comes back once so many calls are held: then a test knows where they stand.</summary>
    public async Task HeldAsync(int count, CancellationToken cancel)
    {
        while (true)
        {
            Task changed;
            lock (_gate)
            {
                if (_held >= count) return;

                changed = _heldChanged.Task;
            }

            await changed.WaitAsync(cancel);
        }
    }

    /// <summary>The first fault that matches, used up by one call.</summary>
    public GatewayFault? Take(string method, string path)
    {
        lock (_gate)
        {
            var index = _waiting.FindIndex(fault => fault.Matches(method, path));
            if (index < 0) return null;

            var fault = _waiting[index];
            if (fault.Times is 1)
            {
                _waiting.RemoveAt(index);
            }
            else
            {
                _waiting[index] = fault with { Times = fault.Times - 1 };
            }

            return fault;
        }
    }

    public Task BeforeAsync(GatewayFault? fault, CancellationToken cancel) => fault?.Kind switch
    {
        FaultKind.Delay => Task.Delay(TimeSpan.FromMilliseconds(fault.DelayMs), time, cancel),
        FaultKind.Hold => HoldAsync(cancel),
        FaultKind.Error => Task.FromException(fault.Error),
        _ => Task.CompletedTask,
    };

    public Task AfterAsync(GatewayFault? fault, CancellationToken cancel) => fault?.Kind switch
    {
        FaultKind.SlowAnswer => Task.Delay(TimeSpan.FromMilliseconds(fault.DelayMs), time, cancel),
        FaultKind.HoldAnswer => HoldAsync(cancel),
        _ => Task.CompletedTask,
    };

    private async Task HoldAsync(CancellationToken cancel)
    {
        Task released;
        lock (_gate)
        {
            _held++;
            released = _release.Task;
            _heldChanged.SetResult();
            _heldChanged = NewSignal();
        }

        try
        {
            await released.WaitAsync(cancel);
        }
        finally
        {
            lock (_gate)
            {
                _held--;
            }
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
