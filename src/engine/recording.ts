import * as tf from "@tensorflow/tfjs";
import type { Backend } from "./backend.ts";
import { type Binding, type TensorMetadata, type TensorType } from "./binding.ts";
import { EngineError } from "./errors.ts";
import type { GraphTensor } from "./graph.ts";
import { tapingBinding, type Tape, type TapeOperation } from "./tape.ts";

export interface RecordingSettings {
  /** false: never record. */
  recorded: boolean;
  /** Told for each shape of the inputs that has to go on operation by operation. */
  onRefused: (reason: string) => void;
}

/**
 * A function of tensors that is recorded at its first call with inputs of each shape, and replayed from then on.
 * @param variables those that the body reads or changes
 * @param body must give the same results for the same inputs and variables
 */
export function recordable(
  engine: { backend: Backend; binding: Binding },
  { variables, recorded, onRefused }: RecordingSettings & { variables: tf.Variable[] },
  body: (inputs: tf.Tensor[]) => tf.Tensor[],
): (inputs: tf.Tensor[]) => tf.Tensor[] {
  if (!recorded) return body;
  const recordings = new Map<string, Recording | null>();
  return (inputs) => {
    const key = inputs.map(({ shape }) => shape.join("x")).join();
    const known = recordings.get(key);
    if (known) return known.replay(inputs);
    if (known === null) return body(inputs);
    const { outputs, recording, reason } = record(engine, inputs, variables, () => body(inputs));
    recordings.set(key, recording);
    if (!recording) onRefused(reason!);
    return outputs;
  };
}

/** Computation that was recorded once and is from then on one call into TensorFlow. */
export interface Recording {
  /**
   * Runs it on tensors of the same shapes as those it was recorded with, and moves the variables. It does not wait:
   * whoever reads a result does.
   */
  replay(inputs: tf.Tensor[]): tf.Tensor[];
  dispose(): void;
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
 */
export function record(
  { backend, binding }: { backend: Backend; binding: Binding },
  inputs: tf.Tensor[],
  variables: tf.Variable[],
  body: () => tf.Tensor[],
): Recorded {
  const idOf = (tensor: tf.Tensor) => backend.getInputTensorIds([tensor])[0]!;
  const inputIds = inputs.map(idOf);
  const before = variables.map(idOf);
  // Described now: the tensors of changed variables are gone after the body.
  const captured = [...inputIds, ...before].map((id) => binding.describeTensor(id));
  const { binding: taping, tape } = tapingBinding(binding);
  backend.binding = taping;
  let outputs: tf.Tensor[];
  try {
    outputs = body();
  } finally {
    backend.binding = binding;
  }
  const changed = variables.filter((variable, index) => idOf(variable) !== before[index]);
  const results = [...outputs, ...changed].map(idOf);
  try {
    if (tape.readBack) throw new EngineError("values are read back in the middle of it");
    const name = buildFunction(binding, tape, captured, results);
    const types = results.map((id) => binding.describeTensor(id));
    return {
      outputs,
      recording: replayer(backend, binding, name, variables, changed, types),
    };
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    return { outputs, recording: null, reason: error.message };
  }
}

/** @returns the function's name in TensorFlow's context */
function buildFunction(
  binding: Binding,
  tape: Tape,
  captured: readonly TensorMetadata[],
  results: number[],
): string {
  const needed = neededOperations(tape, results);
  return binding.defineFunction((graph) => {
    const tensors = new Map<number, GraphTensor>();
    const inputs = captured.map((metadata) => {
      const input = graph.input(metadata);
      tensors.set(metadata.id, input);
      return input;
    });
    const tensor = (id: number): GraphTensor => {
      const known = tensors.get(id);
      if (known) return known;
      const values = tape.constants.get(id);
      if (!values) throw new EngineError("it uses a tensor that is not one of its inputs");
      const constant = binding.constant(graph, values);
      tensors.set(id, constant);
      return constant;
    };
    const effects: GraphTensor["operation"][] = [];
    const variableOf = variablesByHandle(needed);
    // Operations on one variable keep their order: each waits for the one before it.
    const lastUse = new Map<unknown, GraphTensor["operation"]>();
    for (const { name, attributes, inputs: ids, outputs } of needed) {
      const used = ids.flatMap((id) => variableOf.get(id) ?? []);
      const after = used.flatMap((variable) => lastUse.get(variable) ?? []);
      const operation = graph.add(name, ids.map(tensor), [...new Set(after)], attributes);
      outputs.forEach(({ id }, index) => tensors.set(id, { operation, index }));
      for (const variable of used) lastUse.set(variable, operation);
      if (outputs.length === 0) effects.push(operation);
    }
    return { inputs, outputs: results.map(tensor), effects };
  });
}

/** Names of TensorFlow's variables by the ids of their handles. */
function variablesByHandle(operations: readonly TapeOperation[]): Map<number, unknown> {
  const made = operations.filter(({ name }) => name === "VarHandleOp");
  return new Map(
    made.map(({ attributes, outputs }) => [
      outputs[0]!.id,
      attributes.find(({ name }) => name === "shared_name")!.value,
    ]),
  );
}

/** The operations that the results follow from, and those that change a variable. */
function neededOperations({ operations }: Tape, results: number[]): TapeOperation[] {
  const wanted = new Set(results);
  const needed: TapeOperation[] = [];
  for (const operation of operations.toReversed()) {
    const { outputs, inputs } = operation;
    if (outputs.length > 0 && !outputs.some(({ id }) => wanted.has(id))) continue;
    inputs.forEach((id) => wanted.add(id));
    needed.push(operation);
  }
  return needed.toReversed();
}

function replayer(
  backend: Backend,
  binding: Binding,
  name: string,
  variables: tf.Variable[],
  changed: tf.Variable[],
  types: readonly TensorType[],
): Recording {
  const outputCount = types.length - changed.length;
  return {
    replay: (inputs) =>
      tf.tidy(() => {
        const ids = backend.getInputTensorIds([...inputs, ...variables]);
        const results = binding
          .begin(name, ids, types)
          .map((output) => backend.createOutputTensor(output));
        changed.forEach((variable, index) => variable.assign(results[outputCount + index]!));
        return results.slice(0, outputCount);
      }),
    dispose: () => binding.removeFunction(name),
  };
}
