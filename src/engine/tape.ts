import type { TFEOpAttr, TFJSBinding } from "@tensorflow/tfjs-node/dist/tfjs_binding";
import type { Binding, TensorMetadata } from "./binding.ts";

/** An operation as it was executed; tensors are named by the ids that the binding gave them. */
export interface TapeOperation {
  name: string;
  attributes: TFEOpAttr[];
  inputs: number[];
  outputs: TensorMetadata[];
}

/** A tensor that JavaScript made while the tape ran. */
export interface TapeConstant {
  shape: number[];
  dtype: number;
  values: unknown;
}

/** Everything that was executed between the start and the end of a recording, in order. */
export interface Tape {
  operations: TapeOperation[];
  constants: Map<number, TapeConstant>;
  /** Values were read back into JavaScript: what follows from them is not on the tape. */
  readBack: boolean;
}

/** A binding that does what another one does and notes it on a tape. */
export function tapingBinding(binding: Binding): { binding: TFJSBinding; tape: Tape } {
  const tape: Tape = { operations: [], constants: new Map(), readBack: false };
  const taping = Object.create(binding) as Binding;
  taping.createTensor = (shape, dtype, values) => {
    const id = binding.createTensor(shape, dtype, values);
    tape.constants.set(id, { shape, dtype, values });
    return id;
  };
  taping.executeOp = (name, attributes, inputs, outputCount) => {
    const outputs = binding.executeOp(name, attributes, inputs, outputCount);
    tape.operations.push({ name, attributes, inputs, outputs });
    return outputs;
  };
  taping.tensorDataSync = (id) => {
    tape.readBack = true;
    return binding.tensorDataSync(id);
  };
  return { binding: taping, tape };
}
