using Commerce.Identity.V1;
using CommerceKata.Gateway.Engine;
using GraphQL;
using static Commerce.Identity.V1.IdentityService;

namespace CommerceKata.Gateway.Subgraphs.Identity;

/// <summary>Who somebody is: the caller and their saved addresses. Sessions are in <see cref="SessionResolvers"/>.</summary>
internal static class IdentityResolvers
{
    public static void Bind(SchemaBindings schema)
    {
        SessionResolvers.Bind(schema);
        RecoveryResolvers.Bind(schema);
        schema.Query("me", call => UserByIdAsync(call, CallerToken.UserId(call)));
        schema.Mutation<SaveAddress>("saveAddress", SaveAddressAsync, input => input.Id);
        schema.Mutation<DeleteAddress>("deleteAddress", DeleteAddressAsync, input => input.Id);

        schema.Entity("User", UserByIdAsync)
            .Field("isGuest", user => user.Role == Role.Guest)
            .Field("addresses", AddressesAsync);
        schema.Entity("Address", AddressByIdAsync).Including(saved => saved.Address);
        schema.Enum<Role>("Role");

        schema.Input<SaveAddress>("SaveAddressInput");
        schema.Input<DeleteAddress>("DeleteAddressInput");
        schema.Payload("SaveAddressPayload", "address");
        schema.Payload("DeleteAddressPayload", "addressId");
    }

    private static async Task<User?> UserByIdAsync(IResolveFieldContext call, string id)
    {
        var found = await call.Client<IdentityServiceClient>().GetUserAsync(new() { Id = id }, call.Options()).OrNull();
        return found?.User;
    }

    private static async Task<SavedAddress?> AddressByIdAsync(IResolveFieldContext call, string id)
    {
        var found = await call.Client<IdentityServiceClient>().GetAddressAsync(new() { Id = id }, call.Options()).OrNull();
        return found?.Address;
    }

    private static async Task<IReadOnlyList<SavedAddress>> AddressesAsync(User user, IResolveFieldContext call)
    {
        var answer = await call.Client<IdentityServiceClient>().ListAddressesAsync(new() { UserId = user.Id }, call.Options());
        return answer.Addresses;
    }

    private static async Task<Payload> SaveAddressAsync(SaveAddress input, IResolveFieldContext call)
    {
        var check = new InputCheck();
        var request = new SaveAddressRequest
        {
            Id = input.Id is null ? "" : check.Id("Address", input.Id, "id"),
            Address = new Address
            {
                Name = input.Address.Name,
                Line1 = input.Address.Line1,
                Line2 = input.Address.Line2 ?? "",
                City = input.Address.City,
                Region = input.Address.Region ?? "",
                PostalCode = input.Address.PostalCode,
                CountryCode = input.Address.CountryCode,
                Phone = input.Address.Phone ?? "",
            },
        };
        if (input.IsDefault is { } isDefault) request.IsDefault = isDefault;
        var answer = await check.AskAsync(
            call.Client<IdentityServiceClient>().SaveAddressAsync(request, call.Options()));
        return new Payload(answer.Address);
    }

    private static async Task<Payload> DeleteAddressAsync(DeleteAddress input, IResolveFieldContext call)
    {
        var request = new DeleteAddressRequest { Id = GlobalId.Parse("Address", input.Id, "id") };
        await call.Client<IdentityServiceClient>().DeleteAddressAsync(request, call.Options());
        return new Payload(input.Id);
    }

    internal sealed record SaveAddress(string? Id, Shared.AddressInput Address, bool? IsDefault);

    internal sealed record DeleteAddress(string Id);
}
