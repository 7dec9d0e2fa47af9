import { carriedElsewhere, carriedOver } from "./carried.ts";
import { carriedValue } from "./carried-values.ts";
import type { Path } from "./locate.ts";
import { experimentSchema, type Schema } from "./schema.ts";

/** A kind of YAML file: what may stand in it, and what people write in it who come from other tools. */
export interface Language {
  /** "experiment" */
  noun: string;
  schema: Schema;
  /** What to do about a name that another tool has there. @param path of what the name stands in */
  carriedOver(path: Path, name: string): string | undefined;
  /** The same for a name that stands in the wrong section. */
  carriedElsewhere(path: Path, name: string): { section: string; hint: string } | undefined;
  /** What to write in place of a value that another tool has there. */
  carriedValue(path: Path, value: unknown): string | undefined;
}

export const experiments: Language = {
  noun: "experiment",
  schema: experimentSchema,
  carriedOver,
  carriedElsewhere,
  carriedValue,
};
