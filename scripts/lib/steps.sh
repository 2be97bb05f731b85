# Named, timed steps and the table of them at the end.
# shellcheck shell=bash

STEPS=()

# Runs a command as a step; the first step that fails ends the run.
step() {
  local name=$1 begun=$SECONDS code=0
  shift
  printf '\n== %s\n' "$name"
  # A subshell that is not part of a condition, so that "set -e" counts inside it.
  set +e
  (
    set -e
    "$@"
  )
  code=$?
  set -e
  if ((code)); then
    STEPS+=("$name|$((SECONDS - begun))|FAILED")
    exit "$code"
  fi
  STEPS+=("$name|$((SECONDS - begun))|ok")
}

print_steps() {
  local entry name seconds outcome
  printf '\n%-38s %8s  %s\n' step seconds outcome
  for entry in ${STEPS[@]+"${STEPS[@]}"}; do
    IFS='|' read -r name seconds outcome <<<"$entry"
    printf '%-38s %8s  %s\n' "$name" "$seconds" "$outcome"
  done
  printf '%-38s %8s\n' total "$SECONDS"
}
