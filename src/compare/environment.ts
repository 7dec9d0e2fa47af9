import type { Manifest } from "../layout.ts";
import { flatten, isSame, type Plain, printPlain } from "./settings.ts";

/** Something in which two records differ. null: one has no such value. */
export interface Change {
  name: string;
  a: Plain;
  b: Plain;
}

/** What the runs were made on and with, where that differs. Of an experiment, which has no manifest, nothing is known. */
export function compareEnvironments(a: Manifest | null, b: Manifest | null): Change[] {
  if (a === null || b === null) return [];
  return differences(environment(a), environment(b));
}

/** What the runs took: seconds, speed, memory. It differs between any two runs. */
export function compareCosts(a: Manifest | null, b: Manifest | null): Change[] {
  if (a === null || b === null) return [];
  return differences(costs(a), costs(b));
}

/** Of what the bits of a run may follow from. */
const bitsFollowFrom =
  /^(engine\.(?!library|stepsPerCall)|lamina\.version|host\.(processor|platform)|versions\.)/;

/**
 * In what two worlds may give other bits: "versions.bun: 1.4.5 before, 1.5.0 now". What an older manifest does not tell
 * is left out.
 */
export function environmentChanges(before: Partial<Manifest>, now: Partial<Manifest>): string[] {
  return differences(environment(before), environment(now)).flatMap(({ name, a, b }) =>
    bitsFollowFrom.test(name) && a !== null
      ? `${name}: ${printPlain(a)} before, ${printPlain(b)} now`
      : [],
  );
}

function environment(manifest: Partial<Manifest>): Map<string, Plain> {
  const { engine = {}, lamina = {}, host = {}, versions = {}, base } = manifest;
  const ofBase = base && { base: { sha256: base.sha256, format: base.format } };
  return flatten({ engine, lamina, host, versions, ...ofBase });
}

function costs(manifest: Manifest): Map<string, Plain> {
  const { seconds, training, peakMemoryBytes, peakDeviceMemoryBytes } = manifest;
  return flatten({ seconds, training, peakMemoryBytes, peakDeviceMemoryBytes });
}

function differences(a: Map<string, Plain>, b: Map<string, Plain>): Change[] {
  return [...new Set([...a.keys(), ...b.keys()])]
    .filter((name) => !isSame(a.get(name), b.get(name)))
    .map((name) => ({ name, a: a.get(name) ?? null, b: b.get(name) ?? null }));
}
