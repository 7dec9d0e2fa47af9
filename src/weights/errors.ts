import { UsageError } from "../errors.ts";

/** A file of weights that cannot be read as one. Its message names the file and what is wrong with it. */
export class WeightsError extends UsageError {
  override name = "WeightsError";
}

/** What is wrong with a file, told by what reads a part of it and does not know its name. */
export class Unreadable extends Error {
  override name = "Unreadable";
}
