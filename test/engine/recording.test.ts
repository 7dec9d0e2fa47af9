import { beforeAll, describe, expect, test } from "bun:test";
import type * as tfjs from "@tensorflow/tfjs";
import { attribute, DataType } from "../../src/engine/attributes.ts";
import type { Engine } from "../../src/engine/engine.ts";
import { EngineError } from "../../src/engine/errors.ts";
import { recordable, recordableInRow } from "../../src/engine/recording.ts";
import type { Stored } from "../../src/engine/stored.ts";
import { ResourceVariable } from "../../src/engine/resource.ts";
import { FETCH_MS, testEngine } from "../fixtures/engine.ts";
import { type SmallTraining, trainSmall } from "../fixtures/training.ts";

let engine: Engine;
beforeAll(async () => {
  engine = await testEngine();
}, FETCH_MS);

function recorded(
  body: (inputs: tfjs.Tensor[]) => tfjs.Tensor[],
  variables: tfjs.Variable[] = [],
  stored: Stored[] = [],
): (inputs: tfjs.Tensor[]) => tfjs.Tensor[] {
  const onRefused = (reason: string) => expect(reason).toBe("");
  return recordable(engine, { variables, stored, recorded: true, onRefused }, body);
}

describe("a recording's replays are begun and not waited for", () => {
  test("each sees what the ones before it did to a variable", () => {
    const { tf } = engine;
    tf.tidy(() => {
      const matrix = tf.variable(tf.randomNormal([300, 300], 0, 0.05, "float32", 1));
      const first = matrix.dataSync();
      const square = ([factor]: tfjs.Tensor[]) => {
        matrix.assign(tf.mul(tf.matMul(matrix as tfjs.Tensor2D, matrix as never), factor!));
        return [tf.sum(matrix)];
      };
      const run = (step: typeof square) => {
        matrix.assign(tf.tensor2d(first as Float32Array, [300, 300]));
        const sums = Array.from(
          { length: 20 },
          (_, index) => step([tf.scalar(1 + index / 50)])[0]!,
        );
        return sums.map((sum) => sum.dataSync()[0]);
      };
      expect(run(recorded(square, [matrix]))).toEqual(run(square));
      matrix.dispose();
    });
  });

  test("whatever is executed after them finds their effects", () => {
    const { tf, backend } = engine;
    tf.tidy(() => {
      const counter = new ResourceVariable(backend, tf.zeros([200, 200]));
      const addProduct = recorded(
        ([matrix]) => {
          const product = tf.matMul(matrix as tfjs.Tensor2D, matrix as tfjs.Tensor2D);
          counter.apply(
            "AssignAddVariableOp",
            [attribute.type("dtype", DataType.float32)],
            [product],
          );
          return [];
        },
        [],
        [counter],
      );
      for (let round = 1; round <= 50; round++) addProduct([tf.eye(200)]);
      expect(tf.sum(counter.read()).dataSync()[0]).toBe(50 * 200);
      counter.dispose();
    });
  });

  test("who reads a result is told what went wrong, and the next replay is none the worse", () => {
    const { tf, backend } = engine;
    const attributes = [
      attribute.type("T", DataType.float32),
      attribute.string("message", "so it goes"),
    ];
    tf.tidy(() => {
      const check = recorded(([value]) => [
        backend.executeSingleOutput("CheckNumerics", attributes, [value!]),
      ]);
      const checked = (value: number) => check([tf.scalar(value)])[0]!;
      expect(checked(1).dataSync()[0]).toBe(1);
      const failed = checked(NaN);
      expect(() => failed.dataSync()).toThrow(EngineError);
      expect(() => failed.dataSync()).toThrow("so it goes");
      engine.binding.settle();
      expect(checked(2).dataSync()[0]).toBe(2);
    });
  });
});

describe("calls in a row", () => {
  test("give the bits of the same calls one by one", () => {
    const { tf, backend } = engine;
    const attributes = [attribute.type("dtype", DataType.float32)];
    tf.tidy(() => {
      const [counter, average] = [
        new ResourceVariable(backend, tf.zeros([50, 50])),
        tf.variable(tf.zeros([50, 50])),
      ];
      const reasons: string[] = [];
      const settings = {
        variables: [average],
        stored: [counter],
        recorded: true,
        onRefused: (reason: string) => reasons.push(reason),
      };
      // Reads both, changes both.
      const run = recordableInRow(engine, settings, ([matrix]) => {
        const value = tf.matMul(counter.read() as tfjs.Tensor2D, matrix as tfjs.Tensor2D);
        counter.apply("AssignAddVariableOp", attributes, [tf.add(tf.sin(value), average)]);
        average.assign(tf.mul(tf.add(average, counter.read()), 0.5));
        return [tf.sum(value), tf.sum(average)];
      });
      const matrices = Array.from({ length: 24 }, (_, index) =>
        tf.randomNormal([50, 50], 0, 1, "float32", index + 1),
      );
      const sums = (together: number) => {
        counter.assign(tf.ones([50, 50]));
        average.assign(tf.ones([50, 50]));
        const calls = Array.from({ length: matrices.length / together }, (_, call) =>
          matrices.slice(call * together, (call + 1) * together).map((matrix) => [matrix]),
        );
        return calls.flatMap(run).map((outputs) => outputs.map((output) => output.dataSync()[0]));
      };
      sums(1);
      const wanted = sums(1);
      for (const together of [2, 3, 4, 8, 24]) expect(sums(together)).toEqual(wanted);
      expect(reasons).toEqual([]);
      counter.dispose();
      average.dispose();
    });
  });

  test("whose inputs have different shapes are made one by one", () => {
    const { tf } = engine;
    tf.tidy(() => {
      const double = recordableInRow(
        engine,
        { variables: [], stored: [], recorded: true, onRefused: () => undefined },
        ([value]) => [tf.mul(value!, 2)],
      );
      const calls = [[tf.ones([1])], [tf.ones([2])], [tf.ones([1])]];
      for (let round = 0; round < 2; round++) {
        expect(double(calls).map(([value]) => [...value!.dataSync()])).toEqual([[2], [2, 2], [2]]);
      }
    });
  });

  test("nothing is left of a call", () => {
    const { tf, binding } = engine;
    const run = recordableInRow(
      engine,
      { variables: [], stored: [], recorded: true, onRefused: () => undefined },
      ([value]) => [tf.mul(tf.add(value!, 1), 2)],
    );
    const round = () => tf.tidy(() => void run([[tf.scalar(1)], [tf.scalar(2)]]));
    round();
    round();
    const before = binding.getNumOfTensors();
    round();
    expect(binding.getNumOfTensors()).toBe(before);
  });
});

