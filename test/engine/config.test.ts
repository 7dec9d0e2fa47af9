import { expect, test } from "bun:test";
import { fuseNeighbours, fuseNeighboursOnGpu, sessionConfig } from "../../src/engine/config.ts";

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");

/** The fields of a message, in whatever order they are written. */
function fieldsOf(bytes: Uint8Array): string[] {
  const fields: string[] = [];
  for (let at = 0; at < bytes.length;) {
    const from = at;
    const isText = (bytes[at++]! & 7) === 2;
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      value |= (bytes[at]! & 127) << shift;
      if (bytes[at++]! < 128) break;
    }
    if (isText) at += value;
    fields.push(hex(bytes.subarray(from, at)));
  }
  return fields.toSorted();
}

// tensorflow.ConfigProto from Python, serialized: c.device_count["GPU"] = 0; c.intra_op_parallelism_threads = 1;
// c.inter_op_parallelism_threads = 300
test("threads, and no GPU, as Python's own message", () => {
  const session = sessionConfig({ threads: 300, threadsPerOperation: 1, onGpu: false });
  expect(hex(session)).toBe("0a070a034750551000100128ac02");
});

// c.device_count["GPU"] = 1; 128 and 127; c.gpu_options.allow_growth = True;
// c.gpu_options.visible_device_list = "0"; c.allow_soft_placement = True
test("one GPU, whose memory is taken as it is needed, as Python's own message", () => {
  const session = sessionConfig({ threads: 127, threadsPerOperation: 128, onGpu: true });
  const golden = "0a070a034750551001108001287f320520012a01303801";
  expect(fieldsOf(session)).toEqual(fieldsOf(Buffer.from(golden, "hex")));
});

// o = p.graph_options.rewrite_options; o.meta_optimizer_iterations = 1; o.optimizers.append("remap")
test("fused neighbours, as Python's own message", () => {
  expect(hex(fuseNeighbours)).toBe("520c520a6001a2060572656d6170");
  // p.allow_soft_placement = True
  const golden = "3801520c520a6001a2060572656d6170";
  expect(fieldsOf(fuseNeighboursOnGpu)).toEqual(fieldsOf(Buffer.from(golden, "hex")));
});
