/** SHA-256, hex. */
export function sha256Of(bytes: Uint8Array): string {
  return Bun.CryptoHasher.hash("sha256", bytes, "hex");
}
