#!/usr/bin/env bash
# Finds the images of a commit, and asks GitHub for their provenance: each must have been built by the release workflow, from this commit,
# on main, where CI passed before. Prints "service image@digest" for each: what migrate.sh and rollout.sh take.
# Needs REGISTRY (europe-west1-docker.pkg.dev/project/commerce-kata), COMMIT, REPOSITORY (owner/name), and for gh: GH_TOKEN, and an
# account of the registry in Docker's settings.
set -euo pipefail
: "${REGISTRY:?}" "${COMMIT:?}" "${REPOSITORY:?}"

for service in identity catalog inventory shipping notifications billing cart orders gateway; do
  digest=$(gcloud artifacts docker images describe "$REGISTRY/$service:$COMMIT" --format 'value(image_summary.digest)') || digest=
  if [[ ! $digest =~ ^sha256:[0-9a-f]{64}$ ]]; then
    echo "No image of $service for $COMMIT: did the release workflow of this commit on main pass?" >&2
    exit 1
  fi
  gh attestation verify "oci://$REGISTRY/$service@$digest" --repo "$REPOSITORY" --signer-workflow "$REPOSITORY/.github/workflows/release.yml" \
    --source-ref refs/heads/main --source-digest "$COMMIT" --deny-self-hosted-runners >&2
  echo "$service $REGISTRY/$service@$digest"
done
