import type { TapeConstant } from "./tensor.ts";
import type { TFEOpAttr, TFJSBinding } from "@tensorflow/tfjs-node/dist/tfjs_binding";
import { DataType } from "./attributes.ts";
import type { Binding } from "./binding.ts";
import type { TensorMetadata } from "./tensor.ts";

/** An operation as it was executed; tensors are named by the ids that the binding gave them. */
export interface TapeOperation {
  name: string;
  attributes: TFEOpAttr[];
  inputs: number[];
  outputs: TensorMetadata[];
}

/** Everything that was executed between the start and the end of a recording, in order. */
export interface Tape {
  operations: TapeOperation[];
  constants: Map<number, TapeConstant>;
  /** Of the variables of TensorFlow's own that operations took. */
  handles: Set<number>;
  /** Values were read back into JavaScript: what follows from them is not on the tape. */
  readBack: boolean;
}

/** A binding that does what another one does and notes it on a tape. */
export function tapingBinding(binding: Binding): { binding: TFJSBinding; tape: Tape } {
  const tape: Tape = { operations: [], constants: new Map(), handles: new Set(), readBack: false };
  const taping = overriding(binding, {
    createTensor(shape, dtype, values) {
      const id = binding.createTensor(shape, dtype, values);
      tape.constants.set(id, { shape, dtype, values });
      return id;
    },
    executeOp(name, attributes, inputs, outputCount) {
      for (const id of inputs)
        if (binding.describeTensor(id).dtype === DataType.resource) tape.handles.add(id);
      const outputs = binding.executeOp(name, attributes, inputs, outputCount);
      tape.operations.push({ name, attributes, inputs, outputs });
      return outputs;
    },
    tensorDataSync(id) {
      tape.readBack = true;
      return binding.tensorDataSync(id);
    },
  });
  return { binding: taping, tape };
}

/** An operation and how long it took. */
export interface TimedOperation {
  name: string;
  /** Shapes of its inputs. */
  shapes: number[][];
  milliseconds: number;
}

/** A binding that does what another one does and tells how long each operation takes. */
export function timingBinding(
  binding: Binding,
  nowMs: () => number,
  onOperation: (operation: TimedOperation) => void,
): TFJSBinding {
  return overriding(binding, {
    executeOp(name, attributes, inputs, outputCount) {
      const shapes = inputs.map((id) => binding.describeTensor(id).shape);
      const startedMs = nowMs();
      const outputs = binding.executeOp(name, attributes, inputs, outputCount);
      onOperation({ name, shapes, milliseconds: nowMs() - startedMs });
      return outputs;
    },
  });
}

/** A binding that does some things in its own way and hands on everything else. */
function overriding(binding: Binding, own: Partial<TFJSBinding>): TFJSBinding {
  return new Proxy<TFJSBinding>(binding, {
    get(_target, key: keyof TFJSBinding) {
      if (key in own) return own[key];
      const value: unknown = binding[key];
      return typeof value === "function" ? value.bind(binding) : value;
    },
  });
}
