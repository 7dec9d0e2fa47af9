import { Interrupted } from "../errors.ts";

/** A user's wish to end a command. Once only: whoever asks again does not want to wait for what is being put in order. */
export interface Interrupt {
  /** Aborted with an `Interrupted` that names the signal. */
  signal: AbortSignal;
  close(): void;
}

/** Ctrl-C, the end of a terminal or of a session, and a scheduler's wish. */
const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** One wish may come twice: coreutils' timeout signals a process and then its group, which the process is in. */
const ONE_WISH_MS = 200;

/** @param message for the user */
export function listenForInterrupt(message: string, nowMs = () => performance.now()): Interrupt {
  const controller = new AbortController();
  let firstMs = 0;
  const stop = (name: NodeJS.Signals) => {
    const interrupted = new Interrupted(message, name);
    if (!controller.signal.aborted) {
      firstMs = nowMs();
      controller.abort(interrupted);
    } else if (nowMs() - firstMs > ONE_WISH_MS) {
      process.exit(interrupted.exitCode);
    }
  };
  for (const name of signals) process.on(name, stop);
  return {
    signal: controller.signal,
    close() {
      for (const name of signals) process.off(name, stop);
    },
  };
}
