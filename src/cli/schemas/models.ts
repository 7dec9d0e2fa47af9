import type { JTDSchemaType } from "ajv/dist/jtd";
import { formatNames } from "../../export/formats.ts";
import type { AppOutput, ExportOutput, PredictOutput } from "../outputs.ts";
import { count, number, unusable, version, withOpen, word, words } from "./parts.ts";

/** Of commands that use a run's network. */

const predictions: JTDSchemaType<Omit<PredictOutput, "formatVersion">> = {
  properties: {
    run: word,
    classes: words,
    predictions: {
      elements: {
        properties: {
          file: word,
          predicted: word,
          top: { elements: { properties: { label: word, probability: number } } },
          probabilities: { elements: number },
        },
      },
    },
    unusable: { elements: unusable },
  },
};
export const predict = withOpen(predictions, { properties: { formatVersion: version } });

const end = {
  properties: { name: word, shape: { elements: count }, description: word },
} as const;
const written: JTDSchemaType<Omit<ExportOutput, "formatVersion" | "input" | "output" | "checked">> =
  {
    properties: {
      format: { enum: [...formatNames] },
      run: word,
      runSha256: word,
      lamina: word,
      classes: words,
      preprocessing: { properties: { outside: words, inside: words } },
      samples: {
        elements: {
          properties: {
            picture: word,
            file: word,
            actual: word,
            probabilities: { elements: number },
          },
        },
      },
      files: { values: word },
      folder: word,
      written: words,
    },
  };
const checkedOn = { images: count, largestDifference: number, unchecked: word } as const;
export const exported = withOpen(written, {
  properties: {
    formatVersion: version,
    input: { properties: { ...end.properties, type: { enum: ["uint8", "uint16", "int32"] } } },
    output: { properties: { ...end.properties, type: { enum: ["float32"] } } },
    checked: { optionalProperties: { ...checkedOn, runtime: word } },
  },
});

const page: JTDSchemaType<Omit<AppOutput, "checked">> = {
  properties: { run: word, page: word, bytes: count, mistakes: count },
};
export const app = withOpen(page, { properties: { checked: { optionalProperties: checkedOn } } });
