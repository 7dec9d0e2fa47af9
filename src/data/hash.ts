import { readFileSync } from "node:fs";
import { join } from "node:path";

/** SHA-256, hex. */
export function sha256Of(bytes: Uint8Array): string {
  return Bun.CryptoHasher.hash("sha256", bytes, "hex");
}

/** Tells what was kept from what became of it. */
export function checksum(content: Uint8Array | string): bigint {
  return Bun.hash.xxHash3(content);
}

/**
 * Tells different contents apart where nobody has reason to make them look alike: 128 bits, hex, in a tenth of the time
 * of SHA-256.
 */
export function likenessOf(bytes: Uint8Array): string {
  const halves = [0n, 1n].map((seed) => Bun.hash.xxHash3(bytes, seed));
  return halves.map((half) => half.toString(16).padStart(16, "0")).join("");
}

/** SHA-256 of what files hold now. @param files from the folder */
export function hashesOfFiles(folder: string, files: readonly string[]): string[] {
  return files.map((file) => sha256Of(readFileSync(join(folder, file))));
}
