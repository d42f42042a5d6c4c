#!/usr/bin/env bash
# How many instructions a build of 300 procedures takes: a figure that does not depend on how busy
# the machine is. Fails when it is off by more than 3 % from benches/instructions.txt.
#
#   benches/instructions.sh            compare
#   benches/instructions.sh --write    keep the new figure
#
# Needs valgrind (apt-get install valgrind). Takes some minutes, most of them to link.
set -euo pipefail
cd "$(dirname "$0")/.."
command -v valgrind >/dev/null || { echo "valgrind is missing: apt-get install valgrind" >&2; exit 2; }

target=${CARGO_TARGET_DIR:-target}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cargo bench --bench generate --quiet -- 300 "$work/site"
# After it: benches leave a program in its place that is not optimised across crates.
cargo build --release --locked --quiet

count() {
    # One thread, so that no count depends on who was first.
    RAYON_NUM_THREADS=1 valgrind --tool=callgrind --callgrind-out-file="$work/out" \
        "$target/release/thutuc" "$@" --root "$work/site" --as-of 2026-11-24 --quiet >/dev/null 2>"$work/log" ||
        { cat "$work/log" >&2; exit 1; }
    sed -n 's/^summary: //p;s/^totals: //p' "$work/out" | head -1
}
check=$(count check)
build=$(count build --output "$work/public")

file=benches/instructions.txt
if [ "${1:-}" = --write ]; then
    printf 'check %s\nbuild %s\n' "$check" "$build" >"$file"
fi
status=0
while read -r name kept; do
    now=${!name}
    awk -v name="$name" -v kept="$kept" -v now="$now" 'BEGIN {
        off = (now / kept - 1) * 100
        printf "%s: %.1f million instructions, kept %.1f (%+.1f %%)\n", name, now / 1e6, kept / 1e6, off
        exit (off < -3 || 3 < off)
    }' || status=1
done <"$file"
[ $status = 0 ] || echo "Off by more than 3 %. Find out why; if it is meant, run $0 --write and say so in the commit." >&2
exit $status
