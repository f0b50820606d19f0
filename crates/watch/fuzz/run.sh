#!/bin/bash
# Runs the fuzz targets on the stable compiler, without sanitizers: the code is safe Rust, so only panics and hangs can be found.
#   ./run.sh RUNS [TARGET…]    RUNS of each target (all of them if none is named), then a line with the count of each
# What was found is kept in corpus/<target>, what broke in artifacts/<target>.
set -euo pipefail
cd "$(dirname "$0")"
runs=${1:?say how many runs of each target}
shift
targets=("$@")
[ ${#targets[@]} -gt 0 ] || targets=(parser dialects tokens engine)

build=${CARGO_TARGET_DIR:-$PWD/target}
seeds=$build/seeds
CARGO_TARGET_DIR=$build/seeds-build cargo run --quiet --manifest-path seeds/Cargo.toml -- "$seeds"

# What cargo-fuzz tells the compiler, but for the sanitizers, which need nightly. A target triple keeps it away from build scripts.
coverage="--cfg fuzzing -Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
-Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table -Ccodegen-units=1"
triple=$(rustc -vV | sed -n 's/^host: //p')
for target in "${targets[@]}"; do
    RUSTFLAGS=$coverage cargo build --quiet --release --target "$triple" --target-dir "$build" --bin "$target"
done

failed=0
counts=()
for target in "${targets[@]}"; do
    mkdir -p "corpus/$target" "artifacts/$target"
    log=$build/$target.log
    if ! "$build/$triple/release/$target" -runs="$runs" -seed=1 -max_len=512 -timeout=10 -dict="$seeds/dictionary" \
        -print_final_stats=1 -artifact_prefix="artifacts/$target/" "corpus/$target" "$seeds/$target" >"$log" 2>&1; then
        failed=1
        tail -n 30 "$log"
    fi
    done_runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log" | tail -n 1)
    counts+=("$target: ${done_runs:-0} runs, $(find "artifacts/$target" -type f | wc -l) findings")
done
printf '%s\n' "${counts[@]}"
exit $failed
