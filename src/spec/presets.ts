import { basename, dirname, join } from "node:path";
import { schemaAt } from "./schema.ts";

/** Networks that come with Lamina, each a file that `model.preset` names. */
const FOLDER = join(import.meta.dir, "../../schema/presets");

/** Their names. */
export function presetNames(): string[] {
  return (schemaAt(["model", "preset"])?.enum ?? []).map(String);
}

/** Absolute path of a preset's file. */
export function presetFile(name: string): string {
  return join(FOLDER, `${name}.yaml`);
}

/** What a preset's file is called, wherever Lamina is: `presets/lenet.yaml`; undefined of any other file. */
export function presetShown(path: string): string | undefined {
  return dirname(path) === FOLDER ? `presets/${basename(path)}` : undefined;
}
