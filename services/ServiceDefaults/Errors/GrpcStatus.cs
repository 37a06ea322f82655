using System.Globalization;
using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace CommerceKata.ServiceDefaults.Errors;

/// <summary>gRPC's status of a call that ends outside of its handler.</summary>
internal static class GrpcStatus
{
    private const string MediaType = "application/grpc";

    /// <summary>Whether the request is a call, by gRPC or gRPC-Web.</summary>
    /// <param name="request">The request.</param>
    public static bool IsGrpc(HttpRequest request) => request.ContentType?.StartsWith(MediaType, StringComparison.OrdinalIgnoreCase) is true;

    /// <summary>Ends the call, of which nothing was sent yet, with a response of "trailers only": its status is in the headers.</summary>
    /// <param name="response">The response.</param>
    /// <param name="error">The status, with its details.</param>
    public static void Answer(HttpResponse response, RpcException error)
    {
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType ??= MediaType;
        response.Headers["grpc-status"] = ((int)error.StatusCode).ToString(CultureInfo.InvariantCulture);
        response.Headers["grpc-message"] = error.Status.Detail;
        foreach (var trailer in error.Trailers) response.Headers[trailer.Key] = trailer.IsBinary ? Convert.ToBase64String(trailer.ValueBytes) : trailer.Value;
    }
}
