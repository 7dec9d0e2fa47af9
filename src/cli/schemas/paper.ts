import { count, number, numberOrNull, word, wordOrNull } from "./parts.ts";

/** Of `exp paper`. */

const countOrNull = { type: "uint32", nullable: true } as const;

const estimate = {
  properties: {
    value: numberOrNull,
    interval: { properties: { low: number, high: number }, nullable: true },
  },
} as const;

const decision = {
  elements: { properties: { threshold: number, model: estimate, all: numberOrNull } },
} as const;

const rule = {
  properties: {
    threshold: numberOrNull,
    sides: {
      properties: {
        truePositives: count,
        falsePositives: count,
        positives: count,
        negatives: count,
      },
    },
    sensitivity: estimate,
    specificity: estimate,
    accuracy: estimate,
    positivePredictive: estimate,
    negativePredictive: estimate,
    positiveLikelihood: estimate,
    negativeLikelihood: estimate,
    elsewhere: {
      elements: { properties: { prevalence: number, positive: estimate, negative: estimate } },
    },
  },
} as const;

const classes = {
  elements: {
    properties: {
      label: word,
      figures: {
        properties: {
          cases: count,
          positives: count,
          auc: estimate,
          rules: { elements: rule },
          fixed: {
            elements: {
              properties: {
                kept: { enum: ["sensitivity", "specificity"] },
                wanted: number,
                other: estimate,
              },
            },
          },
          decision,
          decisionElsewhere: {
            elements: { properties: { prevalence: number, points: decision } },
          },
        },
      },
    },
  },
} as const;

const flow = {
  properties: {
    found: count,
    unit: { enum: ["file", "image"] },
    left: { elements: { properties: { why: word, files: count } } },
    images: count,
    groups: countOrNull,
    splits: { elements: { properties: { split: word, images: count, groups: countOrNull } } },
  },
} as const;

/** A cell counts, or has a median with its quartiles. */
const cell = {
  nullable: true,
  optionalProperties: {
    count,
    of: countOrNull,
    median: number,
    quartiles: { elements: number },
  },
} as const;

const tableOne = {
  properties: {
    columns: { elements: word },
    rows: {
      elements: {
        properties: { name: word, unit: { enum: ["images", "groups"] }, cells: { elements: cell } },
        optionalProperties: { of: word },
      },
    },
  },
} as const;

const subgroups = {
  elements: {
    properties: {
      column: word,
      values: {
        elements: {
          properties: {
            value: word,
            images: count,
            groups: countOrNull,
            accuracy: estimate,
            balancedAccuracy: estimate,
            positive: {
              nullable: true,
              properties: {
                images: count,
                auc: estimate,
                sensitivity: estimate,
                specificity: estimate,
              },
            },
          },
        },
      },
      others: count,
    },
  },
} as const;

export const paper = {
  properties: {
    formatVersion: { type: "uint8" },
    run: word,
    split: { enum: ["validation", "test"] },
    group: { enum: ["patient", "file", "group"] },
    positive: wordOrNull,
    flow,
    tableOne,
    images: classes,
    groups: {
      nullable: true,
      properties: { count, mixed: count, perGroup: { enum: ["mean", "max"] }, classes },
    },
    subgroups,
  },
} as const;
