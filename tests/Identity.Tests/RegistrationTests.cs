using Commerce.Identity.V1;
using CommerceKata.TestKit;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CommerceKata.Identity.Tests;

internal sealed class RegistrationTests : IdentityFixture
{
    [Test]
    public async Task Guest_session_makes_another_guest_each_time()
    {
        var (one, two) = (await GuestAsync(), await GuestAsync());
        one.User.Id.ShouldNotBe(two.User.Id);
        one.User.Role.ShouldBe(Role.Guest);
        one.User.Email.ShouldBeEmpty();
        (await As(one).GetUserAsync(new() { Id = one.User.Id })).User.ShouldBe(one.User);
    }

    [Test]
    public async Task Register_makes_a_customer_who_can_log_in()
    {
        var session = (await Anyone.RegisterAsync(new() { Email = "  Ada@Shop.example ", Password = Password })).Session;
        session.User.Email.ShouldBe("Ada@Shop.example");
        session.User.Role.ShouldBe(Role.Customer);
        session.User.EmailVerified.ShouldBeFalse();
        var login = (await Anyone.LoginAsync(new() { Email = "ADA@shop.EXAMPLE", Password = Password })).Session;
        login.User.ShouldBe(session.User);
    }

    [Test]
    public async Task Register_with_a_guests_token_turns_that_guest_into_the_customer()
    {
        var guest = await GuestAsync();
        var customer = (await As(guest).RegisterAsync(new() { Email = NewEmail(), Password = Password })).Session;
        customer.User.Id.ShouldBe(guest.User.Id);
        customer.User.Role.ShouldBe(Role.Customer);
        (await As(customer).GetUserAsync(new() { Id = customer.User.Id })).User.ShouldBe(customer.User);
        // What the guest held is worth nothing any more; what the customer holds is.
        (await Anyone.RefreshSessionAsync(new() { RefreshToken = guest.RefreshToken })).TokenExpired.ShouldNotBeNull();
        (await Anyone.RefreshSessionAsync(new() { RefreshToken = customer.RefreshToken })).Session.User.Role.ShouldBe(Role.Customer);
    }

    [Test]
    public async Task Register_again_with_the_same_guests_token_makes_somebody_else()
    {
        var guest = await GuestAsync();
        await As(guest).RegisterAsync(new() { Email = NewEmail(), Password = Password });
        var second = (await As(guest).RegisterAsync(new() { Email = NewEmail(), Password = Password })).Session;
        second.User.Id.ShouldNotBe(guest.User.Id);
    }

    [Test]
    public async Task Register_with_a_taken_address_says_so_whatever_its_case_and_leaves_the_guest_a_guest()
    {
        var email = NewEmail();
        await CustomerAsync(email);
        var request = new RegisterRequest { Email = email.ToUpperInvariant(), Password = Password };
        (await Anyone.RegisterAsync(request)).EmailTaken.ShouldNotBeNull();
        var guest = await GuestAsync();
        (await As(guest).RegisterAsync(request)).EmailTaken.ShouldNotBeNull();
        (await Anyone.RefreshSessionAsync(new() { RefreshToken = guest.RefreshToken })).Session.User.Role.ShouldBe(Role.Guest);
    }

    [Test]
    public async Task Register_at_once_with_one_address_makes_one_customer()
    {
        var request = new RegisterRequest { Email = NewEmail(), Password = Password };
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Anyone.RegisterAsync(request).ResponseAsync));
        answers.Count(answer => answer.Session is not null).ShouldBe(1);
        answers.Count(answer => answer.EmailTaken is not null).ShouldBe(3);
    }

    [TestCase("", "1234567", "email", "password")]
    [TestCase("no-at.example", "correct horse", "email")]
    [TestCase("a@b", "correct horse", "email")]
    [TestCase("a@b.example", "", "password")]
    public async Task Register_with_bad_input_names_every_field(string email, string password, params string[] fields) =>
        await Anyone.RegisterAsync(new() { Email = email, Password = password }).ShouldViolateAsync(fields);

    [Test]
    public async Task Register_takes_254_characters_of_address_and_128_of_password_and_no_more()
    {
        var longest = new string('a', 242) + "@b.shop.test";
        await Anyone.RegisterAsync(new() { Email = "a" + longest, Password = new string('p', 129) }).ShouldViolateAsync("email", "password");
        (await Anyone.RegisterAsync(new() { Email = longest, Password = new string('p', 128) })).Session.User.Email.Length.ShouldBe(254);
    }

    [Test]
    public async Task Login_with_a_wrong_password_and_with_an_unknown_address_get_the_same_answer()
    {
        var email = NewEmail();
        await CustomerAsync(email);
        var wrong = await Anyone.LoginAsync(new() { Email = email, Password = Password + "!" });
        var unknown = await Anyone.LoginAsync(new() { Email = NewEmail(), Password = Password });
        wrong.InvalidCredentials.ShouldNotBeNull();
        unknown.ShouldBe(wrong);
        (await Anyone.LoginAsync(new() { Email = email, Password = new string('p', 5_000) })).ShouldBe(wrong);
        await Anyone.LoginAsync(new()).ShouldViolateAsync("email", "password");
    }

    [Test]
    public async Task Login_with_a_password_that_was_hashed_weakly_hashes_it_anew()
    {
        var session = await CustomerAsync();
        var weak = new PasswordHasher<object>(Options.Create(new PasswordHasherOptions { IterationCount = 1_000 })).HashPassword(this, Password);
        var id = Guid.Parse(session.User.Id);
        await QueryAsync<int>("UPDATE account SET password_hash = $1 WHERE id = $2", weak, id);
        (await Anyone.LoginAsync(new() { Email = session.User.Email, Password = Password })).Session.ShouldNotBeNull();
        (await QueryAsync<string>("SELECT password_hash FROM account WHERE id = $1", id)).ShouldNotBe(weak);
        (await Anyone.LoginAsync(new() { Email = session.User.Email, Password = Password })).Session.ShouldNotBeNull();
    }
}
