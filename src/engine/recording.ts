import * as tf from "@tensorflow/tfjs";
import type { Backend } from "./backend.ts";
import type { Binding } from "./binding.ts";
import { EngineError } from "./errors.ts";
import { type Computation, type Recording, replayer } from "./replay.ts";
import type { Stored } from "./stored.ts";
import { tapingBinding } from "./tape.ts";

export interface RecordingSettings {
  /** false: never record. */
  recorded: boolean;
  /** Told for each shape of the inputs that has to go on operation by operation. */
  onRefused: (reason: string) => void;
}

/**
 * A function of tensors that is recorded at its first call with inputs of each shape, and replayed: at that call too,
 * since TensorFlow may round otherwise in a function than operation by operation.
 * @param body must give the same results for the same inputs and variables
 */
export function recordable(
  engine: { backend: Backend; binding: Binding },
  settings: RecordableSettings,
  body: Body,
): Body {
  const run = recordableInRow(engine, settings, body);
  return (inputs) => run([inputs])[0]!;
}

/**
 * The same for several calls in a row, with the same results as one by one. Where all their inputs have the same
 * shapes they are replayed as one: each goes on as soon as the variables that it needs have moved, while the one before
 * it comes to its end.
 */
export function recordableInRow(
  engine: { backend: Backend; binding: Binding },
  { variables, stored, recorded, onRefused, ...how }: RecordableSettings,
  body: Body,
): (calls: tf.Tensor[][]) => tf.Tensor[][] {
  if (!recorded) return (calls) => calls.map(body);
  const recordings = new Map<string, Recording | null>();
  const one = (inputs: tf.Tensor[]) => {
    const key = shapesOf(inputs);
    const known = recordings.get(key);
    if (known) return known.replay([inputs])[0]!;
    if (known === null) return body(inputs);
    const before = [
      ...variables.map((variable) => variable.clone()),
      ...stored.map((variable) => variable.read()),
    ];
    const { outputs, recording, reason } = record(engine, inputs, variables, () => body(inputs), {
      ...how,
      onRefused,
    });
    recordings.set(key, recording);
    if (recording) {
      [...variables, ...stored].forEach((variable, at) => variable.assign(before[at]!));
      tf.dispose(outputs);
    } else {
      onRefused(reason!);
    }
    tf.dispose(before);
    return recording ? recording.replay([inputs])[0]! : outputs;
  };
  return (calls) => {
    const [shapes, ...others] = new Set(calls.map(shapesOf));
    const known = others.length === 0 && recordings.get(shapes!);
    return known ? known.replay(calls) : calls.map(one);
  };
}

type Body = (inputs: tf.Tensor[]) => tf.Tensor[];

interface RecordableSettings extends RecordingSettings, Omit<Computation, "onRefused"> {
  /** Those that the body reads or changes. */
  variables: tf.Variable[];
  /** What it changes otherwise. */
  stored: readonly Stored[];
}

function shapesOf(inputs: tf.Tensor[]): string {
  return inputs.map(({ shape }) => shape.join("x")).join();
}

export interface Recorded {
  /** What the body returned while it was recorded: it has run, once, like any other code. */
  outputs: tf.Tensor[];
  /** null where the body cannot be replayed; `reason` says why. */
  recording: Recording | null;
  reason?: string;
}

/**
 * Runs `body`, notes every TensorFlow operation on the way, and rebuilds them as one TensorFlow function.
 * Whatever JavaScript makes in the body becomes a constant, so all that changes from call to call must be in `inputs`.
 *
 * @param variables those that the body may change; a replay changes them in the same way
 * @param computation of the replays: the body itself runs as it is, in float32
 */
export function record(
  { backend, binding }: { backend: Backend; binding: Binding },
  inputs: tf.Tensor[],
  variables: tf.Variable[],
  body: () => tf.Tensor[],
  computation: Computation = {},
): Recorded {
  const describe = (tensors: tf.Tensor[]) =>
    backend.getInputTensorIds(tensors).map((id) => binding.describeTensor(id));
  // Described now: the tensors of changed variables are gone after the body.
  const before = { inputs: describe(inputs), before: describe(variables) };
  const { binding: taping, tape } = tapingBinding(binding);
  backend.binding = taping;
  let outputs: tf.Tensor[];
  try {
    outputs = body();
  } finally {
    backend.binding = binding;
  }
  try {
    if (tape.readBack) throw new EngineError("values are read back in the middle of it");
    const take = { tape, ...before, outputs: describe(outputs), after: describe(variables) };
    return { outputs, recording: replayer(backend, binding, take, variables, computation) };
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    return { outputs, recording: null, reason: error.message };
  }
}
