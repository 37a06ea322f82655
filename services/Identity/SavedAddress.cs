using Commerce.Identity.V1;
using CommerceKata.Addresses;
using CommerceKata.ServiceDefaults.Errors;
using Proto = Commerce.Identity.V1;

namespace CommerceKata.Identity;

/// <summary>An address that somebody keeps, as its row has it.</summary>
internal sealed record SavedAddress(
    Guid Id, string Name, string Line1, string Line2, string City, string Region, string PostalCode, string CountryCode, string Phone, bool IsDefault)
{
    public Proto.SavedAddress ToProto() => new()
    {
        Id = Id.ToString(),
        Address = new Address
        {
            Name = Name,
            Line1 = Line1,
            Line2 = Line2,
            City = City,
            Region = Region,
            PostalCode = PostalCode,
            CountryCode = CountryCode,
            Phone = Phone,
        },
        IsDefault = IsDefault,
    };
}

/// <summary>An address to add (no id) or to change, checked. <see cref="IsDefault"/> null keeps what it is.</summary>
internal sealed record AddressChange(Guid? Id, PostalAddress Address, bool? IsDefault)
{
    /// <exception cref="Fault">Something is wrong with it; each thing is named.</exception>
    public static AddressChange Read(SaveAddressRequest request)
    {
        var check = new Violations();
        var sent = request.Address ?? new Address();
        var address = new PostalAddress(
            sent.Name, sent.Line1, sent.Line2, sent.City, sent.Region, sent.PostalCode, sent.CountryCode, sent.Phone).Checked(check, "address");
        Guid? id = request.Id.Length > 0 ? check.Id(request.Id, "id") : null;
        check.ThrowIfAny();
        return new(id, address, request.HasIsDefault ? request.IsDefault : null);
    }
}
