# For other scripts: `image SERVICE` prints its image from the file IMAGES, which verify.sh wrote. Only a digest will do: a tag can be moved.
image() {
  local found
  found=$(sed -n "s/^$1 //p" "$IMAGES")
  if [[ ! $found =~ ^[^[:space:]]+@sha256:[0-9a-f]{64}$ ]]; then
    echo "$IMAGES: no image with a digest for $1" >&2
    return 1
  fi
  echo "$found"
}
