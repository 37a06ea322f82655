#!/usr/bin/env bash
# For each base image that the Dockerfile names by a tag alone: a line that has it replaced with the digest that the tag has now,
# as docker build --build-context takes it. A release builds all its images with these.
set -euo pipefail
cd "$(dirname "$0")/.."

sed -nE 's/^FROM ([^ ]+) AS .*/\1/p' Dockerfile | while read -r base; do
  case $base in *@sha256:*) continue ;; esac
  digest=$(docker buildx imagetools inspect "$base" --format '{{.Manifest.Digest}}')
  if [[ ! $digest =~ ^sha256:[0-9a-f]{64}$ ]]; then
    echo "$base: no digest, but \"$digest\"" >&2
    exit 1
  fi
  echo "$base=docker-image://$base@$digest"
done
