import type { Engine } from "../engine/engine.ts";
import { EngineError } from "../engine/errors.ts";
import type { FetchContext, FetchEvent } from "../engine/fetch-context.ts";
import type { EngineOptions, OpenLibrary } from "../engine/library.ts";
import { messages } from "./messages.ts";
import { formatDuration } from "../duration.ts";
import { byteSize } from "../wording.ts";
import { ProgressLine, type Output } from "./progress.ts";

/**
 * Opens TensorFlow where it is on this machine.
 * @returns null where it is not, or cannot be opened: what is wrong with it is told where it is needed
 */
export async function openLibraryHere(options: EngineOptions): Promise<OpenLibrary | null> {
  const { locateLibrary } = await import("../engine/locate.ts");
  const { releaseFor } = await import("../engine/releases.ts");
  const { openLibrary } = await import("../engine/library.ts");
  try {
    if (options.gpu) return await openLibrary({ libraryPath: options.gpu.libraryPath, ...options });
    const release = releaseFor(process.platform, process.arch);
    const { library } = locateLibrary(process.env, release);
    return library && (await openLibrary({ libraryPath: library.path, ...options }));
  } catch (error) {
    if (error instanceof EngineError) return null;
    throw error;
  }
}

/**
 * Starts TensorFlow. Where it is not open yet it is looked for, and fetched when it is nowhere.
 * @param report told how far a fetch is @throws EngineError
 */
export async function openEngine(
  options: EngineOptions,
  open: OpenLibrary | null,
  report: FetchContext["report"],
): Promise<Engine> {
  const { startEngine } = await import("../engine/engine.ts");
  return startEngine(open ?? (await findLibrary(options, report)));
}

async function findLibrary(
  options: EngineOptions,
  report: FetchContext["report"],
): Promise<OpenLibrary> {
  const { findOrFetchLibrary } = await import("../engine/install.ts");
  const { openLibrary } = await import("../engine/library.ts");
  if (options.gpu) return openLibrary({ libraryPath: options.gpu.libraryPath, ...options });
  const library = await findOrFetchLibrary({ environment: process.env, report });
  return openLibrary({ libraryPath: library.path, ...options });
}

/** Shows a fetch on a terminal; says in a log when each phase begins. @param what is fetched */
export function fetchReporter(output: Output, what: string) {
  const line = new ProgressLine(output, performance.now.bind(performance));
  const startedMs = performance.now();
  let phase: string | null = null;
  return (event: FetchEvent): void => {
    if (event.kind === "note") {
      output.write(`${event.text}\n`);
      return;
    }
    if (event.phase !== phase) {
      phase = event.phase;
      line.clear();
      output.write(`${messages.fetchPhase(what, event.phase, event.total)}\n`);
    }
    const elapsed = formatDuration((performance.now() - startedMs) / 1000);
    line.show(
      event.done,
      event.total,
      `${byteSize(event.done)} of ${byteSize(event.total)}  ${elapsed}`,
    );
    if (event.done >= event.total) line.clear();
  };
}
