using Commerce.Identity.V1;
using CommerceKata.TestKit;
using Grpc.Core;
using Proto = Commerce.Identity.V1;

namespace CommerceKata.Identity.Tests;

internal sealed class AddressTests : IdentityFixture
{
    [Test]
    public async Task Save_keeps_an_address_trimmed_and_the_first_is_the_default()
    {
        var customer = await CustomerAsync();
        var address = Address("  Ada Lovelace ");
        var saved = (await As(customer).SaveAddressAsync(new() { Address = address, IsDefault = false })).Address;
        address.Name = "Ada Lovelace";
        saved.Address.ShouldBe(address);
        saved.IsDefault.ShouldBeTrue();
        (await As(customer).GetAddressAsync(new() { Id = saved.Id })).Address.ShouldBe(saved);
        (await As(customer).ListAddressesAsync(new())).Addresses.ShouldBe([saved]);
    }

    [Test]
    public async Task Save_with_an_id_changes_that_address_and_keeps_whether_it_is_the_default()
    {
        var customer = await CustomerAsync();
        var (first, second) = (await AddAsync(customer, "First"), await AddAsync(customer, "Second"));
        var changed = (await As(customer).SaveAddressAsync(new() { Id = first.Id, Address = Address("First, moved") })).Address;
        changed.IsDefault.ShouldBeTrue();
        changed.Address.Name.ShouldBe("First, moved");
        (await As(customer).ListAddressesAsync(new())).Addresses.ShouldBe([changed, second]);
    }

    [Test]
    public async Task Default_is_always_exactly_one()
    {
        var customer = await CustomerAsync();
        var (first, second, third) = (await AddAsync(customer, "1"), await AddAsync(customer, "2"), await AddAsync(customer, "3"));
        (await DefaultsAsync(customer)).ShouldBe([first.Id]);

        await As(customer).SaveAddressAsync(new() { Id = third.Id, Address = third.Address, IsDefault = true });
        (await DefaultsAsync(customer)).ShouldBe([third.Id]);

        // Not the default any more: then another one is.
        await As(customer).SaveAddressAsync(new() { Id = third.Id, Address = third.Address, IsDefault = false });
        (await DefaultsAsync(customer)).ShouldBe([first.Id]);

        await As(customer).DeleteAddressAsync(new() { Id = first.Id });
        (await DefaultsAsync(customer)).ShouldBe([second.Id]);
        await As(customer).DeleteAddressAsync(new() { Id = third.Id });
        (await DefaultsAsync(customer)).ShouldBe([second.Id]);
        await As(customer).DeleteAddressAsync(new() { Id = second.Id });
        (await DefaultsAsync(customer)).ShouldBeEmpty();
        await As(customer).DeleteAddressAsync(new() { Id = second.Id }).ShouldFailAsync(StatusCode.NotFound);
    }

    [Test]
    public async Task Save_at_once_leaves_exactly_one_default()
    {
        var customer = await CustomerAsync();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(n =>
            As(customer).SaveAddressAsync(new() { Address = Address($"{n}"), IsDefault = true }).ResponseAsync));
        (await As(customer).ListAddressesAsync(new())).Addresses.Count.ShouldBe(8);
        (await DefaultsAsync(customer)).Count.ShouldBe(1);
    }

    [Test]
    public async Task Save_takes_fifty_addresses_and_no_more()
    {
        var customer = await CustomerAsync();
        var last = await AddAsync(customer, "1");
        for (var n = 2; n <= 50; n++) last = await AddAsync(customer, $"{n}");
        await As(customer).SaveAddressAsync(new() { Address = Address("51") }).ShouldViolateAsync("address");
        await As(customer).SaveAddressAsync(new() { Id = last.Id, Address = Address("50, moved") });
        await As(customer).DeleteAddressAsync(new() { Id = last.Id });
        await AddAsync(customer, "51");
    }

    [Test]
    public async Task Save_with_bad_input_names_every_field()
    {
        var client = As(await CustomerAsync());
        await client.SaveAddressAsync(new()).ShouldViolateAsync(
            "address.name", "address.line1", "address.city", "address.postal_code", "address.country_code");
        var tooLong = new Address
        {
            Name = Long(101),
            Line1 = Long(201),
            Line2 = Long(201),
            City = Long(101),
            Region = Long(101),
            PostalCode = Long(21),
            CountryCode = "XX",
            Phone = Long(31),
        };
        await client.SaveAddressAsync(new() { Id = "1", Address = tooLong }).ShouldViolateAsync(
            "id", "address.name", "address.line1", "address.line2", "address.city", "address.region", "address.postal_code", "address.country_code",
            "address.phone");
    }

    [Test]
    public async Task Address_of_somebody_else_does_not_exist()
    {
        var (owner, other) = (await CustomerAsync(), await CustomerAsync());
        var saved = await AddAsync(owner, "Mine");
        foreach (var client in new[] { As(other), As(await AdminAsync()) })
        {
            await client.GetAddressAsync(new() { Id = saved.Id, UserId = owner.User.Id }).ShouldFailAsync(StatusCode.NotFound);
            await client.SaveAddressAsync(new() { Id = saved.Id, Address = Address("Yours") }).ShouldFailAsync(StatusCode.NotFound);
            await client.DeleteAddressAsync(new() { Id = saved.Id }).ShouldFailAsync(StatusCode.NotFound);
        }

        await As(other).ListAddressesAsync(new() { UserId = owner.User.Id }).ShouldFailAsync(StatusCode.NotFound);
        (await As(owner).ListAddressesAsync(new())).Addresses.ShouldBe([saved]);
    }

    [Test]
    public async Task Address_is_read_by_a_service_that_says_whose_it_is_and_listed_by_an_admin()
    {
        var owner = await CustomerAsync();
        var saved = await AddAsync(owner, "Mine");
        (await AsService().GetAddressAsync(new() { Id = saved.Id, UserId = owner.User.Id })).Address.ShouldBe(saved);
        await AsService().GetAddressAsync(new() { Id = saved.Id, UserId = Guid.NewGuid().ToString() }).ShouldFailAsync(StatusCode.NotFound);
        await AsService().GetAddressAsync(new() { Id = saved.Id }).ShouldViolateAsync("user_id");
        var admin = As(await AdminAsync());
        (await admin.ListAddressesAsync(new() { UserId = owner.User.Id })).Addresses.ShouldBe([saved]);
        await admin.ListAddressesAsync(new() { UserId = Guid.NewGuid().ToString() }).ShouldFailAsync(StatusCode.NotFound);
    }

    private static string Long(int length) => new('x', length);

    private static Address Address(string name) => new()
    {
        Name = name,
        Line1 = "12 St James's Square",
        Line2 = "",
        City = "London",
        Region = "",
        PostalCode = "SW1Y 4JH",
        CountryCode = "GB",
        Phone = "+44 20 7946 0000",
    };

    private async Task<Proto.SavedAddress> AddAsync(Session customer, string name) =>
        (await As(customer).SaveAddressAsync(new() { Address = Address(name) })).Address;

    private async Task<IReadOnlyList<string>> DefaultsAsync(Session customer) =>
        [.. (await As(customer).ListAddressesAsync(new())).Addresses.Where(address => address.IsDefault).Select(address => address.Id)];
}
