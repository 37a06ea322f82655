using System.Runtime.CompilerServices;
using Commerce.Identity.V1;
using Grpc.Core;
using Grpc.Net.ClientFactory;

namespace CommerceKata.ServiceDefaults.Auth;

/// <summary>Where a process hears of ended sessions.</summary>
public interface IEndedSessionsFeed
{
    /// <summary>
    /// The sessions that ended within <see cref="EndedSessions.Kept"/>, and then, once a second, those that ended since. An empty answer says
    /// that none did. Ends only with an error.
    /// </summary>
    /// <param name="cancel">Ends it.</param>
    IAsyncEnumerable<IReadOnlyCollection<Guid>> ReadAsync(CancellationToken cancel);
}

/// <summary>For all services but Identity: a stream that stays open to it.</summary>
internal sealed class RemoteEndedSessions(GrpcClientFactory clients) : IEndedSessionsFeed
{
    /// <summary>The client's name: services have others of this type.</summary>
    public const string Client = "ended sessions";

    public async IAsyncEnumerable<IReadOnlyCollection<Guid>> ReadAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        using var call = clients.CreateClient<IdentityService.IdentityServiceClient>(Client).WatchEndedSessions(new(), cancellationToken: cancel);
        await foreach (var answer in call.ResponseStream.ReadAllAsync(cancel)) yield return [.. answer.SessionIds.Select(Guid.Parse)];
    }
}
