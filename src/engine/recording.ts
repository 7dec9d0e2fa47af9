import * as tf from "@tensorflow/tfjs";
import { append } from "../arrays.ts";
import { DataType } from "./attributes.ts";
import type { Backend } from "./backend.ts";
import type { Binding } from "./binding.ts";
import type { TensorMetadata } from "./tensor.ts";
import { EngineError } from "./errors.ts";
import type { GraphTensor } from "./graph.ts";
import type { Stored } from "./stored.ts";
import { type Precision, Values } from "./mixed-precision.ts";
import { tapingBinding, type Tape, type TapeOperation } from "./tape.ts";

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
  { variables, stored, recorded, precision, onRefused }: RecordableSettings,
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
    const { outputs, recording, reason } = record(
      engine,
      inputs,
      variables,
      () => body(inputs),
      precision,
    );
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

interface RecordableSettings extends RecordingSettings {
  /** Those that the body reads or changes. */
  variables: tf.Variable[];
  /** What it changes otherwise. */
  stored: readonly Stored[];
  /** How the recording computes; float32 where nothing is said. */
  precision?: Precision | undefined;
}

function shapesOf(inputs: tf.Tensor[]): string {
  return inputs.map(({ shape }) => shape.join("x")).join();
}

/** Computation that was recorded once and is from then on one call into TensorFlow. */
export interface Recording {
  /**
   * Runs it as often as there are `calls`, on tensors of the same shapes as those it was recorded with, and moves the
   * variables. It does not wait: whoever reads a result does.
   */
  replay(calls: tf.Tensor[][]): tf.Tensor[][];
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
 * @param precision of the replays: the body itself runs in float32
 */
export function record(
  { backend, binding }: { backend: Backend; binding: Binding },
  inputs: tf.Tensor[],
  variables: tf.Variable[],
  body: () => tf.Tensor[],
  precision: Precision = "float32",
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
    return { outputs, recording: replayer(backend, binding, take, variables, precision) };
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    return { outputs, recording: null, reason: error.message };
  }
}

const handleType = { shape: [], dtype: DataType.resource };

/** All that a function is built from. */
interface Take {
  tape: Tape;
  inputs: TensorMetadata[];
  outputs: TensorMetadata[];
  /** The variables' tensors before and after the body. */
  before: TensorMetadata[];
  after: TensorMetadata[];
}

/**
 * A function that takes the variables and the inputs of all calls, and gives the outputs of all calls and the changed
 * variables.
 * @returns its name in TensorFlow's context
 */
function buildFunction(
  binding: Binding,
  { tape, inputs, outputs, before, after }: Take,
  precision: Precision,
  calls: number,
): string {
  const needed = neededOperations(tape, idsOf([...outputs, ...after]));
  return binding.defineFunction((graph) => {
    const constants = new Map<number, GraphTensor>();
    const constant = (id: number): GraphTensor => {
      const values = tape.constants.get(id);
      if (!values) throw new EngineError("it uses a tensor that is not one of its inputs");
      const made = constants.get(id) ?? binding.constant(graph, values);
      constants.set(id, made);
      return made;
    };
    const effects: GraphTensor["operation"][] = [];
    // Operations on one variable keep their order: each waits for the one before it.
    const lastUse = new Map<number, GraphTensor["operation"]>();
    let variables = before.map((metadata) => graph.input(metadata));
    const handles = Array.from(tape.handles, (id) => ({ id, input: graph.input(handleType) }));
    const taken = [...variables, ...handles.map(({ input }) => input)];
    const given: GraphTensor[] = [];
    for (let call = 0; call < calls; call++) {
      const values = new Values(graph, precision, constant);
      for (const [index, { id }] of before.entries()) values.set(id, variables[index]!);
      for (const { id, input } of handles) values.set(id, input);
      for (const metadata of inputs) {
        const input = graph.input(metadata);
        values.set(metadata.id, input);
        taken.push(input);
      }
      const madeBy = new Map<number, string>();
      for (const operation of needed) {
        const { name, inputs: ids, outputs: made } = operation;
        const used = ids.filter((id) => tape.handles.has(id));
        const waitsFor = used.flatMap((variable) => lastUse.get(variable) ?? []);
        const isApart = name === "LeakyRelu" && madeBy.get(ids[0]!) !== "BiasAdd";
        const added = values.add(operation, [...new Set(waitsFor)], isApart);
        for (const { id } of made) madeBy.set(id, name);
        for (const variable of used) lastUse.set(variable, added);
        if (made.length === 0) effects.push(added);
      }
      append(
        given,
        idsOf(outputs).map((id) => values.get(id)),
      );
      variables = idsOf(after).map((id) => values.get(id));
    }
    const changed = variables.filter((_, index) => isChanged({ before, after }, index));
    return { inputs: taken, outputs: [...given, ...changed], effects };
  });
}

function idsOf(tensors: readonly TensorMetadata[]): number[] {
  return tensors.map(({ id }) => id);
}

function isChanged({ before, after }: Pick<Take, "before" | "after">, variable: number): boolean {
  return before[variable]!.id !== after[variable]!.id;
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

/** The function for one call is built at once, those for several calls when they are first asked for. */
function replayer(
  backend: Backend,
  binding: Binding,
  take: Take,
  variables: tf.Variable[],
  precision: Precision,
): Recording {
  const { outputs, after } = take;
  const changed = variables.filter((_, index) => isChanged(take, index));
  const changedTypes = after.filter((_, index) => isChanged(take, index));
  const names = new Map([[1, buildFunction(binding, take, precision, 1)]]);
  const nameOf = (calls: number) => {
    const name = names.get(calls) ?? buildFunction(binding, take, precision, calls);
    names.set(calls, name);
    return name;
  };
  return {
    replay: (calls) =>
      tf.tidy(() => {
        const ids = [
          ...backend.getInputTensorIds(variables),
          ...take.tape.handles,
          ...backend.getInputTensorIds(calls.flat()),
        ];
        const types = [...calls.flatMap(() => outputs), ...changedTypes];
        const results = binding
          .begin(nameOf(calls.length), ids, types)
          .map((output) => backend.createOutputTensor(output));
        const given = calls.map(() => results.splice(0, outputs.length));
        changed.forEach((variable, index) => variable.assign(results[index]!));
        return given;
      }),
  };
}
