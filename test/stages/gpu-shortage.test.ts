import { expect, test } from "bun:test";
import type { CheckedExperiment } from "../../src/check.ts";
import { describeFailure } from "../../src/cli/failure.ts";
import { EngineError } from "../../src/engine/errors.ts";
import { inferShapes } from "../../src/model/shapes.ts";
import { resolveExperiment } from "../../src/spec/resolve.ts";
import { explainGpuShortage } from "../../src/stages/gpu-shortage.ts";

const resolved = resolveExperiment({
  data: { train: "unused", batchSize: 4096 },
  model: {
    layers: [
      { conv: { filters: 64, kernelSize: 3 } },
      "relu",
      "flatten",
      { dense: { units: "classes" } },
    ],
  },
});
const { rows: layers } = inferShapes(resolved.model.layers, [200, 200, 3], {
  classes: 2,
  batchSize: 4096,
});
const checked = { experiment: { resolved }, layers } as unknown as CheckedExperiment;
const gpu = { name: "NVIDIA T4", computeCapability: "7.5", memoryBytes: 15.8e9 };

// As TensorFlow 2.21 and CUDA say it.
test.each([
  "reading a tensor: OOM when allocating tensor with shape[4096,198,198,64] and type float on /job:localhost/replica:0/task:0/device:GPU:0 by allocator GPU_0_bfc",
  "lamina_1: RESOURCE_EXHAUSTED: Out of memory while trying to allocate 41104687104 bytes. [[{{node n12}}]] on device:GPU:0",
  "Conv2D: failed to allocate 39.2GiB from device: CUDA_ERROR_OUT_OF_MEMORY: out of memory",
])("%s", (message) => {
  const error = explainGpuShortage(new EngineError(message), checked, gpu);
  const failure = describeFailure(error);
  expect(failure.exitCode).toBe(1);
  expect(failure.message).toBe(
    `A step does not fit into the GPU: NVIDIA T4 has 16 GB.
The largest output is that of conv_1, [198, 198, 64]: 41 GB for 4096 images.
By its layers data.batchSize: 128 fits, if no other program uses the GPU; train.accumulate adds up the gradients of several batches.`,
  );
});

test("what is no shortage of the GPU's, or happens without one, stays what it is", () => {
  const full = new EngineError("OOM when allocating tensor on /device:GPU:0 by GPU_0_bfc");
  expect(explainGpuShortage(full, checked, undefined)).toBe(full);
  const other = new EngineError("Conv2D: wrong shape on device:GPU:0");
  expect(explainGpuShortage(other, checked, gpu)).toBe(other);
  const host = new Error("ENOMEM: cannot allocate memory");
  expect(explainGpuShortage(host, checked, gpu)).toBe(host);
});
