import type { CheckedExperiment } from "../check.ts";
import type { Gpu } from "../engine/driver.ts";
import { RunError } from "../errors.ts";
import { batchThatFits, largestLayer } from "../model/gpu-memory.ts";
import { isGpuFull } from "../shortage.ts";
import { messages } from "./messages.ts";

/** What the user is told of an error: where the GPU was full, which layer takes most and what would fit. */
export function explainGpuShortage(
  error: unknown,
  { experiment, layers }: Pick<CheckedExperiment, "experiment" | "layers">,
  gpu: Gpu | undefined,
): unknown {
  if (!gpu || !isGpuFull(error)) return error;
  const { batchSize } = experiment.resolved.data;
  const { row, bytesAnImage } = largestLayer(layers);
  return new RunError(
    messages.gpuFull({
      gpu,
      layer: row.name,
      shape: row.outputShape,
      bytes: batchSize * bytesAnImage,
      batchSize,
      fits: batchThatFits(layers, { batchSize, memoryBytes: gpu.memoryBytes }),
    }),
  );
}
