import { constants } from "node:os";

/** The run failed for a reason outside the experiment: its message is all that the user needs. Exit code 1. */
export class RunError extends Error {
  override name = "RunError";
}

/** The loss is no longer a number. */
export class Diverged extends RunError {
  override name = "Diverged";
}

/** The user, or whoever the machine belongs to, stopped the command. */
export class Interrupted extends Error {
  override name = "Interrupted";

  constructor(
    message?: string,
    /** null where a program stopped what it had begun itself. */
    readonly signal: NodeJS.Signals | null = "SIGINT",
  ) {
    super(message);
  }

  /** As a shell has it: 130 for SIGINT, 143 for SIGTERM, 129 for SIGHUP. */
  get exitCode(): number {
    return this.signal === null ? 1 : 128 + constants.signals[this.signal];
  }
}

/** The call is wrong: its message is all that the user needs. Exit code 2. */
export class UsageError extends Error {
  override name = "UsageError";
}
