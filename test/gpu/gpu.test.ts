import { beforeAll, describe, expect, test } from "bun:test";
import { join } from "node:path";
import { findGpu, gpuWorld } from "../../src/engine/gpu.ts";
import { allLayers } from "../fixtures/all-layers.ts";
import { FETCH_MS } from "../fixtures/engine.ts";

interface Trainings {
  trained: Record<string, { losses: number[]; weightHash: string; refusals: string[] }>;
  device: string | null;
  deviceMemory: number | null;
}

async function train(device: "cpu" | "gpu"): Promise<Trainings> {
  const script = join(import.meta.dir, "../fixtures/gpu-training.ts");
  const child = Bun.spawn([process.execPath, script, device], { stderr: "inherit" });
  return (await new Response(child.stdout).json()) as Trainings;
}

const { gpu } = findGpu(gpuWorld(process.env));

describe.skipIf(gpu === null)(`on a GPU (${gpu?.name ?? "there is none"})`, () => {
  let [first, second, onCpu]: Trainings[] = [];
  beforeAll(async () => {
    [first, second, onCpu] = [await train("gpu"), await train("gpu"), await train("cpu")];
  }, FETCH_MS);

  test("a training is there, and takes its memory", () => {
    expect(first!.device).toEndWith("device:GPU:0");
    expect(first!.deviceMemory).toBeGreaterThan(1e6);
    expect(onCpu!.device).toBeNull();
  });

  test.each(Object.keys(allLayers))(
    "a network (%s) trains twice to the same bits, and as on the CPU",
    (name) => {
      const [one, other, cpu] = [first, second, onCpu].map((each) => each!.trained[name]!);
      expect(one!.refusals).toEqual([]);
      expect(one!.weightHash).toBe(other!.weightHash);
      expect(one!.losses).toEqual(other!.losses);
      one!.losses.forEach((loss, epoch) =>
        expect(Math.abs(loss - cpu!.losses[epoch]!)).toBeLessThan(1e-3),
      );
    },
  );
});
