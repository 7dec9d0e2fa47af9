import { shorten } from "./text.ts";
import type { LeakRecord } from "./layout.ts";

// Names, numbers and lists as they stand in messages.

/** What is the same in two splits, or has two labels, in a line. */
export function leakLine({
  kind,
  splits,
  labels: ofImages,
  files,
  group,
  similarity,
}: LeakRecord): string {
  const what = [
    kind,
    ...(group === undefined ? [] : [label(group)]),
    ...(similarity === undefined ? [] : [similarity.toFixed(3)]),
  ].join(" ");
  return `  ${what} (${splits.join(", ")}; ${labels(ofImages)}): ${list(files, 3)}`;
}

/** A name from a folder or a file, with whatever it holds made visible. */
export function quote(name: string): string {
  return JSON.stringify(name).replace(/[\p{Cc}\p{Cf}]/gu, escape);
}

/** Columns of the longest name of a class or a group that is shown whole. */
const MOST_COLUMNS = 48;

/** The name of a class or a group, which may be a whole paragraph. A file's is never cut: it has to be found. */
export function label(name: string): string {
  return quote(shorten(name, MOST_COLUMNS));
}

export function labels(names: readonly string[], most = 5): string {
  return list(
    names.map((name) => shorten(name, MOST_COLUMNS)),
    most,
  );
}

function escape(character: string): string {
  return `\\u{${character.codePointAt(0)!.toString(16)}}`;
}

export function list(names: readonly string[], most = 5): string {
  const shown = names.slice(0, most).map(quote).join(", ");
  return names.length > most ? `${shown} and ${names.length - most} more` : shown;
}

/** 1 image, 2 images */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

/** A p-value after the letter, with its sign of comparison: "= 0.0312" or "< 0.0001". */
export function pValue(p: number): string {
  const cell = pValueCell(p);
  return cell.startsWith("<") ? cell : `= ${cell}`;
}

/** A p-value in a table: "0.0312" or "< 0.0001". */
export function pValueCell(p: number): string {
  return p < 0.0001 ? "< 0.0001" : p.toFixed(4);
}

const units = ["kB", "MB", "GB", "TB"] as const;

/** A number of bytes as people say it, in powers of a thousand: 812 bytes, 1.1 MB, 340 MB, 2 GB. */
export function byteSize(bytes: number): string {
  if (bytes < 1000) return count(bytes, "byte");
  let number = bytes;
  let unit = "";
  // What is rounded to 1000 is one of the next.
  for (const one of units) {
    if (unit !== "" && rounded(number) < 1000) break;
    number /= 1000;
    unit = one;
  }
  return `${rounded(number)} ${unit}`;
}

function rounded(number: number): number {
  return Number(number.toFixed(number < 9.95 ? 1 : 0));
}

/** A number of bytes beside a limit that it does not keep: said so that the two are not the same. */
export function byteSizeBeside(bytes: number, limit: number): string {
  const text = byteSize(bytes);
  if (text !== byteSize(limit) || bytes === limit) return text;
  return `just ${bytes > limit ? "over" : "under"} ${text}`;
}

/** a, b or c */
export function alternatives(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`;
}

/** 34826 → 34,826 */
export function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ",");
}
