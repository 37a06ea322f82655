namespace CommerceKata.StripeSandbox.Tests;

[CancelAfter(20_000)]
internal sealed class ThreeDSecureTests
{
    private const string Method = "pm_card_authenticationRequired";

    [Test]
    public async Task Charge_that_needs_the_customer_waits_for_them(CancellationToken cancel)
    {
        await using var sandbox = await RunningSandbox.StartAsync(cancel);

        var intent = await sandbox.Stripe.ChargeAsync(cancel, Method);

        intent.Status.ShouldBe("requires_action");
        intent.AmountReceived.ShouldBe(0);
        intent.ClientSecret.ShouldStartWith(intent.Id + "_secret_");
        intent.NextAction.Type.ShouldBe("redirect_to_url");
        intent.NextAction.RedirectToUrl.Url.ShouldStartWith(sandbox.Url);
    }

    [Test]
    public async Task Approve_takes_the_money(CancellationToken cancel)
    {
        await using var sandbox = await RunningSandbox.StartAsync(cancel);
        var intent = await sandbox.Stripe.ChargeAsync(cancel, Method);

        await sandbox.Control.ApproveAsync(intent.Id, cancel);

        var after = await sandbox.Stripe.ReadAsync(intent.Id, cancel);
        after.Status.ShouldBe("succeeded");
        after.LatestCharge.PaymentMethodDetails.Card.Last4.ShouldBe("3184");
        after.NextAction.ShouldBeNull();
    }

    [Test]
    public async Task Approve_with_a_bad_card_is_declined(CancellationToken cancel)
    {
        await using var sandbox = await RunningSandbox.StartAsync(cancel);
        var intent = await sandbox.Stripe.ChargeAsync(
            cancel, "pm_card_authenticationRequiredChargeDeclinedInsufficientFunds");

        await sandbox.Control.ApproveAsync(intent.Id, cancel);

        var after = await sandbox.Stripe.ReadAsync(intent.Id, cancel);
        after.Status.ShouldBe("requires_payment_method");
        after.LastPaymentError.DeclineCode.ShouldBe("insufficient_funds");
    }

    [Test]
    public async Task Fail_takes_nothing_and_says_why(CancellationToken cancel)
    {
        await using var sandbox = await RunningSandbox.StartAsync(cancel);
        var intent = await sandbox.Stripe.ChargeAsync(cancel, Method);

        await sandbox.Control.FailAsync(intent.Id, cancel);

        var after = await sandbox.Stripe.ReadAsync(intent.Id, cancel);
        after.Status.ShouldBe("requires_payment_method");
        after.LastPaymentError.Code.ShouldBe("payment_intent_authentication_failure");
        after.AmountReceived.ShouldBe(0);
    }

    [Test]
    public async Task Approve_after_cancel_takes_nothing(CancellationToken cancel)
    {
        await using var sandbox = await RunningSandbox.StartAsync(cancel);
        var intent = await sandbox.Stripe.ChargeAsync(cancel, Method);
        await sandbox.Stripe.V1.PaymentIntents.CancelAsync(intent.Id, cancellationToken: cancel);

        await Should.ThrowAsync<HttpRequestException>(sandbox.Control.ApproveAsync(intent.Id, cancel));

        (await sandbox.Stripe.ReadAsync(intent.Id, cancel)).Status.ShouldBe("canceled");
    }

    [Test]
    public async Task Page_lets_the_customer_approve_and_return_to_the_shop(CancellationToken cancel)
    {
        await using var sandbox = await RunningSandbox.StartAsync(cancel);
        var intent = await sandbox.Stripe.ChargeAsync(cancel, Method);
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        var url = intent.NextAction.RedirectToUrl.Url;

        var page = await browser.GetStringAsync(url, cancel);
        using var returned = await browser.PostAsync($"{url}/approve?back=true", null, cancel);

        page.ShouldContain($"formaction=\"{intent.Id}/approve?back=true\"");
        returned.Headers.Location!.ToString().ShouldBe(
            $"http://shop.test/back?order=1&payment_intent={intent.Id}&redirect_status=succeeded");
    }
}
