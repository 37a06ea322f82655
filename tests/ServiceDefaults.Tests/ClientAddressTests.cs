using System.Net;
using CommerceKata.ServiceDefaults.Clients;

namespace CommerceKata.ServiceDefaults.Tests;

internal sealed class ClientAddressTests
{
    [TestCase("203.0.113.7", "203.0.113.7")]
    [TestCase("::ffff:203.0.113.7", "203.0.113.7")]
    [TestCase("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::")]
    [TestCase("::1", "::")]
    public void Address_stands_for_its_owner(string address, string network) => ClientAddress.Network(IPAddress.Parse(address)).ShouldBe(network);
}
