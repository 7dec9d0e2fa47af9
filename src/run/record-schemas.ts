import type { JTDSchemaType } from "ajv/dist/jtd";
import {
  classIntervalNames,
  type ClassIntervalName,
  exclusionReasons,
  imageNotes,
  leakKinds,
  intervalNames,
  operatingShares,
  runFailures,
  runStatuses,
  splits,
  stopReasons,
  type ConfusionMatrix,
  type StoredData,
  type IntervalName,
  type Metrics,
  type PicturesRecord,
} from "../layout.ts";

/** The JSON files of a run: what each has to hold, held against the record types by the compiler. */

const word = { type: "string" } as const;
const words = { elements: word } as const;
const count = { type: "uint32" } as const;
const counts = { values: count } as const;
const number = { type: "float64" } as const;
const numberOrNull = { type: "float64", nullable: true } as const;
const version = { type: "uint8" } as const;
const split = { enum: [...splits] };
const evaluatedSplit = { enum: ["validation" as const, "test" as const] };

type Versioned<Item> = JTDSchemaType<Omit<Item, "formatVersion"> & { formatVersion: number }>;

const data: Versioned<StoredData> = {
  properties: {
    formatVersion: version,
    folder: word,
    classes: words,
    counts: { optionalProperties: { train: counts, validation: counts, test: counts } },
    excluded: {
      elements: {
        properties: {
          split,
          label: word,
          file: word,
          reason: { enum: [...exclusionReasons] },
          detail: word,
        },
      },
    },
    ignored: words,
  },
  optionalProperties: {
    list: word,
    images: {
      elements: {
        properties: { split, label: word, file: word, sha256: word },
        optionalProperties: {
          group: word,
          columns: { values: word },
          notes: { elements: { enum: [...imageNotes] } },
        },
      },
    },
    skipped: {
      elements: {
        properties: { by: { enum: ["exclude", "include"] }, pattern: word, files: count },
      },
    },
    leaks: {
      elements: {
        properties: {
          kind: { enum: [...leakKinds] },
          splits: { elements: split },
          labels: words,
          files: words,
        },
        optionalProperties: { similarity: number, group: word },
      },
    },
    evaluation: {
      properties: {
        map: { values: word },
        dropped: counts,
        compared: { nullable: true, properties: { images: count, pictures: count } },
      },
      optionalProperties: { id: word },
    },
  },
};

const request = {
  properties: {
    formatVersion: version,
    file: word,
    overrides: { elements: { properties: { key: word, value: {} } } },
  },
  optionalProperties: { extends: words, environment: { values: word } },
} as const;

const interval = { properties: { low: number, high: number } } as const;
const averages = {
  properties: {
    precision: numberOrNull,
    recall: numberOrNull,
    specificity: numberOrNull,
    f1: numberOrNull,
    auc: numberOrNull,
    averagePrecision: numberOrNull,
  },
} as const;
const nullableInterval = { ...interval, nullable: true } as const;
const thresholdFigures = {
  properties: {
    threshold: number,
    sensitivity: numberOrNull,
    specificity: numberOrNull,
    precision: numberOrNull,
  },
  optionalProperties: {
    intervals: {
      optionalProperties: {
        sensitivity: nullableInterval,
        specificity: nullableInterval,
        precision: nullableInterval,
      },
    },
  },
} as const;
const figures = {
  accuracy: number,
  balancedAccuracy: numberOrNull,
  loss: number,
  brier: numberOrNull,
  calibrationError: numberOrNull,
  kappa: numberOrNull,
  matthews: numberOrNull,
  macro: averages,
  weighted: averages,
  topAccuracy: {
    elements: {
      properties: { count, accuracy: number },
      optionalProperties: { interval: { ...interval, nullable: true } },
    },
  },
  positive: {
    nullable: true,
    properties: {
      label: word,
      sensitivity: numberOrNull,
      specificity: numberOrNull,
      precision: numberOrNull,
      f1: numberOrNull,
      auc: numberOrNull,
      averagePrecision: numberOrNull,
      operatingPoint: {
        nullable: true,
        properties: { wanted: number, reached: { nullable: true, ...thresholdFigures } },
        optionalProperties: {
          share: { enum: [...operatingShares] },
          chosen: {
            nullable: true,
            properties: { ...thresholdFigures.properties, split: evaluatedSplit, images: count },
            optionalProperties: thresholdFigures.optionalProperties,
          },
        },
      },
    },
  },
  intervals: {
    optionalProperties: Object.fromEntries(
      intervalNames.map((name) => [name, { ...interval, nullable: true }]),
    ) as Record<IntervalName, { properties: (typeof interval)["properties"]; nullable: true }>,
  },
} as const;