test("what reads values back on its way goes on operation by operation, and says why", () => {
  const { tf } = engine;
  tf.tidy(() => {
    const reasons: string[] = [];
    const settings = {
      variables: [],
      stored: [],
      recorded: true,
      onRefused: (reason: string) => reasons.push(reason),
    };
    // A replay would go on with the number of the first call.
    const square = recordable(engine, settings, ([value]) => [
      tf.mul(value!, tf.add(value!, 0).dataSync()[0]!),
    ]);
    expect([2, 3].map((value) => square([tf.scalar(value)])[0]!.dataSync()[0])).toEqual([4, 9]);
    expect(reasons).toEqual(["values are read back in the middle of it"]);
  });
});

test("a body runs once for each shape of its inputs, and again and again where nothing is recorded", () => {
  const { tf } = engine;
  tf.tidy(() => {
    for (const [isRecorded, expected] of [
      [true, ["2", "3", "2x1"]],
      [false, ["2", "3", "2", "2x1", "3", "2"]],
    ] as const) {
      const ran: string[] = [];
      const settings = {
        variables: [],
        stored: [],
        recorded: isRecorded,
        onRefused: () => undefined,
      };
      const double = recordable(engine, settings, ([value]) => {
        ran.push(value!.shape.join("x"));
        return [tf.mul(value!, 2)];
      });
      for (const shape of [[2], [3], [2], [2, 1], [3], [2]])
        expect([...double([tf.ones(shape)])[0]!.dataSync()]).toEqual(
          Array.from({ length: shape[0]! }, () => 2),
        );
      expect(ran).toEqual([...expected]);
    }
  });
});

test("what takes nothing, gives nothing and does nothing can be recorded too", () => {
  const { tf } = engine;
  tf.tidy(() => {
    const three = recorded(() => [tf.add(tf.scalar(1), 2), tf.add(tf.tensor1d([]), 1)]);
    for (let round = 0; round < 3; round++)
      expect(three([]).map((value) => [...value.dataSync()])).toEqual([[3], []]);
    const nothing = recorded(() => []);
    for (let round = 0; round < 3; round++) expect(nothing([])).toEqual([]);
  });
});

test("what takes a tensor from elsewhere goes on operation by operation, and says why", () => {
  const { tf } = engine;
  tf.tidy(() => {
    const outside = tf.add(tf.scalar(2), 1);
    const reasons: string[] = [];
    const settings = {
      variables: [],
      stored: [],
      recorded: true,
      onRefused: (reason: string) => reasons.push(reason),
    };
    const triple = recordable(engine, settings, ([value]) => [tf.mul(value!, outside)]);
    const results = [4, 5].map((value) => triple([tf.scalar(value)])[0]!.dataSync()[0]);
    expect(results).toEqual([12, 15]);
    expect(reasons).toEqual(["it uses a tensor that is not one of its inputs"]);
  });
});

describe("compiled with XLA", () => {
  test("a step trains as it does without", async () => {
    const settings: SmallTraining = {
      layers: [
        { conv: { filters: 4, kernelSize: 3 } },
        "batchNorm",
        "relu",
        "pool",
        { dropout: 0.2 },
        "flatten",
        { dense: { units: "classes" } },
      ],
      train: { epochs: 3 },
      stepsPerCall: 2,
      shards: 1,
    };
    const lossesOf = async (jitCompile: boolean) => {
      const own = { ...engine, settings: { ...engine.settings, jitCompile } };
      const { epochs, refusals } = await trainSmall(own, settings);
      expect(refusals).toEqual([]);
      return epochs.map(({ trainLoss }) => trainLoss);
    };
    const [plain, compiled] = [await lossesOf(false), await lossesOf(true)];
    plain.forEach((loss, epoch) => expect(compiled[epoch]).toBeCloseTo(loss, 4));
    // Rounded otherwise: XLA did it.
    expect(compiled).not.toEqual(plain);
  });

  test("what it cannot compile goes on without it, and says so", () => {
    const { tf } = engine;
    tf.tidy(() => {
      const reasons: string[] = [];
      const settings = {
        variables: [],
        stored: [],
        recorded: true,
        jitCompile: true,
        onRefused: (reason: string) => reasons.push(reason),
      };
      const widen = ([image, filter]: tfjs.Tensor[]) => [
        tf.dilation2d(image as tfjs.Tensor4D, filter as tfjs.Tensor3D, 1, "valid"),
      ];
      const run = recordable(engine, settings, widen);
      const inputs = [tf.randomNormal([1, 5, 5, 1]), tf.randomNormal([2, 2, 1])];
      for (let call = 0; call < 2; call++)
        expect(run(inputs)[0]!.dataSync()).toEqual(widen(inputs)[0]!.dataSync());
      expect(reasons).toHaveLength(1);
      expect(reasons[0]).toStartWith("XLA does not compile it: ");
    });
  });
});
