import * as tf from "@tensorflow/tfjs";
import { append } from "../arrays.ts";
import { DataType } from "./attributes.ts";
import type { Backend } from "./backend.ts";
import type { Binding } from "./binding.ts";
import { EngineError } from "./errors.ts";
import type { GraphTensor } from "./graph.ts";
import { type Precision, Values } from "./mixed-precision.ts";
import type { Tape, TapeOperation } from "./tape.ts";
import type { TensorMetadata, TensorType } from "./tensor.ts";

/** Computation that was recorded once and is from then on one call into TensorFlow. */
export interface Recording {
  /**
   * Runs it as often as there are `calls`, on tensors of the same shapes as those it was recorded with, and moves the
   * variables. It does not wait: whoever reads a result does.
   */
  replay(calls: tf.Tensor[][]): tf.Tensor[][];
}

/** How a recording computes. */
export interface Computation {
  /** float32 where nothing is said. */
  precision?: Precision | undefined;
  /** Whether XLA compiles it; where it cannot, the recording goes without. */
  jitCompile?: boolean | undefined;
  /** Told why XLA cannot. */
  onRefused?: (reason: string) => void;
}

const handleType = { shape: [], dtype: DataType.resource };

/** All that a function is built from. */
export interface Take {
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
export function replayer(
  backend: Backend,
  binding: Binding,
  take: Take,
  variables: tf.Variable[],
  { precision = "float32", jitCompile = false, onRefused }: Computation,
): Recording {
  const { outputs, after } = take;
  const changed = variables.filter((_, index) => isChanged(take, index));
  const changedTypes = after.filter((_, index) => isChanged(take, index));
  const build = (calls: number) => {
    const name = buildFunction(binding, take, precision, calls);
    return jitCompile ? compiled(binding, name, onRefused) : begun(binding, name);
  };
  const functions = new Map([[1, build(1)]]);
  const functionOf = (calls: number) => {
    const known = functions.get(calls) ?? build(calls);
    functions.set(calls, known);
    return known;
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
        const results = functionOf(calls.length)(ids, types).map((output) =>
          backend.createOutputTensor(output),
        );
        const given = calls.map(() => results.splice(0, outputs.length));
        changed.forEach((variable, index) => variable.assign(results[index]!));
        return given;
      }),
  };
}

type Callable = (inputIds: number[], outputs: readonly TensorType[]) => TensorMetadata[];

function begun(binding: Binding, name: string, jitCompile = false): Callable {
  return (inputIds, outputs) => binding.begin(name, inputIds, outputs, jitCompile);
}

/** Whether XLA compiles the function `name` shows at the first call, which is waited for. */
function compiled(
  binding: Binding,
  name: string,
  onRefused: Computation["onRefused"] = () => undefined,
): Callable {
  let known: Callable | null = null;
  return (inputIds, outputs) => {
    if (known) return known(inputIds, outputs);
    try {
      const results = binding.runCompiled(name, inputIds, outputs);
      known = begun(binding, name, true);
      return results;
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      onRefused(`XLA does not compile it: ${error.message}`);
      known = begun(binding, name);
      return known(inputIds, outputs);
    }
  };
}
