import { inOneLine } from "./describe.ts";
import type { Path } from "./locate.ts";
import { isMapping } from "./resolve.ts";
import type { ResolvedExperiment } from "./resolved.ts";

interface Line {
  text: string;
  /** Of the value in the line, where there is one. */
  path?: Path;
}

/** Columns up to which remarks behind values are aligned. */
const MOST_COLUMNS = 60;

/**
 * A resolved experiment as YAML, one value per line.
 * @param remark what is said behind the value at a path
 */
export function resolvedYaml(
  resolved: ResolvedExperiment,
  remark: (path: Path) => string = () => "",
): string {
  const lines = linesOf(resolved, []);
  const widths = lines.map(({ text }) => Bun.stringWidth(text));
  const column = widths.reduce(
    (widest, width) => (width <= MOST_COLUMNS ? Math.max(widest, width) : widest),
    0,
  );
  return lines
    .map(({ text, path }, index) => {
      const said = path ? remark(path) : "";
      const gap = " ".repeat(Math.max(0, column - widths[index]!));
      return said === "" ? `${text}\n` : `${text}${gap}  # ${said}\n`;
    })
    .join("");
}

function linesOf(value: unknown, path: Path): Line[] {
  if (Array.isArray(value))
    return value.flatMap((item: unknown, index) => {
      const inner = [...path, index];
      const lines = isInLine(item) ? [{ text: scalar(item), path: inner }] : linesOf(item, inner);
      return lines.map((line, at) => ({ ...line, text: `${at === 0 ? "- " : "  "}${line.text}` }));
    });
  return Object.entries(value as object).flatMap(([key, item]: [string, unknown]): Line[] => {
    const inner = [...path, key];
    if (isInLine(item)) return [{ text: `${scalar(key)}: ${scalar(item)}`, path: inner }];
    const lines = linesOf(item, inner).map((line) => ({ ...line, text: `  ${line.text}` }));
    return [{ text: `${scalar(key)}:` }, ...lines];
  });
}

/** A single value, a list of them, or nothing. */
function isInLine(value: unknown): boolean {
  if (Array.isArray(value)) return value.every((item) => typeof item !== "object" || item === null);
  return !isMapping(value) || Object.keys(value).length === 0;
}

function scalar(value: unknown): string {
  return Array.isArray(value) ? `[${value.map(inOneLine).join(", ")}]` : inOneLine(value);
}
