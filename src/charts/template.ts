import type { TopLevelSpec } from "vega-lite";
import { RunError } from "../errors.ts";
import { messages as runMessages } from "../run/messages.ts";
import { messages } from "./messages.ts";
import { files, type Run } from "../layout.ts";
import { parseJson } from "../run/text.ts";
import { datasets } from "./datasets.ts";

/** A chart of the user's own: a Vega-Lite specification that names a run's data in place of holding it. */
export interface Template {
  /** The chart's name: the file's, without its ending. */
  name: string;
  text: string;
}

export const TEMPLATE_ENDING = ".vl.json";

/** An object of a specification. */
export type Parts = Record<string, unknown>;

/** What a template is called to the user, as the run has it. */
export function placeOf({ name }: Pick<Template, "name">): string {
  return `${files.templates}/${name}${TEMPLATE_ENDING}`;
}

/**
 * Reads a template: what it names must be there, and nothing in it may lead out of it.
 * @throws RunError with the file and what is wrong
 */
export function parseTemplate(template: Template, file = placeOf(template)): Parts {
  const value = parseJson(template.text, file);
  if (!isObject(value)) throw new RunError(runMessages.wrongRecord(file, "", "must be object"));
  const own = isObject(value["datasets"]) ? Object.keys(value["datasets"]) : [];
  if (isDeeperThan(value, MOST_DEPTH)) throw new RunError(messages.templateTooDeep(file));
  for (const [key, part] of parts(value)) {
    if (key === "url" || key === "href" || (typeof part === "string" && /url\s*\(/i.test(part)))
      throw new RunError(messages.templateLoads(file, key));
    if (key === "data" && isObject(part) && typeof part["name"] === "string") {
      const known = [...Object.keys(datasets), ...own];
      const isHeld = "values" in part || known.includes(part["name"]);
      if (!isHeld) throw new RunError(messages.noSuchDataset(file, part["name"], known));
    }
  }
  return value;
}

/** A template with the data of a run that it names. @throws RunError as `parseTemplate` */
export function fillTemplate(template: Template, run: Run): TopLevelSpec {
  const spec = parseTemplate(template);
  const named = new Set(
    parts(spec).flatMap(([key, part]) => (key === "data" && isObject(part) ? part["name"] : [])),
  );
  const filled = Object.entries(datasets)
    .filter(([name]) => named.has(name))
    .map(([name, { rows }]) => [name, rows(run)]);
  const own = isObject(spec["datasets"]) ? spec["datasets"] : {};
  return {
    ...spec,
    datasets: { ...own, ...Object.fromEntries(filled) },
  } as unknown as TopLevelSpec;
}

/** More than any chart has: what goes through a specification calls itself for each level. */
const MOST_DEPTH = 100;

function isDeeperThan(value: unknown, most: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  return most === 0 || Object.values(value).some((part) => isDeeperThan(part, most - 1));
}

/** Every value in a specification with its key, at any depth. */
function parts(value: unknown): [key: string, part: unknown][] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]): [string, unknown][] => [
    [key, part],
    ...parts(part),
  ]);
}

export function isObject(value: unknown): value is Parts {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
