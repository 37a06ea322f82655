// The front door as a Hot Chocolate Fusion gateway over the subgraphs; compose.sh makes its gateway.fgp.
using Microsoft.AspNetCore.HeaderPropagation;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

var builder = WebApplication.CreateBuilder(args);

builder.Services.AddHeaderPropagation(options =>
{
    options.Headers.Add(HeaderNames.Authorization);
    // The services slow down guesses by the client's address: it must not be that of this gateway.
    options.Headers.Add("X-Forwarded-For", Client);
});

builder.Services
    .AddHttpClient("Fusion")
    .AddHeaderPropagation();

builder.Services
    .AddFusionGatewayServer()
    .ConfigureFromFile(Path.Combine(AppContext.BaseDirectory, "gateway.fgp"), watchFileForUpdates: false);

var app = builder.Build();
app.UseHeaderPropagation();
app.MapGraphQL();
app.Run();

static StringValues Client(HeaderPropagationContext call) =>
    StringValues.Concat(call.HeaderValue, call.HttpContext.Connection.RemoteIpAddress?.ToString() ?? "");
