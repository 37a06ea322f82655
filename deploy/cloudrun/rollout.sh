#!/usr/bin/env bash
# Rolls out new images, service by service; a new revision gets traffic when it is ready. Then the smoke test
# asks the shop from outside. If anything fails, every service goes back to the revision that it had.
# Needs PROJECT, REGION, IMAGES (the file that verify.sh wrote), SHOP_URL, and SMOKE_ENDING, what the smoke test is to expect of a test
# card: sold, or declined. The database is not rolled back: migrations suit the version before, too.
set -Eeuo pipefail # E: the trap below also holds in functions
: "${PROJECT:?}" "${REGION:?}" "${IMAGES:?}" "${SHOP_URL:?}" "${SMOKE_ENDING:?}"
here=$(dirname "$0")
. "$here/images.sh"

# Whoever is told of something is newer than who tells it: Notifications before Orders. The front door comes last.
services=(identity catalog inventory shipping notifications billing cart orders gateway)
declare -A before images

run() { gcloud run services "$@" --project "$PROJECT" --region "$REGION" --quiet; }

roll_back() {
  trap - ERR
  echo "The release failed: going back." >&2
  local failed=0
  for ((i = ${#services[@]} - 1; i >= 0; i--)); do
    local service=${services[i]}
    [ -n "${before[$service]:-}" ] || continue
    run update-traffic "$service" --to-revisions "${before[$service]}=100" || failed=1
  done
  [ "$failed" -eq 0 ] || echo "Not every service could go back: see above." >&2
  exit 1
}

for service in "${services[@]}"; do
  images[$service]=$(image "$service")
  before[$service]=$(run describe "$service" --format 'value(status.traffic[0].revisionName)')
done
trap roll_back ERR

for service in "${services[@]}"; do
  # Without traffic first: gcloud fails here when the revision does not become ready.
  run update "$service" --image "${images[$service]}" --no-traffic
  run update-traffic "$service" --to-latest
done

"$here/smoke.sh" "$SHOP_URL" "$SMOKE_ENDING"
trap - ERR
echo "Rolled out."
