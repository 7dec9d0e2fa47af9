import { RunError } from "../errors.ts";

/** TensorFlow is missing, cannot be fetched or refused an operation. */
export class EngineError extends RunError {
  override name = "EngineError";
}
