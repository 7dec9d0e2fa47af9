import { beforeAll, describe, expect, test } from "bun:test";
import { join } from "node:path";
import { cudaRelease } from "../../src/engine/cuda-release.ts";
import { fetchedRelease, installFolder } from "../../src/engine/locate.ts";
import experimentSchema from "../../schema/experiment.schema.json";
import { allLayers } from "../fixtures/all-layers.ts";
import { FETCH_MS } from "../fixtures/engine.ts";
import type { Placement } from "../fixtures/gpu-placement.ts";

/** It needs TensorFlow's CUDA build (`exp doctor --fetch --gpu`), and no GPU. */
const build = fetchedRelease(installFolder(process.env, cudaRelease), cudaRelease);

test("the networks hold every kind of layer", () => {
  const settings = experimentSchema.definitions.layer.anyOf[1]!.properties!;
  const kinds = Object.entries<object>(settings).flatMap(([kind, of]) =>
    "expands" in of ? [] : [kind],
  );
  const held = JSON.stringify(allLayers);
  const missing = kinds.filter((kind) => !held.includes(`"${kind}"`));
  // Of the preparation of images, and of what comes of the scores.
  expect(missing.toSorted()).toEqual(["normalization", "preprocessInput", "softmax"]);
});

describe.skipIf(build?.fault !== null).each(["deterministic", "fastest"])(
  "with TensorFlow's CUDA build, of a step (%s)",
  (numerics) => {
    let placement: Placement;
    beforeAll(async () => {
      const script = join(import.meta.dir, "../fixtures/gpu-placement.ts");
      const child = Bun.spawn([process.execPath, script, build!.path, numerics], {
        stderr: "inherit",
      });
      placement = (await new Response(child.stdout).json()) as Placement;
    }, FETCH_MS);

    test("every operation has code for a GPU, in float32 and in bfloat16", () => {
      expect(placement.refusals).toEqual([]);
      expect(placement.operations).toContain("Conv2D T=bfloat16");
      expect(placement.operations.length).toBeGreaterThan(90);
      expect(placement.onHost).toEqual([]);
    });

    test("the host waits for nothing in the middle of it", () => {
      expect(placement.awaited).toEqual([]);
    });
  },
);
