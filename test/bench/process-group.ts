/**
 * A program with all that it starts in turn: they end together, when it is stopped or when this process ends. What a
 * program leaves behind holds its pipes, and whoever reads them waits for ever.
 */
export interface ProcessGroup {
  child: Bun.Subprocess<"pipe", "pipe", "pipe">;
  /** @returns the program's exit code */
  stop(): Promise<number>;
}

export function startGroup(
  command: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): ProcessGroup {
  const child = Bun.spawn([...command], {
    ...options,
    stdin: "pipe",
    stdout: "pipe",
    stderr: "pipe",
    // At the head of a group of its own.
    detached: true,
  });
  const end = () => {
    try {
      process.kill(-child.pid, "SIGKILL");
    } catch {
      // None of them is left.
    }
  };
  const leave = () => process.exit(130);
  process.on("exit", end).once("SIGINT", leave).once("SIGTERM", leave);
  return {
    child,
    async stop() {
      process.off("exit", end).off("SIGINT", leave).off("SIGTERM", leave);
      end();
      return child.exited;
    },
  };
}
