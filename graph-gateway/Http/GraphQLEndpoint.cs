using CommerceKata.Gateway.Engine;
using CommerceKata.Gateway.Engine.Rules;
using GraphQL;
using GraphQL.SystemTextJson;
using GraphQL.Types;

namespace CommerceKata.Gateway.Http;

/// <summary>GraphQL over HTTP, as https://graphql.github.io/graphql-over-http/draft/ has it.</summary>
internal sealed class GraphQLEndpoint(
    OperationExecutor operations, ISchema schema, GatewaySettings settings, TimeProvider time)
{
    private readonly GraphQLSerializer _json = new(new TracedErrors());
    private readonly string _sdl = schema.Print();

    /// <summary>Answers one request.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        context.Response.Headers.Vary = "Accept";
        context.Response.Headers.CacheControl = "no-store";
        var accepted = ResponseTypes.Negotiate(context.Request.Headers);
        try
        {
            await AnswerAsync(context, accepted);
        }
        catch (HttpFailureException failure)
        {
            var error = new ExecutionError(failure.Message) { Code = failure.Code };
            await WriteAsync(context, failure.Status, accepted ?? ResponseType.Json, new ExecutionResult(error));
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client has gone: there is nobody left to answer.
        }
    }

    private async Task AnswerAsync(HttpContext context, ResponseType? accepted)
    {
        var (request, isGet) = (context.Request, HttpMethods.IsGet(context.Request.Method));
        if (!isGet && !HttpMethods.IsPost(request.Method)) throw MethodNotAllowed(context, "GET, POST", "GraphQL is asked with GET or POST.");
        if (isGet && request.Query.ContainsKey("sdl")) await WriteSdlAsync(context);
        else if (isGet && accepted is ResponseType.Html && !request.Query.ContainsKey("query")) await LandingPage.WriteAsync(context);
        else if (accepted is null) throw new HttpFailureException(StatusCodes.Status406NotAcceptable, "NOT_ACCEPTABLE", "Answers are application/graphql-response+json or application/json.");
        else await RunAsync(context, accepted.Value, isGet);
    }

    private async Task RunAsync(HttpContext context, ResponseType type, bool isGet)
    {
        var operation = isGet
            ? RequestReader.FromQueryString(context.Request.Query)
            : await RequestReader.FromBodyAsync(context.Request, settings.MaxBodyBytes);
        context.Features.Set(new RequestDeadline((time.GetUtcNow() + settings.Deadline).UtcDateTime));
        var result = await operations.RunAsync(operation, context.RequestServices, context.RequestAborted);
        if (result.Errors?.OfType<NotAQueryError>().FirstOrDefault() is { } notAQuery) throw MethodNotAllowed(context, "POST", notAQuery.Message);
        // With application/json, 200 says no more than that the request was understood as GraphQL.
        var ran = result.Executed || type is not ResponseType.GraphQL;
        await WriteAsync(context, ran ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest, type, result);
    }

    private async Task WriteSdlAsync(HttpContext context)
    {
        if (!settings.Introspection) throw new HttpFailureException(StatusCodes.Status404NotFound, "NOT_FOUND", "The schema is not published here.");
        context.Response.ContentType = "application/graphql; charset=utf-8";
        await context.Response.WriteAsync(_sdl, context.RequestAborted);
    }

    private async Task WriteAsync(HttpContext context, int status, ResponseType type, ExecutionResult result)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = (type is ResponseType.Html ? ResponseType.Json : type).ContentType();
        await _json.WriteAsync(context.Response.Body, result, context.RequestAborted);
    }

    private static HttpFailureException MethodNotAllowed(HttpContext context, string allowed, string message)
    {
        context.Response.Headers.Allow = allowed;
        return new HttpFailureException(StatusCodes.Status405MethodNotAllowed, "METHOD_NOT_ALLOWED", message);
    }
}