const metrics: Versioned<Metrics> = {
  properties: {
    formatVersion: version,
    split: evaluatedSplit,
    weights: {
      properties: { use: { enum: ["best", "last"] }, epoch: { type: "uint32", nullable: true } },
      optionalProperties: {
        stopped: { properties: { by: { enum: [...stopReasons] }, epoch: count } },
      },
    },
    images: count,
    accuracyInterval: interval,
    majorityClassAccuracy: number,
    baseline: {
      properties: { balancedAccuracy: numberOrNull, f1: numberOrNull, loss: numberOrNull },
    },
    resampled: { enum: ["images", "groups"] },
    ...figures,
    groups: { nullable: true, properties: { count, mixed: count, ...figures } },
    classes: {
      elements: {
        properties: { label: word, support: count, ...averages.properties },
        optionalProperties: {
          intervals: {
            optionalProperties: Object.fromEntries(
              classIntervalNames.map((name) => [name, { ...interval, nullable: true }]),
            ) as Record<
              ClassIntervalName,
              { properties: (typeof interval)["properties"]; nullable: true }
            >,
          },
        },
      },
    },
  },
};

const confusionMatrix: Versioned<ConfusionMatrix> = {
  properties: {
    formatVersion: version,
    split: evaluatedSplit,
    classes: words,
    counts: { elements: { elements: count } },
  },
};

const predictionPictures = {
  elements: {
    properties: { file: word, picture: word, gradCam: { type: "string", nullable: true } },
  },
} as const;

const pictures: Versioned<PicturesRecord> = {
  properties: {
    formatVersion: version,
    mistakes: predictionPictures,
    filters: {
      nullable: true,
      properties: { layer: word, picture: word, shown: count, total: count },
    },
  },
  optionalProperties: {
    right: predictionPictures,
    augmentation: { properties: { picture: word, images: count, epochs: count } },
  },
};

const instant = { type: "timestamp" } as const;
const anything = { values: {} } as const;

/** A manifest may hold more than is asked for here: what a later version of Lamina notes about a run's world. */
const manifest = {
  properties: {
    formatVersion: version,
    status: { enum: [...runStatuses] },
    run: word,
    experiment: word,
    command: words,
    startedAt: instant,
    engine: anything,
    lamina: {
      properties: { version: word },
      optionalProperties: {
        git: {
          properties: { commit: word, changed: { type: "boolean" } },
          nullable: true,
        },
      },
      additionalProperties: true,
    },
    host: anything,
    versions: anything,
  },
  optionalProperties: {
    id: word,
    pid: count,
    finishedAt: instant,
    seconds: number,
    training: {
      optionalProperties: { seconds: number, imagesPerSecond: number },
      additionalProperties: true,
    },
    peakMemoryBytes: number,
    peakDeviceMemoryBytes: number,
    error: word,
    failure: { enum: [...runFailures] },
    resumed: {
      elements: { properties: { at: instant }, optionalProperties: { changes: words } },
    },
    extended: { properties: { run: word, epochs: count }, optionalProperties: { id: word } },
    files: { values: word },
    model: { values: word },
    sha256: word,
  },
  additionalProperties: true,
} as const;

/** What each JSON file of a run's text is held against, as JSON Type Definition (RFC 8927). */
export const recordSchemas = { data, request, metrics, confusionMatrix, manifest };

/** All that `bun run generate` writes a validator for. */
export const validatedSchemas = { ...recordSchemas, pictures };
