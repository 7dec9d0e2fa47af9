import { statSync } from "node:fs";
import { join } from "node:path";
import { runFolders } from "../compare/run-folders.ts";
import { files } from "../layout.ts";
import { sweepFiles } from "../sweep/layout.ts";
import { sweepsUnder, trialFolders } from "../sweep/read.ts";
import type { Place } from "./places.ts";

/** What a run's page changes with. */
const watched = [files.manifest, files.history, files.notes, files.tags, files.report];

/** How often it is looked at what is on disk. */
const LOOK_MS = 1000;
/** A stream on which nothing comes is ended by what lies between, such as a tunnel. */
const ALIVE_LOOKS = 5;

/**
 * Tells a page when what it shows has changed: an event "changed" each time.
 * @param place null for the list of all runs
 * @param signal ends it
 */
export function changes(
  place: Place | null,
  directory: string,
  signal: AbortSignal,
  sleep: (ms: number) => Promise<unknown> = Bun.sleep,
): Response {
  const left = new AbortController();
  const over = AbortSignal.any([signal, left.signal]);
  const stream = new ReadableStream<string>({
    async start(controller) {
      let known = signatureOf(place, directory);
      controller.enqueue(": open\n\n");
      for (let look = 1; !over.aborted; look++) {
        await sleep(LOOK_MS);
        if (over.aborted) break;
        const now = signatureOf(place, directory);
        if (now !== known) controller.enqueue("event: changed\ndata:\n\n");
        else if (look % ALIVE_LOOKS === 0) controller.enqueue(": here\n\n");
        known = now;
      }
      if (!left.signal.aborted) controller.close();
    },
    cancel: () => left.abort(),
  });
  return new Response(stream, {
    headers: { "content-type": "text/event-stream", "cache-control": "no-store" },
  });
}

/** Which runs there are, and when their files were written. */
function signatureOf(place: Place | null, directory: string): string {
  const hash = new Bun.CryptoHasher("sha256");
  for (const folder of foldersOf(place, directory)) {
    hash.update(`${folder}\n`);
    for (const name of [...watched, sweepFiles.list, sweepFiles.summary]) {
      const found = statSync(join(folder, name), { throwIfNoEntry: false });
      if (found) hash.update(`${name} ${found.mtimeMs} ${found.size}\n`);
    }
  }
  return hash.digest("hex");
}

function foldersOf(place: Place | null, directory: string): string[] {
  const root = join(directory, "runs");
  if (place === null) return [...runFolders(root), ...sweepsUnder(root)];
  return [place.folder, ...(place.kind === "sweep" ? trialFolders(place.folder) : [])];
}
