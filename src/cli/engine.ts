import type { Engine } from "../engine/engine.ts";
import type { EngineOptions } from "../pipeline.ts";
import { messages } from "../messages.ts";
import { formatDuration, ProgressLine, type Output } from "./progress.ts";

/** Finds TensorFlow, fetching it with a progress line when it is nowhere, and starts it. */
export async function openEngine(options: EngineOptions, output: Output): Promise<Engine> {
  const { findOrFetchLibrary } = await import("../engine/install.ts");
  const { startEngine } = await import("../engine/engine.ts");
  const library = await findOrFetchLibrary({
    environment: process.env,
    report: fetchReporter(output),
  });
  return startEngine({ libraryPath: library.path, ...options });
}

/** Shows a fetch on a terminal; says in a log when each phase begins. */
export function fetchReporter(output: Output) {
  const line = new ProgressLine(output, performance.now.bind(performance));
  const startedMs = performance.now();
  let phase: string | null = null;
  return (event: import("../engine/install.ts").FetchEvent): void => {
    if (event.kind === "note") {
      output.write(`${event.text}\n`);
      return;
    }
    if (event.phase !== phase) {
      phase = event.phase;
      line.clear();
      output.write(`${messages.fetchPhase(event.phase, event.total)}\n`);
    }
    const megabytes = (bytes: number) => `${Math.round(bytes / 1e6)} MB`;
    const elapsed = formatDuration((performance.now() - startedMs) / 1000);
    line.show(
      event.done,
      event.total,
      `${megabytes(event.done)} of ${megabytes(event.total)}  ${elapsed}`,
    );
    if (event.done >= event.total) line.clear();
  };
}
