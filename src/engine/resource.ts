import * as tf from "@tensorflow/tfjs";
import type { TFEOpAttr } from "@tensorflow/tfjs-node/dist/tfjs_binding";
import type { Backend } from "./backend.ts";
import { attribute, DataType } from "./binding.ts";

// TensorFlow's own word for "a variable without a name": it lives as long as its handle.
const ANONYMOUS = "cd2c89b7-88b7-44c8-ad83-06c2a9158347";

const float32 = attribute.type("dtype", DataType.float32);

/** A TensorFlow variable: its values stay in TensorFlow and are changed by the ResourceApply… operations. */
export class ResourceVariable {
  readonly handle: tf.Tensor;

  /** @param initial float32 */
  constructor(
    private readonly backend: Backend,
    initial: tf.Tensor,
  ) {
    const attributes = [
      float32,
      attribute.shape("shape", initial.shape),
      attribute.string("shared_name", ANONYMOUS),
      attribute.string("container", ""),
    ];
    this.handle = tf.keep(backend.executeSingleOutput("VarHandleOp", attributes, []));
    this.assign(initial);
  }

  assign(value: tf.Tensor): void {
    this.apply("AssignVariableOp", [float32], [value]);
  }

  /** The values as they are now. */
  read(): tf.Tensor {
    return this.backend.executeSingleOutput("ReadVariableOp", [float32], [this.handle]);
  }

  /** Runs an operation without outputs whose first input is this variable. */
  apply(op: string, attributes: TFEOpAttr[], inputs: tf.Tensor[]): void {
    this.backend.executeMultipleOutputs(op, attributes, [this.handle, ...inputs], 0);
  }

  dispose(): void {
    this.handle.dispose();
  }
}
