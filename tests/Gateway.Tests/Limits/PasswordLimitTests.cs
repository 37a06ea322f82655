using System.Net.Http.Json;
using System.Text.Json;
using Commerce.Identity.V1;
using CommerceKata.Gateway.Engine;
using CommerceKata.Gateway.Limits;
using CommerceKata.Gateway.Subgraphs;

namespace CommerceKata.Gateway.Tests.Limits;

/// <summary>Hashing a password takes a tenth of a second of processor: an operation may do it once.</summary>
internal sealed class PasswordLimitTests : DoorFixture
{
    private const string Login = "login(input: { email: \"ada@example.com\", password: \"correct horse\" }) { ...P }";
    private const string Register = "register(input: { email: \"ada@example.com\", password: \"correct horse\" }) { ...P }";
    private const string Reset = "resetPassword(input: { token: \"t1\", newPassword: \"correct horse\" }) { ...P }";
    private const string P = "fragment P on SessionPayload { errors { __typename } }";

    [TestCase($"mutation {{ {Login} again: {Login} }} {P}", 2)]
    [TestCase($"mutation {{ logout {{ ok }} {Login} {Register} {Reset} }} {P}", 3)]
    [TestCase($"mutation {{ {Login} ... on Mutation {{ a: {Login} ... {{ b: {Reset} }} }} }} {P}", 3)]
    [TestCase($"mutation {{ ...A ...A {Register} }} fragment A on Mutation {{ a: {Login} ...B }} fragment B on Mutation {{ b: {Login} }} {P}", 3)]
    [TestCase($"mutation($never: Boolean = false) {{ {Login} ... @include(if: $never) {{ again: {Login} }} }} {P}", 2)]
    [TestCase($"mutation M {{ {Login} again: {Login} }} {P} query Q {{ __typename }}", 2, "M")]
    public async Task Operation_with_several_is_refused_and_nothing_of_it_runs(string document, int count, string? name = null)
    {
        Answer();
        // The second time the document is known.
        for (var n = 0; n < 2; n++)
        {
            var error = (await AskAsync(document, name)).Errors.Single();
            error.Code.ShouldBe("TOO_MANY_PASSWORD_OPERATIONS");
            error.Message.ShouldBe($"The operation has {count} fields that hash a password, and may have 1. Send a request for each.");
            error.Error.GetProperty("extensions").GetProperty("maximum").GetInt32().ShouldBe(1);
        }

        Shop.Calls.ShouldBeEmpty();
    }

    [TestCase($"mutation {{ startGuestSession {{ ...P }} {Login} logout {{ ok }} }} {P}", 3)]
    [TestCase($"mutation {{ {Login} ...A ...A }} fragment A on Mutation {{ {Login} }} {P}", 1)]
    [TestCase($"mutation One {{ {Login} }} mutation Two {{ {Reset} }} {P}", 1, "Two")]
    public async Task Operation_with_one_runs_with_all_that_is_beside_it(string document, int calls, string? name = null)
    {
        Answer();
        (await AskAsync(document, name)).Errors.ShouldBeEmpty();
        Shop.Calls.Count.ShouldBe(calls);
    }

    [Test]
    public async Task Batch_has_one_too()
    {
        Answer();
        object[] batch = [new { query = $"mutation {{ {Login} }} {P}" }, new { query = "{ __typename }" }, new { query = $"mutation {{ {Reset} }} {P}" }, new { query = "{ __typename }" }];
        using var response = await Door.Http.PostAsync("/graphql", JsonContent.Create(batch));
        var answers = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.EnumerateArray().Select(answer => new Answer(answer)).ToList();
        answers.Select(answer => answer.Errors.Count).ShouldBe([0, 0, 1, 0]);
        answers[2].Errors.Single().Code.ShouldBe("TOO_MANY_PASSWORD_OPERATIONS");
        Shop.Calls.Count.ShouldBe(1);
    }

    [Test]
    public void Fields_that_are_bound_as_hashing_cost_as_much_as_the_schema_says_of_hashing()
    {
        var mutations = ComposedSchema.Of(FrontDoor.Subgraphs).Mutation!.Fields;
        string[] hashing = [.. mutations.Where(field => field.Resolver is MutationResolver { HashesPassword: true }).Select(field => field.Name)];
        hashing.ShouldBe(["register", "login", "resetPassword"], ignoreOrder: true);
        mutations.Where(field => hashing.Contains(field.Name)).ShouldAllBe(field => FieldCost.Of(field, true).Weight == 50);
    }

    private void Answer()
    {
        Shop.On<LoginRequest>(_ => new LoginResponse { InvalidCredentials = new() });
        Shop.On<RegisterRequest>(_ => new RegisterResponse { EmailTaken = new() });
        Shop.On<ResetPasswordRequest>(_ => new ResetPasswordResponse { TokenExpired = new() });
        Shop.On<StartGuestSessionRequest>(_ => new StartGuestSessionResponse { Session = new() { AccessToken = "a1", User = Some.User(Role.Guest) } });
        Shop.On<LogoutRequest>(_ => new LogoutResponse());
    }

    private async Task<Answer> AskAsync(string query, string? operationName)
    {
        using var response = await Door.Http.PostAsync("/graphql", JsonContent.Create(new { query, operationName }));
        return new Answer(JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement);
    }
}
