using Commerce.Identity.V1;
using CommerceKata.ServiceDefaults.Errors;

namespace CommerceKata.Gateway.Tests;

internal sealed class AddressTests : DoorFixture
{
    private const string Save =
        """
        mutation($input: SaveAddressInput!) {
          saveAddress(input: $input) {
            address { id name line1 line2 city region postalCode countryCode phone isDefault }
            errors { __typename ... on ValidationError { field message } ... on NotFoundError { id } }
          }
        }
        """;

    private const string Delete =
        "mutation($id: ID!) { deleteAddress(input: { id: $id }) { addressId errors { __typename ... on NotFoundError { id message } } } }";

    private static readonly object Home =
        new { name = "Ada", line1 = "1 Main St", city = "London", postalCode = "N1", countryCode = "GB" };

    [Test]
    public async Task SaveAddress_adds_one_and_shows_it()
    {
        var id = Some.Id();
        Shop.On<SaveAddressRequest>(request => new SaveAddressResponse { Address = new() { Id = id, Address = request.Address, IsDefault = true } });

        var answer = await Door.AskAsync(Save, new { input = new { address = Home } });

        answer.Data().GetProperty("saveAddress").ToString().ShouldBe(
            $$$"""{"address":{"id":"{{{Some.Global("Address", id)}}}","name":"Ada","line1":"1 Main St","line2":null,"city":"London","region":null,"postalCode":"N1","countryCode":"GB","phone":null,"isDefault":true},"errors":null}""");
        var asked = Shop.Asked<SaveAddressRequest>().Single();
        (asked.Id, asked.HasIsDefault).ShouldBe(("", false));
    }

    [Test]
    public async Task SaveAddress_with_an_id_changes_that_one()
    {
        var id = Some.Id();
        Shop.On<SaveAddressRequest>(request => new SaveAddressResponse { Address = new() { Id = id, Address = request.Address } });
        (await Door.AskAsync(Save, new { input = new { id = Some.Global("Address", id), address = Home, isDefault = false } })).Data();
        var asked = Shop.Asked<SaveAddressRequest>().Single();
        (asked.Id, asked.HasIsDefault, asked.IsDefault).ShouldBe((id, true, false));
    }

    [Test]
    public async Task SaveAddress_with_bad_input_names_the_fields_as_the_input_does()
    {
        Shop.On<SaveAddressRequest>(_ => throw Fault.Invalid([new("address.postal_code", new("BAD", "is required")), new("address.line1", new("BAD", "is required"))]));
        var answer = await Door.AskAsync(Save, new { input = new { address = Home } });
        answer["saveAddress.errors"].ShouldBe(
            "[{'__typename':'ValidationError','field':'address.postalCode','message':'is required'},{'__typename':'ValidationError','field':'address.line1','message':'is required'}]");
    }

    [Test]
    public async Task DeleteAddress_answers_the_id_of_what_is_gone()
    {
        var id = Some.Global("Address", Some.Id());
        Shop.On<DeleteAddressRequest>(_ => new DeleteAddressResponse());
        (await Door.AskAsync(Delete, new { id })).Data().GetProperty("deleteAddress").ToString().ShouldBe($$"""{"addressId":"{{id}}","errors":null}""");
        Shop.On<DeleteAddressRequest>(_ => throw Fault.NotFound("address"));
        (await Door.AskAsync(Delete, new { id }))["deleteAddress"].ShouldBe(
            $"{{'addressId':null,'errors':[{{'__typename':'NotFoundError','id':'{id}','message':'No such address.'}}]}}");
    }
}
