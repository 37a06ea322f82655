namespace CommerceKata.StripeSandbox;

/// <summary>Client of the control API, for tests and for demonstrations.</summary>
/// <param name="http">Its base address is the sandbox's.</param>
public sealed class SandboxControl(HttpClient http)
{
    /// <summary>All intents, refunds and events.</summary>
    public Task<SandboxView> StateAsync(CancellationToken cancel) => GetAsync<SandboxView>("/_sandbox/state", cancel);

    /// <summary>Forgets everything, faults and webhook modes included; the webhook's URL and secret stay.</summary>
    public Task ResetAsync(CancellationToken cancel) => PostAsync("/_sandbox/reset", cancel);

    /// <summary>As if 24 hours had passed: the next call with a known key executes anew.</summary>
    public Task ForgetIdempotencyKeysAsync(CancellationToken cancel) => PostAsync("/_sandbox/idempotency-keys/forget", cancel);

    /// <summary>Makes the next matching calls go wrong.</summary>
    public async Task InjectAsync(GatewayFault fault, CancellationToken cancel)
    {
        using var response = await http.PostAsJsonAsync("/_sandbox/faults", fault, SandboxJson.Options, cancel);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>What is injected, and how many calls are held.</summary>
    public Task<FaultsView> FaultsAsync(CancellationToken cancel) => GetAsync<FaultsView>("/_sandbox/faults", cancel);

    /// <summary>Comes back once so many calls are held.</summary>
    public async Task HeldAsync(int count, CancellationToken cancel)
    {
        using var response = await http.GetAsync($"/_sandbox/faults/held?count={count}", cancel);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>Lets the calls go that are held now.</summary>
    public Task ReleaseAsync(CancellationToken cancel) => PostAsync("/_sandbox/faults/release", cancel);

    /// <summary>Removes all faults and lets held calls go.</summary>
    public async Task ClearFaultsAsync(CancellationToken cancel)
    {
        using var response = await http.DeleteAsync("/_sandbox/faults", cancel);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>Where webhooks go, and how.</summary>
    public async Task SetWebhooksAsync(WebhookChange change, CancellationToken cancel)
    {
        using var response = await http.PutAsJsonAsync("/_sandbox/webhooks", change, SandboxJson.Options, cancel);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>Sends one event now, even while paused, even again.</summary>
    /// <returns>The receiver's status, or null when it gave no answer.</returns>
    public async Task<int?> SendWebhookAsync(string eventId, CancellationToken cancel)
    {
        using var response = await http.PostAsync($"/_sandbox/webhooks/{eventId}/send", null, cancel);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<SentView>(SandboxJson.Options, cancel))!.Status;
    }

    /// <summary>The customer passes 3-D Secure.</summary>
    public Task ApproveAsync(string intentId, CancellationToken cancel) =>
        PostAsync($"/_sandbox/3ds/{intentId}/approve", cancel);

    /// <summary>The customer does not pass 3-D Secure.</summary>
    public Task FailAsync(string intentId, CancellationToken cancel) => PostAsync($"/_sandbox/3ds/{intentId}/fail", cancel);

    /// <summary>The bank sends a refund back.</summary>
    public Task FailRefundAsync(string refundId, CancellationToken cancel) =>
        PostAsync($"/_sandbox/refunds/{refundId}/fail", cancel);

    private async Task<T> GetAsync<T>(string path, CancellationToken cancel) =>
        (await http.GetFromJsonAsync<T>(path, SandboxJson.Options, cancel))!;

    private async Task PostAsync(string path, CancellationToken cancel)
    {
        using var response = await http.PostAsync(path, null, cancel);
        response.EnsureSuccessStatusCode();
    }
}
