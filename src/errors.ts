/** The run failed for a reason outside the experiment: its message is all that the user needs. Exit code 1. */
export class RunError extends Error {
  override name = "RunError";
}

/** The user stopped the run. Exit code 130. */
export class Interrupted extends Error {
  override name = "Interrupted";
}

/** The call is wrong: its message is all that the user needs. Exit code 2. */
export class UsageError extends Error {
  override name = "UsageError";
}
