import { expect, test } from "bun:test";
import { environmentChanges } from "../../src/compare/environment.ts";

const engine = { tensorflow: "2.21.0", threads: 2, shards: 2, blocks: [1, 4], stepsPerCall: 4 };

test("what bits may follow from is told with both values", () => {
  expect(environmentChanges({ engine }, { engine: { ...engine, blocks: [1, 8] } })).toEqual([
    "engine.blocks: [1, 4] before, [1, 8] now",
  ]);
});

test("what changes nothing but the speed is not, nor what an older manifest does not tell", () => {
  expect(environmentChanges({ engine }, { engine: { ...engine, stepsPerCall: 1 } })).toEqual([]);
  const { blocks: _, ...older } = engine;
  expect(environmentChanges({ engine: older }, { engine })).toEqual([]);
});
