import type { JTDSchemaType } from "ajv/dist/jtd";
import { recordSchemas } from "../../run/record-schemas.ts";
import type { CheckOutput, DataOutput, ExplainOutput, LrOutput, NewOutput } from "../outputs.ts";
import {
  anything,
  bySplit,
  count,
  counts,
  flag,
  number,
  numberOrNull,
  ofSomeSplits,
  type Open,
  record,
  split,
  unusable,
  withOpen,
  word,
  wordOrNull,
  words,
} from "./parts.ts";

/** Of commands that look at an experiment. */

const layer = {
  properties: {
    name: word,
    kind: word,
    layer: anything,
    depth: count,
    branch: count,
    outputShape: { elements: count },
    weights: {
      elements: {
        properties: { name: word, shape: { elements: count } },
        optionalProperties: { isFixed: flag },
      },
    },
    parameters: number,
    nonTrainable: number,
    multiplyAdds: number,
  },
} as const;

const checked: JTDSchemaType<Omit<CheckOutput, "layers" | "resolved">> = {
  properties: {
    ok: flag,
    diagnostics: {
      elements: {
        properties: { file: word, line: count, column: count, excerpt: word, message: word },
        optionalProperties: { variables: words },
      },
    },
  },
  optionalProperties: {
    untold: count,
    cost: { properties: { batchSize: count, stepFlops: number, memoryBytes: number } },
    images: {
      properties: { classes: { values: bySplit }, total: bySplit },
      optionalProperties: { groups: bySplit },
    },
    warnings: words,
  },
};
export const check = withOpen(checked, {
  optionalProperties: { layers: { elements: layer }, resolved: record },
});

const read: JTDSchemaType<Omit<DataOutput, "skipped" | "leaks">> = {
  properties: {
    folder: word,
    classes: words,
    counts: { optionalProperties: { train: counts, validation: counts, test: counts } },
    groups: ofSomeSplits,
    sizes: counts,
    formats: counts,
    notes: { values: words },
    excluded: { elements: { properties: { split, label: word, ...unusable.properties } } },
    ignored: words,
    warnings: words,
  },
};
// As in data.json.
const { skipped, leaks } = (recordSchemas.data as Open).optionalProperties!;
export const data = withOpen(read, {
  properties: { skipped: skipped!, leaks: { nullable: true, ...leaks } },
});

export const lr: JTDSchemaType<LrOutput> = {
  properties: {
    experiment: word,
    setting: word,
    learningRate: number,
    suggestion: numberOrNull,
    found: { enum: ["rate", "flat", "rises"] },
    range: { properties: { min: number, max: number, steps: count } },
    end: { enum: ["range", "diverged", "notFinite"] },
    steps: count,
    files: words,
  },
};

/** A key holds keys. */
export const explain: JTDSchemaType<ExplainOutput, { key: ExplainOutput[number] }> = {
  definitions: {
    key: {
      properties: {
        name: word,
        place: word,
        description: word,
        type: word,
        default: wordOrNull,
        isRequired: flag,
        example: wordOrNull,
        keys: { elements: { ref: "key" } },
      },
    },
  },
  elements: { ref: "key" },
};

export const made: JTDSchemaType<NewOutput> = { properties: { experiment: word, file: word } };
