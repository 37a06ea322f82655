using CommerceKata.ServiceDefaults.Errors;
using Grpc.Core;

namespace CommerceKata.ServiceDefaults.Tests;

internal sealed class ViolationsTests
{
    [Test]
    public void Input_without_fault_passes()
    {
        var check = new Violations();
        check.Text("  a name ", "name", max: 6).ShouldBe("a name");
        check.Text("", "note", max: 6, min: 0).ShouldBe("");
        check.Text("two\nlines\tof it", "note", max: 20).ShouldBe("two\nlines\tof it");
        check.Range(3, "quantity", 1, 3).ShouldBe(3);
        check.Amount(new Money(0, "USD").ToProto(), "price").ShouldBe(new Money(0, "USD"));
        var id = Guid.CreateVersion7();
        check.Id(id.ToString(), "id").ShouldBe(id);
        check.Ids([id.ToString(), id.ToString()], "ids").ShouldBe([id]);
        Should.NotThrow(check.ThrowIfAny);
    }

    [Test]
    public void Every_fault_is_told_at_once_with_its_field()
    {
        var check = new Violations();
        check.Text(null, "missing", max: 5);
        check.Text("123456", "long", max: 5);
        check.Text("1", "short", max: 5, min: 2);
        check.Text("a\0b", "control", max: 5);
        check.Range(4, "quantity", 1, 3);
        check.Id("{" + Guid.NewGuid() + "}", "id");
        check.Ids(["x", Guid.NewGuid().ToString()], "ids");
        check.Ids([.. Enumerable.Range(0, 3).Select(_ => Guid.NewGuid().ToString())], "many", max: 2).ShouldBeEmpty();
        check.Amount(null, "price");
        check.Amount(new Money(-1, "USD").ToProto(), "refund");

        var fault = Should.Throw<Fault>(check.ThrowIfAny);
        fault.Code.ShouldBe(StatusCode.InvalidArgument);
        fault.Violations.Select(violation => violation.Field)
            .ShouldBe(["missing", "long", "short", "control", "quantity", "id", "ids", "many", "price", "refund"]);
        fault.Violations.Single(violation => violation.Field == "refund").Description.ShouldBe("must be at least 0.00 USD");
    }
}
