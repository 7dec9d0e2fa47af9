import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { readRegular } from "../regular-file.ts";
import { files } from "../layout.ts";

/** The text of a finished run, from which everything else about it follows. */
export const sealedFiles = [
  files.experiment,
  files.request,
  files.resolved,
  files.data,
  files.history,
  files.metrics,
  files.predictions,
  files.confusionMatrix,
] as const;

/** SHA-256 of each file as it was when the run finished, hex, by its name. */
export type Seals = Partial<Record<string, string>>;

/** What the manifest of a finished run says of its files. */
export interface RunSeals {
  /** Of its text, by names from the run's folder. */
  files: Seals;
  /** Of its network, by names in model/. */
  model: Seals;
}

export function sealOf(content: string | Uint8Array): string {
  return Bun.CryptoHasher.hash("sha256", content, "hex");
}

/**
 * Whether a text is the one that was sealed. Its line ends may be others: git makes them so where it is set to
 * (`core.autocrlf`), and no figure is another for it.
 */
export function isSealed(content: string | Uint8Array, seal: string): boolean {
  if (sealOf(content) === seal) return true;
  const text = typeof content === "string" ? content : new TextDecoder().decode(content);
  const lines = text.replaceAll("\r\n", "\n");
  return [lines, lines.replaceAll("\n", "\r\n")].some((other) => sealOf(other) === seal);
}

/** Of the text files of a run as they are. @throws the system's error */
export async function sealsOf(folder: string): Promise<Seals> {
  const seals: Seals = {};
  for (const name of sealedFiles) {
    const path = join(folder, name);
    // Runs of earlier versions have no request.json.
    if (name !== files.request || existsSync(path)) seals[name] = sealOf(await readRegular(path));
  }
  for (const within of [files.extends, files.templates])
    for (const file of filesIn(join(folder, within))) {
      const name = `${within}/${file}`;
      seals[name] = sealOf(await readRegular(join(folder, name)));
    }
  return seals;
}

/** What the run has kept of the user's own beside its experiment, where there is any. */
function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder).toSorted();
  } catch {
    return [];
  }
}

/** One seal of all the text. Equal runs have the same, whatever their numbers. */
export function textSeal(seals: Seals): string {
  const known = sealedFiles.filter((name) => name !== files.request || seals[name] !== undefined);
  return sealOf(known.map((name) => `${name} ${seals[name] ?? ""}\n`).join(""));
}

/**
 * Files that are no longer what they were, or are gone.
 * @param read null where there is no such file
 * @param holds whether a content has a seal
 */
export function brokenSeals(
  seals: Seals,
  read: (name: string) => string | Uint8Array | null,
  holds: typeof isSealed = isSealed,
): { name: string; isMissing: boolean }[] {
  return Object.entries(seals).flatMap(([name, seal]) => {
    const content = read(name);
    if (content !== null && holds(content, seal!)) return [];
    return { name, isMissing: content === null };
  });
}
