import { randomUUID } from "node:crypto";
import * as tf from "@tensorflow/tfjs";
import type { TFEOpAttr } from "@tensorflow/tfjs-node/dist/tfjs_binding";
import type { Backend } from "./backend.ts";
import { attribute, DataType } from "./attributes.ts";
import type { Stored } from "./stored.ts";

const float32 = attribute.type("dtype", DataType.float32);

/** A TensorFlow variable: its values stay in TensorFlow and are changed by the ResourceApply… operations. */
export class ResourceVariable implements Stored {
  readonly shape: readonly number[];
  /** What an operation takes to find the variable. */
  readonly handle: tf.Tensor;

  /** @param initial float32 */
  constructor(
    private readonly backend: Backend,
    initial: tf.Tensor,
  ) {
    this.shape = initial.shape;
    const attributes = [
      float32,
      attribute.shape("shape", initial.shape),
      attribute.string("shared_name", randomUUID()),
      attribute.string("container", ""),
    ];
    this.handle = tf.keep(backend.executeSingleOutput("VarHandleOp", attributes, []));
    this.assign(initial);
  }

  assign(value: tf.Tensor): void {
    this.apply("AssignVariableOp", [float32], [value]);
  }

  add(value: tf.Tensor): void {
    this.apply("AssignAddVariableOp", [float32], [value]);
  }

  subtract(value: tf.Tensor): void {
    this.apply("AssignSubVariableOp", [float32], [value]);
  }

  read(): tf.Tensor {
    return this.backend.executeSingleOutput("ReadVariableOp", [float32], [this.handle]);
  }

  /** Runs an operation without outputs whose first input is this variable. */
  apply(op: string, attributes: TFEOpAttr[], inputs: tf.Tensor[]): void {
    this.backend.executeMultipleOutputs(op, attributes, [this.handle, ...inputs], 0);
  }

  dispose(): void {
    this.apply("DestroyResourceOp", [attribute.bool("ignore_lookup_error", false)], []);
    this.handle.dispose();
  }
}
