#!/bin/bash
# Everything that needs an NVIDIA GPU, in one go, with the time that each part takes: set-up, doctor, tests, the baseline trained
# there twice and held against the CPU, the benchmark. Each part is done even where one before it failed; the end says which.
#
#   test/bench/gpu.sh                       on a machine that reaches a package index: fetches the CUDA build
#   PARTS=FOLDER CUDA=FOLDER test/bench/gpu.sh
#                                           on one that does not: PARTS holds what gpu-library-parts.py has cut, CUDA the
#                                           libraries of CUDA 12 or 13 with cuDNN 9 (several folders: a:b). libcudart.so.12
#                                           has to be CUDA 12's own, from the wheel nvidia-cuda-runtime-cu12: name it first
#
#   BUN=bun        the program to run, where it is not on the path
#   OUT=gpu-out    where results go
#   ROUNDS=5       of the benchmark
#   NVCC=/usr/local/cuda   with bin/ptxas and nvvm/libdevice of CUDA 12 or 13, which XLA needs: those of the wheel
#                  nvidia-cuda-nvcc-cu12 are in nvidia/cuda_nvcc. Without them the benchmark skips XLA
#   ONLY="doctor tests"   of the parts: doctor tests determinism agreement bench
#   LAMINA_BENCH_TORCH=python3   with PyTorch for CUDA
#
# Without a GPU it goes as far as it can: doctor, determinism, agreement and bench fail, tests of the GPU itself are skipped by name.
set -u
here=$(cd "$(dirname "$0")/../.." && pwd)
cd "$here" || exit 1
BUN=${BUN:-bun}
OUT=$(mkdir -p "${OUT:-gpu-out}" && cd "${OUT:-gpu-out}" && pwd)
ROUNDS=${ROUNDS:-5}
ONLY=${ONLY:-doctor tests determinism agreement bench}
failed=""

part() { # NAME COMMAND...: runs a part, keeps what it says, notes how long it took and whether it failed
  local name=$1 from=$SECONDS
  shift
  case " setup $ONLY " in *" $name "*) ;; *) return ;; esac
  echo "== $name"
  if "$@" >"$OUT/$name.log" 2>&1; then
    echo "   done in $((SECONDS - from)) s"
  else
    echo "   FAILED after $((SECONDS - from)) s"
    failed="$failed $name"
  fi
  tail -n "${TAIL:-25}" "$OUT/$name.log" | sed 's/^/   /'
}

# CUDA 13's libraries have the functions that TensorFlow takes from CUDA 12's: enough to measure with, not to ship.
link_cuda() {
  local links=$OUT/cuda wanted file folder
  mkdir -p "$links"
  for wanted in libcudart.so.12:libcudart.so.1 libcublas.so.12:libcublas.so.1 libcublasLt.so.12:libcublasLt.so.1 \
    libcufft.so.11:libcufft.so.1 libcusparse.so.12:libcusparse.so.1 libcusolver.so.11:libcusolver.so.1 \
    libnvJitLink.so.12:libnvJitLink.so.1 libnvrtc.so.12:libnvrtc.so.1 libcudnn.so.9:libcudnn.so.9; do
    for folder in ${CUDA//:/ }; do
      for file in "$folder/${wanted%%:*}" "$folder/${wanted##*:}"[0-9] "$folder/${wanted##*:}"; do
        [ -e "$file" ] && { ln -sf "$file" "$links/${wanted%%:*}"; break 2; }
      done
    done
    [ -e "$links/${wanted%%:*}" ] || echo "${wanted%%:*} is in none of $CUDA"
  done
  LD_LIBRARY_PATH=$links:$CUDA${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}
  export LD_LIBRARY_PATH
}

setup() {
  "$BUN" --version || return
  [ -d node_modules ] || "$BUN" install --frozen-lockfile || return
  if [ -n "${PARTS:-}" ]; then
    python3 test/bench/gpu-library-parts.py join "$PARTS" "$OUT/library/tensorflow" || return
  elif [ -z "${LAMINA_TENSORFLOW:-}" ]; then
    "$BUN" src/exp.ts doctor --fetch --gpu
  fi
  nvidia-smi || true
}

train() { # DEVICE: three epochs of the baseline. With one thread a batch is one part, as on a GPU: the same dropout masks
  "$BUN" "$here/src/exp.ts" baseline.yaml --set "engine.device=$1" --set engine.threads=1 --set train.epochs=3 --set train.earlyStopping=null
}

# exp verify trains again and compares every byte.
determinism() {
  cd "$OUT" && train gpu || return
  "$BUN" "$here/src/exp.ts" verify baseline && grep -A 12 '"gpu"' runs/baseline/*/manifest.json
}

# Of the first epoch the losses are the same to 1e-3: TensorFloat-32 is on by default.
agreement() {
  cd "$OUT" && train cpu || return
  "$BUN" -e '
    const { readdirSync, readFileSync } = require("node:fs");
    const runs = readdirSync("runs/baseline").filter((name) => /^v\d+$/.test(name));
    const losses = new Map();
    for (const run of runs) {
      const { device } = JSON.parse(readFileSync(`runs/baseline/${run}/manifest.json`, "utf8")).engine;
      const [head, first] = readFileSync(`runs/baseline/${run}/history.csv`, "utf8").split("\n");
      const column = head.split(",").findIndex((name) => /^train.?loss$/i.test(name));
      losses.set(device, Number(first.split(",")[column]));
    }
    console.log("loss of the first epoch:", Object.fromEntries(losses));
    const difference = Math.abs(losses.get("cpu") - losses.get("gpu"));
    console.log("difference:", difference);
    process.exit(difference <= 1e-3 ? 0 : 1);
  '
}

bench() {
  [ -n "${NVCC:-}" ] && export XLA_FLAGS="--xla_gpu_cuda_data_dir=$NVCC"
  "$BUN" test/bench/bench.ts step --device gpu --rounds "$ROUNDS" --json >"$OUT/bench.json" && cat "$OUT/bench.json"
}

mkdir -p "$OUT/experiments" && cp -r experiments/. "$OUT/experiments/"
[ -n "${CUDA:-}" ] && link_cuda
part setup setup
[ -n "${PARTS:-}" ] && export LAMINA_TENSORFLOW=$OUT/library/tensorflow
part doctor "$BUN" src/exp.ts doctor --gpu
part tests "$BUN" test test/gpu test/engine/device.test.ts test/engine/deterministic.test.ts --timeout 300000
# Subshells: the folder of these is another.
run_determinism() { (determinism); }
run_agreement() { (agreement); }
part determinism run_determinism
part agreement run_agreement
TAIL=200 part bench bench
echo "== all of it in $SECONDS s${failed:+; FAILED:$failed}; see $OUT"
[ -z "$failed" ]
