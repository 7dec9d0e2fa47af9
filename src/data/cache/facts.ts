/** Facts as JSON; bytes among them, which JSON has not, as base64. */
export function packFacts(facts: object): string {
  const packed = Object.entries(facts).map(([name, value]: [string, unknown]) => [
    name,
    value instanceof Uint8Array ? { base64: value.toBase64() } : value,
  ]);
  return JSON.stringify(Object.fromEntries(packed));
}

export function unpackFacts(text: string): unknown {
  const facts = JSON.parse(text) as Record<string, unknown>;
  // Not by JSON.parse's own way, which calls back for each part of each value and takes twice as long.
  for (const [name, value] of Object.entries(facts))
    if (typeof value === "object" && value !== null && "base64" in value)
      facts[name] = Uint8Array.fromBase64(value.base64 as string);
  return facts;
}
