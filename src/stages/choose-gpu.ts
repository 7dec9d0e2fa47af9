import type { ChosenGpu } from "../engine/library.ts";
import { ExperimentError } from "../spec/diagnostic.ts";
import type { LoadedExperiment } from "../spec/load.ts";
import type { Effects } from "./effects.ts";
import { messages } from "./messages.ts";

/**
 * The GPU that an experiment is computed on; null for the CPU.
 * @throws ExperimentError where it asks for one and there is none
 */
export function chooseGpu(
  { resolved, locate }: Pick<LoadedExperiment, "resolved" | "locate">,
  { defaultDevice, findGpu, reporter }: Pick<Effects, "defaultDevice" | "findGpu" | "reporter">,
): ChosenGpu | null {
  const { device, deterministic, tf32 } = resolved.engine;
  if (device === "cpu" || (device === "auto" && defaultDevice === "cpu")) return null;
  const { gpu, fault, unused } = findGpu();
  if (gpu) return { ...gpu, deterministic, tf32 };
  if (device === "gpu") {
    const message = messages.gpuMissing(fault!);
    throw new ExperimentError([{ ...locate(["engine", "device"]), message }]);
  }
  if (unused !== null) reporter.warning(messages.gpuUnused(unused, fault!));
  return null;
}
