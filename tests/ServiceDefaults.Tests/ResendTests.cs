using CommerceKata.ServiceDefaults.Clients;
using CommerceKata.TestKit;
using Grpc.Core;
using Grpc.Core.Interceptors;

namespace CommerceKata.ServiceDefaults.Tests;

internal sealed class ResendTests
{
    // The second try comes at once, the third after 50 ms.
    [TestCase(-1, 1)]
    [TestCase(10, 2)]
    [TestCase(49, 2)]
    public void Call_that_was_never_sent_is_not_sent_again_after_its_deadline(int milliseconds, int sent)
    {
        var time = new StoppedClock();
        var calls = 0;
        var text = Marshallers.StringMarshaller;
        var method = new Method<string, string>(MethodType.Unary, "s", "m", text, text);
        var context = new ClientInterceptorContext<string, string>(
            method, null, new CallOptions(deadline: time.GetUtcNow().UtcDateTime.AddMilliseconds(milliseconds)));
        var call = new ResendInterceptor(time).AsyncUnaryCall("", context, (_, _) =>
        {
            calls++;
            return new(
                Task.FromException<string>(NeverSent), Task.FromResult(new Metadata()),
                () => NeverSent.Status, () => [], () => { });
        });
        Should.Throw<RpcException>(() => call.ResponseAsync).StatusCode.ShouldBe(StatusCode.Unavailable);
        calls.ShouldBe(sent);
    }

    private static RpcException NeverSent { get; } = new(new(
        StatusCode.Unavailable, "Nobody is there.", new HttpRequestException(HttpRequestError.ConnectionError)));
}
