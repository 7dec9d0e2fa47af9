import type { Manifest } from "../run/layout.ts";
import { flatten, isSame, type Plain } from "./settings.ts";

/** Something in which two records differ. null: one has no such value. */
export interface Change {
  name: string;
  a: Plain;
  b: Plain;
}

/** What the runs were made on and with, where that differs. */
export function compareEnvironments(a: Manifest | null, b: Manifest | null): Change[] {
  return differences(environment(a), environment(b));
}

/** What the runs took: seconds, speed, memory. It differs between any two runs. */
export function compareCosts(a: Manifest | null, b: Manifest | null): Change[] {
  return differences(costs(a), costs(b));
}

function environment(manifest: Manifest | null): Map<string, Plain> {
  const { engine = {}, lamina = {}, host = {}, versions = {} } = manifest ?? {};
  return flatten({ engine, lamina, host, versions });
}

function costs(manifest: Manifest | null): Map<string, Plain> {
  const { seconds, training, peakMemoryBytes } = manifest ?? {};
  return flatten({ seconds, training, peakMemoryBytes });
}

function differences(a: Map<string, Plain>, b: Map<string, Plain>): Change[] {
  return [...new Set([...a.keys(), ...b.keys()])]
    .filter((name) => !isSame(a.get(name), b.get(name)))
    .map((name) => ({ name, a: a.get(name) ?? null, b: b.get(name) ?? null }));
}
