import type { JTDSchemaType } from "ajv/dist/jtd";
import { recordSchemas } from "../../run/record-schemas.ts";
import type {
  ChartsOutput,
  ListedOutput,
  NoteOutput,
  RenameOutput,
  RmOutput,
  RunOutput,
  TagOutput,
  VerifyOutput,
} from "../outputs.ts";
import { count, notes, numberOrNull, record, withOpen, word, wordOrNull, words } from "./parts.ts";

/** Of commands that make, list and keep runs. */

export const run = withOpen(
  { properties: { run: word, folder: word } } satisfies JTDSchemaType<Omit<RunOutput, "metrics">>,
  { properties: { metrics: recordSchemas.metrics } },
);

const listed: JTDSchemaType<Omit<ListedOutput, "metrics" | "settings">> = {
  properties: {
    run: word,
    evaluation: wordOrNull,
    sweep: {
      nullable: true,
      properties: {
        trials: { properties: { finished: count, planned: { type: "uint32", nullable: true } } },
        search: wordOrNull,
        best: {
          nullable: true,
          properties: { setting: count, values: record, figure: word, value: numberOrNull },
        },
      },
    },
    folder: word,
    status: { enum: ["running", "completed", "failed", "interrupted", "killed", "damaged"] },
    problem: wordOrNull,
    epoch: { type: "uint32", nullable: true },
    host: wordOrNull,
    tags: words,
    notes,
    startedAt: wordOrNull,
    seconds: numberOrNull,
  },
};
// Runs of earlier versions have fewer figures and settings.
const recordOrNull = { nullable: true, ...record };
export const list = {
  elements: withOpen(listed, { properties: { metrics: recordOrNull, settings: recordOrNull } }),
};

export const charts: JTDSchemaType<ChartsOutput> = {
  properties: { files: words, problems: words },
};

export const verify: JTDSchemaType<VerifyOutput> = {
  properties: { run: word, differences: words, same: words, absent: words },
};

export const note: JTDSchemaType<NoteOutput> = { properties: { run: word, notes } };
export const tag: JTDSchemaType<TagOutput> = { properties: { run: word, tags: words } };
export const rename: JTDSchemaType<RenameOutput> = { properties: { before: word, run: word } };
export const rm: JTDSchemaType<RmOutput> = {
  properties: {
    removed: { elements: { properties: { run: word, kept: words, commit: wordOrNull } } },
  },
};
