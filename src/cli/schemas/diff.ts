import type { JTDSchemaType } from "ajv/dist/jtd";
import { type DataChange, dataChangeKinds } from "../../compare/data.ts";
import { imageNotes } from "../../layout.ts";
import type { DiffOutput } from "../outputs.ts";
import {
  anything,
  count,
  notes,
  number,
  numberOrNull,
  split,
  version,
  withOpen,
  word,
  wordOrNull,
  words,
} from "./parts.ts";

/** Of `exp diff`. */

const change = { properties: { name: word, a: anything, b: anything } } as const;
const side = {
  properties: {
    run: word,
    status: wordOrNull,
    split: wordOrNull,
    images: { type: "uint32", nullable: true },
    notes,
    tags: words,
  },
} as const;
const setting = {
  nullable: true,
  properties: {
    value: anything,
    line: { type: "uint32", nullable: true },
    origin: { enum: ["file", "default", "--set"] },
  },
  optionalProperties: { file: word },
} as const;
const answer = { properties: { predicted: word, probability: number } } as const;
const image: JTDSchemaType<DataChange["a"]> = {
  nullable: true,
  properties: { split, label: word, file: word, sha256: word },
  optionalProperties: { group: word, notes: { elements: { enum: [...imageNotes] } } },
};
const interval = { properties: { low: number, high: number } } as const;
const maybeInterval = { ...interval, nullable: true } as const;

const difference: JTDSchemaType<Pick<DiffOutput, "a" | "b" | "data" | "results">> = {
  properties: {
    a: side,
    b: side,
    data: {
      nullable: true,
      elements: {
        properties: {
          kinds: { elements: { enum: [...dataChangeKinds] } },
          a: image,
          b: image,
          excluded: wordOrNull,
        },
      },
    },
    results: {
      nullable: true,
      properties: {
        figures: {
          elements: {
            properties: {
              name: word,
              a: numberOrNull,
              b: numberOrNull,
              aInterval: maybeInterval,
              bInterval: maybeInterval,
            },
          },
        },
        images: { properties: { both: count, onlyA: words, onlyB: words, relabelled: words } },
        test: {
          nullable: true,
          properties: {
            images: count,
            bothRight: count,
            onlyA: count,
            onlyB: count,
            bothWrong: count,
            p: number,
            difference: number,
            interval,
          },
        },
        areas: {
          elements: {
            properties: {
              label: word,
              images: count,
              method: { enum: ["DeLong", "bootstrap of groups"] },
              a: number,
              b: number,
              difference: number,
              interval: maybeInterval,
              p: numberOrNull,
            },
          },
        },
        flips: {
          elements: {
            properties: {
              file: word,
              actual: word,
              a: answer,
              b: answer,
              verdict: { enum: ["fixed", "regressed", "wrong otherwise"] },
            },
          },
        },
      },
    },
  },
};

export const diff = withOpen(difference, {
  properties: {
    formatVersion: version,
    settings: { elements: { properties: { path: word, a: setting, b: setting } } },
    environment: { elements: change },
    cost: { elements: change },
  },
});
