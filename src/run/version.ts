import { RUN_NUMBER as VERSION } from "../layout.ts";

export { VERSION };

export function versionOf(number: bigint): string {
  return `v${String(number).padStart(3, "0")}`;
}

/** Whatever was made by hand has its number too: v9007199254740993, which no `number` can hold. */
export function numberOf(version: string): bigint {
  return BigInt(VERSION.exec(version)![1]!);
}

/** Whether a number is written as Lamina writes it: v007, never v0007 as well. */
export function isPlainVersion(word: string): boolean {
  return VERSION.test(word) && versionOf(numberOf(word)) === word;
}

/** Those of some names that are numbers of runs, the lowest first: v010 after v009. */
export function versionsAmong(names: readonly string[]): string[] {
  return names.filter((name) => VERSION.test(name)).toSorted(byNumber);
}

function byNumber(a: string, b: string): number {
  const [first, second] = [numberOf(a), numberOf(b)];
  return first < second ? -1 : first > second ? 1 : 0;
}
