using System.Text;

namespace CommerceKata.StripeSandbox;

/// <summary>One call of the API, read and found authorized.</summary>
internal sealed record ApiCall(
    string Endpoint, Params Params, string? IdempotencyKey, string RequestId, string ApiVersion, string BaseUrl);

/// <summary>One operation of the API: reads and changes the state, and answers.</summary>
internal delegate Answer Endpoint(ApiCall call, Transaction transaction);

/// <summary>What surrounds every operation: the key, the idempotency rules, faults, Stripe's headers.</summary>
internal sealed class StripeApi(
    SandboxState state, Faults faults, IdempotencyKeys keys, SandboxOptions options, IHostApplicationLifetime lifetime)
{
    /// <summary>For events of calls that name no version: the one that Stripe.net 53.1 is pinned to.</summary>
    private const string DefaultVersion = "2026-10-28.endive";

    public async Task RunAsync(HttpContext http, Endpoint endpoint)
    {
        // A caller who hangs up does not stop the gateway from executing: only its own end does.
        var stopping = lifetime.ApplicationStopping;
        var fault = faults.Take(http.Request.Method, http.Request.Path);
        var requestId = Ids.New("req");
        Answer answer;
        try
        {
            Authorize(http.Request);
            var call = await ReadAsync(http.Request, requestId, http.RequestAborted);
            using (keys.Enter(call))
            {
                await faults.BeforeAsync(fault, stopping);
                if (fault?.Kind == FaultKind.Refuse)
                {
                    http.Abort();
                    return;
                }

                answer = state.Run(transaction => Execute(call, endpoint, fault, transaction, http.Response.Headers));
            }
        }
        catch (StripeError error)
        {
            answer = error.ToAnswer();
        }

        await faults.AfterAsync(fault, stopping);
        if (fault?.Kind == FaultKind.LostAnswer)
        {
            http.Abort();
            return;
        }

        await WriteAsync(http, answer, requestId);
    }

    public static Task UnknownUrlAsync(HttpContext http)
    {
        var message = $"Unrecognized request URL ({http.Request.Method}: {http.Request.Path}).";
        return WriteAsync(http, new StripeError(404, "invalid_request_error", message).ToAnswer(), Ids.New("req"));
    }

    private static Answer Execute(
        ApiCall call, Endpoint endpoint, GatewayFault? fault, Transaction transaction, IHeaderDictionary headers)
    {
        if (IdempotencyKeys.Recall(call, transaction) is { } stored)
        {
            headers["Idempotent-Replayed"] = "true";
            headers["Original-Request"] = stored.RequestId;
            return stored.Answer;
        }

        Answer answer;
        try
        {
            answer = fault?.Kind == FaultKind.StoredError ? fault.Error.ToAnswer() : endpoint(call, transaction);
        }
        catch (StripeError error) when (error.Executed)
        {
            transaction.Discard();
            answer = error.ToAnswer();
        }

        answer = fault?.Kind == FaultKind.BrokenAnswer ? fault.Error.ToAnswer() : answer;
        IdempotencyKeys.Remember(call, answer, transaction);
        return answer;
    }

    /// <summary>A bearer token, or the user name of basic authentication, as Stripe takes both.</summary>
    private void Authorize(HttpRequest request)
    {
        var key = request.Headers.Authorization.ToString().Split(' ', 2) switch
        {
            ["Bearer", var token] => token.Trim(),
            ["Basic", var encoded] => UserName(encoded),
            _ => null,
        };
        var accepted = options.ApiKey.Length > 0
            ? key == options.ApiKey
            : key?.StartsWith("sk_test_", StringComparison.Ordinal) == true;
        if (!accepted) throw StripeError.Unauthorized(key);
    }

    private static string UserName(string encoded)
    {
        var buffer = new byte[encoded.Length];
        return Convert.TryFromBase64String(encoded, buffer, out var length)
            ? Encoding.UTF8.GetString(buffer, 0, length).Split(':')[0]
            : "";
    }

    private static async Task<ApiCall> ReadAsync(HttpRequest request, string requestId, CancellationToken cancel)
    {
        // Keys mean nothing on a GET, which changes nothing anyway.
        var key = HttpMethods.IsPost(request.Method) ? request.Headers["Idempotency-Key"].ToString() : "";
        var version = request.Headers["Stripe-Version"].ToString();
        return new(
            request.Path,
            await Params.ReadAsync(request, cancel),
            key.Length == 0 ? null : key,
            requestId,
            version.Length == 0 ? DefaultVersion : version,
            $"{request.Scheme}://{request.Host}");
    }

    private static Task WriteAsync(HttpContext http, Answer answer, string requestId)
    {
        http.Response.StatusCode = answer.Status;
        http.Response.ContentType = "application/json";
        http.Response.Headers["Request-Id"] = requestId;
        return http.Response.WriteAsync(answer.Body, http.RequestAborted);
    }
}
