using Google.Rpc;
using Grpc.Core;
using Shouldly;

namespace CommerceKata.TestKit;

/// <summary>What a refused RPC says.</summary>
public static class Faulty
{
    /// <summary>Expects a gRPC status.</summary>
    /// <param name="call">The call.</param>
    /// <param name="status">The status.</param>
    public static async Task<RpcException> ShouldFailAsync(this Task call, StatusCode status)
    {
        var error = await Should.ThrowAsync<RpcException>(call);
        error.StatusCode.ShouldBe(status, error.Status.Detail);
        return error;
    }

    /// <summary>Expects a gRPC status.</summary>
    /// <typeparam name="T">The response.</typeparam>
    /// <param name="call">The call.</param>
    /// <param name="status">The status.</param>
    public static Task<RpcException> ShouldFailAsync<T>(this AsyncUnaryCall<T> call, StatusCode status) => call.ResponseAsync.ShouldFailAsync(status);

    /// <summary>Expects INVALID_ARGUMENT with violations of just these fields.</summary>
    /// <typeparam name="T">The response.</typeparam>
    /// <param name="call">The call.</param>
    /// <param name="fields">Paths of fields.</param>
    public static async Task ShouldViolateAsync<T>(this AsyncUnaryCall<T> call, params string[] fields)
    {
        var error = await call.ShouldFailAsync(StatusCode.InvalidArgument);
        error.Violations().ShouldBe(fields, ignoreOrder: true);
    }

    /// <summary>The fields that an error names.</summary>
    /// <param name="error">The error.</param>
    public static IReadOnlyList<string> Violations(this RpcException error) =>
        [.. (error.GetRpcStatus()?.GetDetail<BadRequest>()?.FieldViolations ?? []).Select(violation => violation.Field)];
}
