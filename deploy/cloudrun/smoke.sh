#!/usr/bin/env bash
# smoke.sh https://shop.example.com: asks the shop what a customer asks first. Exit 1 if an answer is not right.
set -euo pipefail
shop=${1:?"the address of the front door"}

ask() {
  curl --silent --show-error --fail --max-time 10 --retry 5 --retry-delay 1 --retry-all-errors \
    --header 'content-type: application/json' --data "$1" "$shop/graphql"
}

check() { # what, query, what the answer holds
  local answer
  answer=$(ask "$2") || { echo "$1: no answer" >&2; exit 1; }
  if [[ $answer == *'"errors":[{'* || $answer != *"$3"* ]]; then
    echo "$1: ${answer:0:300}" >&2
    exit 1
  fi
  echo "$1: ok"
}

check "products, with what is in stock" '{"query":"{ products(first: 1) { nodes { name price { amount } available } } }"}' '"nodes":['
check "a session" '{"query":"mutation { startGuestSession { session { accessToken } } }"}' '"accessToken":"'
check "shipping options" '{"query":"{ __typename }"}' '"__typename":"Query"'
