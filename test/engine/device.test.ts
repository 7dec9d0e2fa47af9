import { expect, test } from "bun:test";
import { dlopen, FFIType } from "bun:ffi";
import { join } from "node:path";
import { listDevices, switchNumerics } from "../../src/engine/device.ts";
import { EngineError } from "../../src/engine/errors.ts";
import { FETCH_MS, testLibrary } from "../fixtures/engine.ts";

interface Placed {
  devices: { name: string; type: string }[];
  losses: number[];
  weightHash: string;
  refusals: string[];
  places: Record<string, string[]>;
}

/** Each is trained once. */
const trained = new Map<string, Promise<Placed>>();

/** @param device "CPU:1" for the second of TensorFlow's two, "none" for wherever it likes */
function train(
  device: string,
  mode: "recorded" | "plain",
  ...numerics: "deterministic"[]
): Promise<Placed> {
  const key = [device, mode, ...numerics].join(" ");
  if (!trained.has(key)) trained.set(key, trainApart([device, mode, ...numerics]));
  return trained.get(key)!;
}

async function trainApart(words: string[]): Promise<Placed> {
  const script = join(import.meta.dir, "../fixtures/placed-training.ts");
  const child = Bun.spawn([process.execPath, script, ...words], {
    stderr: "ignore",
  });
  return JSON.parse(await new Response(child.stdout).text()) as Placed;
}

test(
  "every operation and every variable is on the device that was chosen, recorded or not, with the same bits",
  async () => {
    await testLibrary();
    const [anywhere, recorded, plain] = await Promise.all([
      train("none", "recorded"),
      train("CPU:1", "recorded"),
      train("CPU:1", "plain"),
    ]);
    expect(anywhere.devices.map(({ name }) => name.slice(-5))).toEqual(["CPU:0", "CPU:1"]);
    expect(Object.keys(anywhere.places)).toEqual(["CPU:0"]);
    for (const placed of [recorded, plain]) {
      expect(placed.refusals).toEqual([]);
      expect(Object.keys(placed.places)).toEqual(["CPU:1"]);
      expect(placed.places["CPU:1"]).toContain("ReadVariableOp");
      expect(placed.losses).toEqual(anywhere.losses);
      expect(placed.weightHash).toBe(anywhere.weightHash);
    }
    expect(recorded.places["CPU:1"]).toContain("a recorded function");
    expect(plain.places["CPU:1"]).not.toContain("a recorded function");
  },
  FETCH_MS,
);

test(
  "what a GPU is deterministic by trains in the same way",
  async () => {
    await testLibrary();
    const [usual, inSteps] = await Promise.all([
      train("none", "recorded"),
      train("CPU:1", "recorded", "deterministic"),
    ]);
    expect(inSteps.refusals).toEqual([]);
    expect(inSteps.weightHash).not.toBe(usual.weightHash);
    inSteps.losses.forEach((loss, epoch) =>
      expect(Math.abs(loss - usual.losses[epoch]!)).toBeLessThan(1e-5),
    );
    const used = (await train("CPU:1", "plain", "deterministic")).places["CPU:1"];
    for (const refused of ["SparseSoftmaxCrossEntropyWithLogits", "ResizeNearestNeighborGrad"])
      expect(used).not.toContain(refused);
    expect(used).toContain("ResizeNearestNeighbor");
  },
  FETCH_MS,
);

test(
  "TensorFlow's devices are listed",
  async () => {
    const { api, context, device } = await testLibrary();
    expect(listDevices(api, context)[0]).toEqual({
      name: "/job:localhost/replica:0/task:0/device:CPU:0",
      type: "CPU",
    });
    expect(device).toBeNull();
  },
  FETCH_MS,
);

test(
  "TensorFloat-32 and determinism are switched by TensorFlow's own functions",
  async () => {
    const { libraryPath } = (await testLibrary()).settings;
    const is = { args: [], returns: FFIType.bool } as const;
    const [tf32, determinism] = [
      "_ZN3tsl33tensor_float_32_execution_enabledEv",
      "_ZN3tsl21OpDeterminismRequiredEv",
    ] as const;
    const { symbols } = dlopen(libraryPath, { [tf32]: is, [determinism]: is });
    const now = () => [symbols[tf32]!(), symbols[determinism]!()];
    const before = now();
    try {
      switchNumerics(libraryPath, { deterministic: true, tf32: false });
      expect(now()).toEqual([false, true]);
    } finally {
      switchNumerics(libraryPath, { deterministic: false, tf32: true });
    }
    expect(now()).toEqual(before);
    expect(() => switchNumerics("libm.so.6", { deterministic: true, tf32: true })).toThrow(
      EngineError,
    );
  },
  FETCH_MS,
);
