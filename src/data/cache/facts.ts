/** Facts as JSON; bytes, which JSON has not, as base64. */
export function packFacts(facts: object): string {
  return JSON.stringify(facts, (_, value: unknown) =>
    value instanceof Uint8Array ? { base64: value.toBase64() } : value,
  );
}

export function unpackFacts(text: string): unknown {
  return JSON.parse(text, (_, value: unknown) =>
    typeof value === "object" && value !== null && "base64" in value
      ? Uint8Array.fromBase64(value.base64 as string)
      : value,
  );
}
