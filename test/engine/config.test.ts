import { expect, test } from "bun:test";
import { fuseNeighbours, threadConfig } from "../../src/engine/config.ts";

test("threads, as protobuf's varints", () => {
  expect(Array.from(threadConfig(300, 1))).toEqual([0x10, 1, 0x28, 0xac, 0x02]);
  expect(Array.from(threadConfig(127, 128))).toEqual([0x10, 0x80, 0x01, 0x28, 127]);
  expect(Array.from(threadConfig(16_384, 16_383))).toEqual([
    0x10, 0xff, 0x7f, 0x28, 0x80, 0x80, 0x01,
  ]);
});

// tensorflow.ConfigProto from Python: p = ConfigProto(); o = p.graph_options.rewrite_options;
// o.meta_optimizer_iterations = 1; o.optimizers.append("remap"); list(p.SerializeToString())
test("fused neighbours, as Python's own message", () => {
  expect(Array.from(fuseNeighbours)).toEqual([
    82, 12, 82, 10, 96, 1, 162, 6, 5, 114, 101, 109, 97, 112,
  ]);
});
