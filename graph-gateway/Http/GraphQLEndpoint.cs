using CommerceKata.Gateway.Engine;
using CommerceKata.Gateway.Engine.Rules;
using CommerceKata.Gateway.Explorer;
using CommerceKata.Gateway.Limits;
using CommerceKata.Gateway.Live;
using GraphQL;
using GraphQL.SystemTextJson;
using GraphQL.Types;

namespace CommerceKata.Gateway.Http;

/// <summary>GraphQL over HTTP, as https://graphql.github.io/graphql-over-http/draft/ has it.</summary>
internal sealed class GraphQLEndpoint(
    OperationExecutor operations, LiveOperations live, ISchema schema, GraphQLSerializer json, GatewaySettings settings,
    SchemaExplorer explorer, BytesInFlight bytes, TimeProvider time)
{
    /// <summary>Where the schema is, beside <c>?sdl</c>.</summary>
    public const string SchemaPath = "/graphql/schema";

    private readonly string _sdl = WholeIntrospection.Print(schema);

    /// <summary>Answers one request.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        context.Response.Headers.Vary = "Accept";
        context.Response.Headers.CacheControl = "no-store";
        // HEAD is GET whose answer is not sent: the server leaves it out.
        var isGet = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
        var accepted = ResponseTypes.Negotiate(context.Request.Headers, page: isGet && !context.Request.Query.ContainsKey("query"));
        var failureType = accepted is ResponseType.GraphQL ? ResponseType.GraphQL : ResponseType.Json;
        try
        {
            await AnswerAsync(context, accepted, isGet);
        }
        catch (HttpFailureException failure)
        {
            await WriteAsync(context, failure.Status, failureType, new ExecutionResult(new ExecutionError(failure.Message) { Code = failure.Code }));
        }
        catch (OverloadedException)
        {
            var busy = new ExecutionResult(new OverloadedError());
            await WriteAsync(context, Status(context, busy, failureType), failureType, busy);
        }
        catch (Exception error) when (error is OperationCanceledException or IOException && context.RequestAborted.IsCancellationRequested)
        {
            // The client has gone, in the middle of its body maybe: there is nobody left to answer.
        }
    }

    private async Task AnswerAsync(HttpContext context, ResponseType? accepted, bool isGet)
    {
        if (!isGet && !HttpMethods.IsPost(context.Request.Method)) throw MethodNotAllowed(context, "GET, HEAD, POST", "GraphQL is asked with GET or POST.");
        if (isGet && (context.Request.Path.StartsWithSegments(SchemaPath) || context.Request.Query.ContainsKey("sdl"))) await WriteSdlAsync(context);
        else if (accepted is ResponseType.Html) await (explorer.IsOpen ? explorer.WriteAsync(context) : LandingPage.WriteAsync(context, settings));
        else await RunAsync(context, accepted ?? throw NotAcceptable(), isGet);
    }

    private async Task RunAsync(HttpContext context, ResponseType type, bool isGet)
    {
        var allowed = OperationKinds.Query
            | (isGet ? 0 : OperationKinds.Mutation)
            | (type is ResponseType.Events && !HttpMethods.IsHead(context.Request.Method) ? OperationKinds.Subscription : 0);
        var cost = CostHeader.Read(context.Request.Headers);
        var body = isGet
            ? RequestBody.Single(RequestReader.FromQueryString(context.Request.Query, allowed))
            : await RequestReader.FromBodyAsync(context.Request, settings.Limits, allowed, bytes, time);
        if (body.IsBatch)
        {
            await RunBatchAsync(context, type, [.. body.Operations.Select(one => one with { Cost = cost })]);
            return;
        }

        var operation = body.Operations[0] with { Cost = cost };
        if (type is ResponseType.Events)
        {
            var results = live.RunAsync(operation, context.RequestServices, context.RequestAborted);
            await EventStream.WriteAsync(context.Response, results, json, time, context.RequestAborted);
            return;
        }

        var result = await operations.RunAsync(operation, context.RequestServices, context.RequestAborted);
        if (result.Errors?.OfType<KindNotAllowedError>().FirstOrDefault() is { Kind: OperationKinds.Mutation } change) throw MethodNotAllowed(context, "POST", change.Message);
        await WriteAsync(context, Status(context, result, type), type, result);
    }

    /// <summary>Answers each in its place, one after the other: a request takes one turn at a time, however much it holds.</summary>
    private async Task RunBatchAsync(HttpContext context, ResponseType type, IReadOnlyList<Operation> batch)
    {
        if (type is ResponseType.Events) throw HttpFailureException.BadRequest("A batch is answered in one list, and not as events.");
        var results = new List<ExecutionResult>(batch.Count);
        foreach (var operation in batch)
        {
            var services = context.RequestServices.CreateAsyncScope();
            await using (services) results.Add(await operations.RunAsync(operation, services.ServiceProvider, context.RequestAborted));
        }

        if (results.Any(IsOverloaded)) context.Response.Headers.RetryAfter = OverloadedError.RetryAfterText;
        context.Response.ContentType = type.ContentType();
        await json.WriteAsync(context.Response.Body, results, context.RequestAborted);
    }

    private static int Status(HttpContext context, ExecutionResult result, ResponseType type)
    {
        if (IsOverloaded(result))
        {
            context.Response.Headers.RetryAfter = OverloadedError.RetryAfterText;
            return StatusCodes.Status503ServiceUnavailable;
        }

        // With application/json, 200 says no more than that the request was understood as GraphQL.
        return type is ResponseType.GraphQL && !result.Executed && result.Errors is { Count: > 0 } ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK;
    }

    private static bool IsOverloaded(ExecutionResult result) => result.Errors?.Any(error => error is OverloadedError) is true;

    private async Task WriteSdlAsync(HttpContext context)
    {
        if (!settings.Introspection) throw new HttpFailureException(StatusCodes.Status404NotFound, "NOT_FOUND", "The schema is not published here.");
        context.Response.ContentType = "application/graphql; charset=utf-8";
        await context.Response.WriteAsync(_sdl, context.RequestAborted);
    }

    private async Task WriteAsync(HttpContext context, int status, ResponseType type, ExecutionResult result)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = type.ContentType();
        await json.WriteAsync(context.Response.Body, result, context.RequestAborted);
    }

    private static HttpFailureException NotAcceptable() => new(
        StatusCodes.Status406NotAcceptable, "NOT_ACCEPTABLE", "Answers are application/graphql-response+json or application/json.");

    private static HttpFailureException MethodNotAllowed(HttpContext context, string allowed, string message)
    {
        context.Response.Headers.Allow = allowed;
        return new HttpFailureException(StatusCodes.Status405MethodNotAllowed, "METHOD_NOT_ALLOWED", message);
    }
}
