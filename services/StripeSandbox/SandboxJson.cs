using System.Text.Json;
using System.Text.Json.Serialization;

namespace CommerceKata.StripeSandbox;

/// <summary>JSON of the journal and of the control API; Stripe's own is built by <see cref="StripeJson"/>.</summary>
internal static class SandboxJson
{
    public static readonly JsonSerializerOptions Options = Configure(new(JsonSerializerDefaults.Web));

    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        return options;
    }
}
