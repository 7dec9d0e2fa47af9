import { Interrupted } from "../errors.ts";

/** A user's wish to end a command. Once only: whoever asks again does not want to wait for what is being put in order. */
export interface Interrupt {
  /** Aborted with an `Interrupted` that names the signal. */
  signal: AbortSignal;
  close(): void;
}

/** Ctrl-C, the end of a terminal or of a session, and a scheduler's wish. */
const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** @param message for the user */
export function listenForInterrupt(message: string): Interrupt {
  const controller = new AbortController();
  const stop = (name: NodeJS.Signals) => {
    const interrupted = new Interrupted(message, name);
    if (controller.signal.aborted) process.exit(interrupted.exitCode);
    controller.abort(interrupted);
  };
  for (const name of signals) process.on(name, stop);
  return {
    signal: controller.signal,
    close() {
      for (const name of signals) process.off(name, stop);
    },
  };
}
