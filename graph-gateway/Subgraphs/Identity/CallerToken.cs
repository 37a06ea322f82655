using CommerceKata.ServiceDefaults.Auth;
using CommerceKata.ServiceDefaults.Errors;
using GraphQL;
using Grpc.Core;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.Net.Http.Headers;

namespace CommerceKata.Gateway.Subgraphs.Identity;

/// <summary>The bearer token of the request. The front door does not check it: the services that it travels on to do.</summary>
internal static class CallerToken
{
    /// <summary>Whom the token claims to be from. Only good for asking a service, which checks the same token, about that user.</summary>
    /// <exception cref="RpcException">UNAUTHENTICATED: there is no token, or none of ours.</exception>
    public static string UserId(IResolveFieldContext call)
    {
        var request = Request(call);
        if (request.Headers.Authorization.Count == 0) throw Unauthenticated(null);
        if (BearerToken.Of(request) is { } token && SubjectOf(token) is { } user) return user;
        RefusedToken.Invalid.Note(request.HttpContext);
        throw Unauthenticated(RefusedToken.Invalid);
    }

    private static string? SubjectOf(string token)
    {
        try
        {
            return new JsonWebToken(token) is { Subject: { Length: > 0 } user } ? user : null;
        }
        catch (ArgumentException)
        {
            // Not even the form of a token: the library's way of saying so.
            return null;
        }
    }

    /// <summary>What follows in this request is asked for by a new session: its user's addresses and orders are theirs to see.</summary>
    public static void Become(IResolveFieldContext call, string accessToken)
    {
        RefusedToken.Forget(Request(call).HttpContext);
        Request(call).Headers[HeaderNames.Authorization] = BearerToken.Prefix + accessToken;
    }

    /// <summary>Forgets the token that came along: an access token that has ended is no reason to refuse the refresh token beside it.</summary>
    public static void Forget(IResolveFieldContext call) => Request(call).Headers.Remove(HeaderNames.Authorization);

    private static RpcException Unauthenticated(RefusedToken? refused) => Fault.Unauthenticated(refused).ToRpc();

    private static HttpRequest Request(IResolveFieldContext call) =>
        call.RequestServices!.GetRequiredService<IHttpContextAccessor>().HttpContext!.Request;
}
