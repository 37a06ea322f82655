#!/usr/bin/env bash
# Brings every database up to date with the new images, one job after the other; the version that serves goes on.
# Needs PROJECT, REGION and IMAGES (the file that verify.sh wrote), and the jobs that docs/operations.md creates once.
set -euo pipefail
: "${PROJECT:?}" "${REGION:?}" "${IMAGES:?}"
. "$(dirname "$0")/images.sh"

for service in catalog identity inventory cart orders billing notifications; do
  image=$(image "$service")
  gcloud run jobs update "$service-migrate" --project "$PROJECT" --region "$REGION" --image "$image" --args migrate --quiet
  gcloud run jobs execute "$service-migrate" --project "$PROJECT" --region "$REGION" --wait --quiet
done
