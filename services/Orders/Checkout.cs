using System.Security.Cryptography;
using Commerce.Orders.V1;
using CommerceKata.ServiceDefaults.Errors;
using CommerceKata.ServiceDefaults.Hosting;
using CommerceKata.ServiceDefaults.Messaging;
using Microsoft.Extensions.Options;

namespace CommerceKata.Orders;

/// <summary>One request to buy: places the order, has the saga advance it, and tells what came of it.</summary>
internal sealed class Checkout(
    OrdersStore store, CheckoutStore checkouts, PurchaseReader reader, CheckoutSaga saga, Payments payments, Outbox outbox,
    TimeProvider time, IOptions<OrdersOptions> options)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>An order that was confirmed longer ago is out of its cart by now.</summary>
    private static readonly TimeSpan Recent = TimeSpan.FromSeconds(1);

    public async Task<CheckoutResponse> RunAsync(Buyer buyer, CheckoutInput input, CancellationToken cancel)
    {
        var started = time.GetTimestamp();
        try
        {
            var (answer, isFirst) = await BuyAsync(buyer, input, cancel);
            CheckoutMetrics.Answered(time.GetElapsedTime(started), isFirst ? CheckoutMetrics.Outcome(answer) : CheckoutMetrics.Repeated);
            return answer;
        }
        catch (Exception error)
        {
            CheckoutMetrics.Answered(time.GetElapsedTime(started), CheckoutMetrics.Outcome(error, cancel));
            throw;
        }
    }

    /// <returns>The answer, and whether this is the request that made the purchase.</returns>
    private async Task<(CheckoutResponse Answer, bool IsFirst)> BuyAsync(Buyer buyer, CheckoutInput input, CancellationToken cancel)
    {
        if (await store.FindByKeyAsync(buyer.UserId, input.Key, cancel) is { } known) return (await AnswerAgainAsync(known, input, cancel), false);
        var read = await CheckoutMetrics.StepAsync("read", time, () => reader.ReadAsync(buyer, input, cancel));
        if (read is ReadPurchase.EmptyCart) return (new() { EmptyCart = new() }, true);
        if (read is ReadPurchase.Short missing) return (new() { OutOfStock = Short(missing.Lines) }, true);

        var purchase = ((ReadPurchase.Ready)read).Purchase;
        if (input.ExpectedTotal is { } seen && seen != purchase.Total) return (new() { PriceChanged = new() { Total = purchase.Total.ToProto() } }, true);
        if (!purchase.CanBeCharged(out var bounds)) return (new() { AmountNotAllowed = bounds }, true);
        var isFree = purchase.Total.MinorUnits == 0;
        if (!isFree && input.PaymentMethod.Length == 0) throw Fault.Invalid("payment_method", Problem.Required);
        return await PlaceAsync(buyer, input, purchase, cancel);
    }

    /// <summary>Writes the order down and has it advanced. An unpaid order of the same session makes way for it.</summary>
    private async Task<(CheckoutResponse Answer, bool IsFirst)> PlaceAsync(Buyer buyer, CheckoutInput input, Purchase purchase, CancellationToken cancel)
    {
        while (true)
        {
            var now = time.GetUtcNow().UtcDateTime;
            var order = purchase.ToOrder(buyer, input, now, options.Value.PayBy(buyer, now));
            var unpaid = await checkouts.FindUnpaidAsync(buyer, purchase.CartId, cancel);
            if (unpaid is not null)
            {
                if (await checkouts.FindDeclinesAsync(order, buyer.IsGuest, cancel) is { } limit) return (Refuse(limit), true);
                // Its money came first: it is the customer's, and this request charges nothing.
                if (!await payments.CancelAsync(unpaid, cancel)) return (new() { Order = (await AdvanceAsync(unpaid, cancel)).ToProto(), CartChanged = new() }, true);
            }

            var placed = await CheckoutMetrics.StepAsync(
                "place", time, () => checkouts.PlaceAsync(order, unpaid, buyer.IsGuest, dueAt: now + options.Value.RequestLease, cancel));
            KillPoint.Reach("orders.placed");
            switch (placed)
            {
                case Placed.Yes yes:
                    return (await AnswerAsync(await AdvanceAsync(yes.Order, cancel), cancel), true);
                case Placed.KeyTaken:
                    return (await AnswerAgainAsync((await store.FindByKeyAsync(buyer.UserId, input.Key, cancel))!, input, cancel), false);
                case Placed.Refused refused:
                    return (Refuse(refused.Limit), true);
                case Placed.CartTaken:
                    return (new() { CartChanged = new() }, true);
            }
        }
    }

    /// <summary>The key was used before: the same answer for the same input, after the first request has it.</summary>
    private async Task<CheckoutResponse> AnswerAgainAsync(Order known, CheckoutInput input, CancellationToken cancel)
    {
        if (!CryptographicOperations.FixedTimeEquals(known.Fingerprint, input.Fingerprint)) return new() { IdempotencyKeyReused = new() };
        var until = time.GetUtcNow() + options.Value.Patience;
        while (known.Status == OrderStatus.Pending)
        {
            if (time.GetUtcNow() >= until) throw Fault.Unavailable("The first request with this key has no outcome yet. Try again with the same key.");
            await Task.Delay(Pause, time, cancel);
            known = (await store.FindAsync(known.Id, cancel))!;
        }

        // Whoever asks Billing must act on what it says: Billing sends no news of what it has told in an answer.
        return await AnswerAsync(await AdvanceAsync(known, cancel), cancel);
    }

    /// <summary>
    /// Advances an open order. When it is confirmed Cart is without what was bought, unless that takes too long.
    /// </summary>
    private async Task<Order> AdvanceAsync(Order order, CancellationToken cancel)
    {
        using var emptied = order.CartId is null ? null : outbox.Expect<OrderConfirmed>(order.Id, "Cart");
        var isOpen = order.Status is OrderStatus.Pending or OrderStatus.AwaitingPayment;
        var now = isOpen ? await saga.AdvanceAsync(order, cancel) : order;
        var isConfirmed = now.Status == OrderStatus.Confirmed && time.GetUtcNow() - now.History[^1].At < Recent;
        if (emptied is not null && isConfirmed) await emptied.MeetAsync(cancel, elsewhere: true);
        return now;
    }

    private async Task<CheckoutResponse> AnswerAsync(Order order, CancellationToken cancel)
    {
        var response = new CheckoutResponse { Order = order.ToProto() };
        switch (order.Status)
        {
            case OrderStatus.OutOfStock:
                response.OutOfStock = Short(order.ShortLines ?? []);
                break;
            case OrderStatus.PaymentFailed when order.EndReason == EndReasons.HoldLimit:
                response.TooManyAttempts = WaitUntil(order.PayBy);
                break;
            case OrderStatus.PaymentFailed:
                response.PaymentDeclined = new() { DeclineCode = order.DeclineCode ?? "", Message = order.DeclineMessage ?? "" };
                break;
            // The secret is the customer's, and is not kept here: Billing tells it again.
            case OrderStatus.AwaitingPayment when await payments.ChargeAsync(order, cancel) is Charge.RequiresAction action:
                response.PaymentAction = new() { ClientSecret = action.ClientSecret, RedirectUrl = action.RedirectUrl };
                break;
        }

        return response;
    }

    private CheckoutResponse Refuse(LimitReached limit)
    {
        CheckoutMetrics.Limited(limit);
        return new() { TooManyAttempts = WaitUntil(limit.Until) };
    }

    private TooManyAttempts WaitUntil(DateTime until) =>
        new() { RetryAfterSeconds = (int)Math.Max(1, Math.Ceiling((until - time.GetUtcNow().UtcDateTime).TotalSeconds)) };

    private static OutOfStock Short(IReadOnlyList<ShortLine> lines) => new() { Lines = { lines.Select(line => line.ToProto()) } };
}
