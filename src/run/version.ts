/** The folder of a run inside its experiment's: v001, v002 … */
export const VERSION = /^v(\d{3,})$/;

export function versionOf(number: number): string {
  return `v${String(number).padStart(3, "0")}`;
}

export function numberOf(version: string): number {
  return Number(VERSION.exec(version)![1]);
}

/** Those of some names that are numbers of runs, the lowest first: v010 after v009. */
export function versionsAmong(names: readonly string[]): string[] {
  return names.filter((name) => VERSION.test(name)).toSorted((a, b) => numberOf(a) - numberOf(b));
}
