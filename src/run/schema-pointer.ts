import { existsSync } from "node:fs";
import { dirname, isAbsolute, join, relative, sep } from "node:path";
import { isInside } from "../inside.ts";

/** The line by which editors find the schema of a YAML file: `# yaml-language-server: $schema=../schema/…` */
const header = /^#\s+(?:yaml-language-server\s*:\s*\$schema[=:]|\$schema:)\s*(\S+)/m;

/**
 * An experiment that names its schema by a path from its own folder names nothing from a run's. A file at that place which
 * leads on to the schema lets editors understand experiment.yaml there, too, and serves all runs of the experiment.
 *
 * @param text of the experiment. @param directory folder of its file. @param run folder of the run
 * @returns where, from the run's folder, and what; null where there is nothing to lead to, or no need, or no right place
 */
export function schemaPointer(
  text: string,
  directory: string,
  run: string,
  runsDirectory: string,
): { path: string; text: string } | null {
  const path = header.exec(text)?.[1];
  if (path === undefined || isAbsolute(path) || /^\w[\w+.-]+:/.test(path)) return null;
  const schema = join(directory, path);
  const place = join(run, path);
  const isBeside = isInside(place, runsDirectory) && !isInside(place, run);
  if (!isBeside || existsSync(place) || !existsSync(schema)) return null;
  const way = relative(dirname(place), schema).split(sep).map(encodeURIComponent).join("/");
  return { path, text: `{ "$ref": ${JSON.stringify(way)} }\n` };
}
