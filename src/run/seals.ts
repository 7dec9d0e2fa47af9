import { files } from "./layout.ts";

/** The text of a finished run, from which everything else about it follows. */
export const sealedFiles = [
  files.experiment,
  files.resolved,
  files.data,
  files.history,
  files.metrics,
  files.predictions,
  files.confusionMatrix,
] as const;

/** SHA-256 of each file as it was when the run finished, hex, by its name. */
export type Seals = Partial<Record<string, string>>;

export function sealOf(content: string | Uint8Array): string {
  return Bun.CryptoHasher.hash("sha256", content, "hex");
}

/**
 * Files that are no longer what they were, or are gone.
 * @param read null where there is no such file
 */
export function brokenSeals(
  seals: Seals,
  read: (name: string) => string | Uint8Array | null,
): { name: string; isMissing: boolean }[] {
  return Object.entries(seals).flatMap(([name, seal]) => {
    const content = read(name);
    if (content !== null && sealOf(content) === seal) return [];
    return { name, isMissing: content === null };
  });
}
