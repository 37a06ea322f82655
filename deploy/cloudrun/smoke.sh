#!/usr/bin/env bash
# smoke.sh https://shop.example.com [sold|declined]: buys something as a guest does, and so asks every service. Exit 1 if an answer is
# not right within SMOKE_PATIENCE seconds (30 unless set).
# sold, the default: the shop has test keys of the payment gateway, so a test card pays; the order is cancelled and refunded again.
# declined: the shop has live keys, which refuse every test card. All services are asked, and no money moves.
set -euo pipefail
shop=${1:?"the address of the front door"}
ending=${2:-sold}
patience=${SMOKE_PATIENCE:-30}
token=
found=()

ask() { # what is asked, as JSON
  curl --silent --show-error --max-time 15 --header 'content-type: application/json' ${token:+--header "authorization: Bearer $token"} \
    --data "$1" "$shop/graphql"
}

# Asks until the answer holds what it should; what the pattern's groups matched is in found. Asking again does no harm: a key makes the
# checkout one purchase.
check() { # what, what is asked, the pattern
  local answer='' until=$((SECONDS + patience))
  while :; do
    answer=$(ask "$2" 2>&1) || true
    if [[ $answer =~ $3 ]]; then
      found=("${BASH_REMATCH[@]}")
      echo "$1: ok"
      return
    fi
    if [ "$SECONDS" -ge "$until" ]; then
      echo "$1: ${answer:0:500}" >&2
      exit 1
    fi
    sleep 1
  done
}

uuid() { uuidgen 2>/dev/null || cat /proc/sys/kernel/random/uuid; }

address='{"name":"Smoke Test","line1":"12 Analytical Way","city":"Portland","region":"OR","postalCode":"97201","countryCode":"US"}'
case $ending in
  sold) card=pm_card_visa outcome='"order":\{"id":"([^"]+)","number":"([^"]+)"' ;;
  declined) card=pm_card_chargeDeclined outcome='"__typename":"PaymentDeclinedError"' ;;
  *) echo "The second argument is sold or declined." >&2 && exit 2 ;;
esac

# Catalog, and Inventory for how many there are.
check "a product in stock" '{"query":"{ products(where: {inStock: true}, first: 1) { nodes { id available } } }"}' '"id":"([^"]+)","available":[1-9]'
product=${found[1]}
# Identity.
check "a session" '{"query":"mutation { startGuestSession { session { accessToken } } }"}' '"accessToken":"([^"]+)"'
token=${found[1]}
check "a cart" '{"query":"mutation($id: ID!) { addToCart(input: {productId: $id, quantity: 1}) { cart { totalQuantity } errors { __typename } } }","variables":{"id":"'"$product"'"}}' \
  '"totalQuantity":[1-9][0-9]*\},"errors":null'
# Shipping.
check "delivery options" '{"query":"query($address: AddressInput!) { shippingOptions(address: $address) { id price { amount } } }","variables":{"address":'"$address"'}}' \
  '"shippingOptions":\[\{"id":"([^"]+)","price":\{"amount":'
option=${found[1]}
# Notifications itself says that a guest may not see emails: the front door asks it.
check "the email queue" '{"query":"{ emails(first: 1) { totalCount } }"}' '"code":"FORBIDDEN"'
# Orders and Billing.
key=$(uuid)
check "a checkout, $ending" '{"query":"mutation($input: CheckoutInput!) { checkout(input: $input) { order { id number } errors { __typename ... on Error { message } } } }","variables":{"input":{"idempotencyKey":"'"$key"'","email":"smoke@example.com","address":'"$address"',"shippingOptionId":"'"$option"'","paymentMethod":"'"$card"'"}}}' \
  "$outcome"
if [ "$ending" = declined ]; then exit 0; fi

order=${found[1]}
number=${found[2]}
stands='{"query":"query($id: ID!) { orderById(id: $id) { status payment { status } } }","variables":{"id":"'"$order"'"}}'
check "order $number, paid" "$stands" '"status":"CONFIRMED","payment":\{"status":"SUCCEEDED"\}'
check "order $number, cancelled" '{"query":"mutation($input: CancelOrderInput!) { cancelOrder(input: $input) { order { id } } }","variables":{"input":{"orderId":"'"$order"'"}}}' \
  '"order":\{"id":'
check "order $number, refunded" "$stands" '"status":"CANCELLED","payment":\{"status":"REFUNDED"\}'
