import { sealOf } from "./seals.ts";

/** A manifest's last key: the SHA-256 of its text without it, hex. */
const SEAL = "sha256";

/** The text of manifest.json, with its own seal in it. */
export function manifestText(manifest: object): string {
  const { [SEAL]: _, ...record } = manifest as Record<string, unknown>;
  return layOut({ ...record, [SEAL]: sealOf(layOut(record)) });
}

/**
 * Whether a manifest is as it was written, though its line ends may be others; null where it is of a version that did
 * not seal it.
 */
export function isManifestWhole(text: string): boolean | null {
  try {
    const manifest = JSON.parse(text) as Record<string, unknown>;
    return SEAL in manifest ? text.replaceAll("\r\n", "\n") === manifestText(manifest) : null;
  } catch {
    return false;
  }
}

function layOut(record: object): string {
  return `${JSON.stringify(record, null, 2)}\n`;
}
