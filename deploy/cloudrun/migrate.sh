#!/usr/bin/env bash
# Brings every database up to date with the new images, one job after the other; the version that serves goes on.
# Needs PROJECT, REGION and VERSION, and the jobs that docs/operations.md creates once.
set -euo pipefail
: "${PROJECT:?}" "${REGION:?}" "${VERSION:?}"

for service in catalog identity inventory cart orders billing notifications; do
  image="$REGION-docker.pkg.dev/$PROJECT/commerce-kata/$service:$VERSION"
  gcloud run jobs update "$service-migrate" --project "$PROJECT" --region "$REGION" --image "$image" --args migrate --quiet
  gcloud run jobs execute "$service-migrate" --project "$PROJECT" --region "$REGION" --wait --quiet
done
