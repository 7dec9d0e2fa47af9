import * as tf from "@tensorflow/tfjs";
import type { Backend } from "./backend.ts";
import { DataType, type Binding, type TensorMetadata, type TensorType } from "./binding.ts";
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
  const captures = new Captures(binding, [...inputIds, ...before]);
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
    const name = buildFunction(binding, tape, captures, results);
    const types = results.map((id) => binding.describeTensor(id));
    return {
      outputs,
      recording: replayer(backend, binding, name, captures, variables, changed, types),
    };
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    return { outputs, recording: null, reason: error.message };
  }
}

/** The tensors that come into a recording from outside: inputs and variables, in order, then handles of variables. */
class Captures {
  readonly tensors: TensorMetadata[];
  private readonly givenCount: number;

  constructor(
    private readonly binding: Binding,
    given: number[],
  ) {
    this.tensors = given.map((id) => binding.describeTensor(id));
    this.givenCount = given.length;
  }

  /** Ids of the variables' handles. */
  get handles(): number[] {
    return this.tensors.slice(this.givenCount).map(({ id }) => id);
  }

  /** @throws EngineError for a tensor that a replay could not know */
  include(id: number): void {
    if (this.tensors.some((tensor) => tensor.id === id)) return;
    const tensor = this.binding.describeTensor(id);
    if (tensor.dtype !== DataType.resource)
      throw new EngineError("it uses a tensor that is not one of its inputs");
    this.tensors.push(tensor);
  }
}

/** @returns the function's name in TensorFlow's context */
function buildFunction(
  binding: Binding,
  tape: Tape,
  captures: Captures,
  results: number[],
): string {
  const needed = neededOperations(tape, results);
  const produced = new Set(needed.flatMap(({ outputs }) => outputs.map(({ id }) => id)));
  for (const id of [...needed.flatMap(({ inputs }) => inputs), ...results]) {
    if (!produced.has(id) && !tape.constants.has(id)) captures.include(id);
  }
  return binding.defineFunction((graph) => {
    const tensors = new Map<number, GraphTensor>();
    const inputs = captures.tensors.map((metadata) => {
      const input = graph.input(metadata);
      tensors.set(metadata.id, input);
      return input;
    });
    const tensor = (id: number): GraphTensor => {
      const known = tensors.get(id);
      if (known) return known;
      const constant = binding.constant(graph, tape.constants.get(id)!);
      tensors.set(id, constant);
      return constant;
    };
    const { handles } = captures;
    const effects: GraphTensor["operation"][] = [];
    // Operations on one variable keep their order: each waits for the one before it.
    const lastUse = new Map<number, GraphTensor["operation"]>();
    for (const { name, attributes, inputs: ids, outputs } of needed) {
      const used = ids.filter((id) => handles.includes(id));
      const after = used.flatMap((id) => lastUse.get(id) ?? []);
      const operation = graph.add(name, ids.map(tensor), [...new Set(after)], attributes);
      outputs.forEach(({ id }, index) => tensors.set(id, { operation, index }));
      for (const id of used) lastUse.set(id, operation);
      if (outputs.length === 0) effects.push(operation);
    }
    return { inputs, outputs: results.map(tensor), effects };
  });
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
  captures: Captures,
  variables: tf.Variable[],
  changed: tf.Variable[],
  types: readonly TensorType[],
): Recording {
  const outputCount = types.length - changed.length;
  return {
    replay: (inputs) =>
      tf.tidy(() => {
        const ids = [...backend.getInputTensorIds([...inputs, ...variables]), ...captures.handles];
        const results = binding
          .begin(name, ids, types)
          .map((output) => backend.createOutputTensor(output));
        changed.forEach((variable, index) => variable.assign(results[outputCount + index]!));
        return results.slice(0, outputCount);
      }),
    dispose: () => binding.removeFunction(name),
  };
}
