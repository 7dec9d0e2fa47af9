import type { JTDSchemaType } from "ajv/dist/jtd";
import { type DataChange, dataChangeKinds } from "../compare/data.ts";
import { formatNames } from "../export/formats.ts";
import { exclusionReasons, imageNotes, leakKinds, splits } from "../layout.ts";
import { recordSchemas } from "../run/records.ts";
import type {
  AppOutput,
  CacheOutput,
  ChartsOutput,
  CheckOutput,
  DataOutput,
  DiffOutput,
  DoctorOutput,
  ExplainOutput,
  ExportOutput,
  FetchListOutput,
  FetchOutput,
  ListedOutput,
  LrOutput,
  NewOutput,
  NoteOutput,
  PredictOutput,
  RenameOutput,
  RmOutput,
  RunOutput,
  TagOutput,
  VerifyOutput,
} from "./outputs.ts";
import { paper } from "./paper-schema.ts";

/** What `--json` prints, as JSON Type Definition (RFC 8927): held against its types by the compiler, and against commands by a test. */

const word = { type: "string" } as const;
const wordOrNull = { type: "string", nullable: true } as const;
const words = { elements: word } as const;
const count = { type: "uint32" } as const;
/** Bytes and operations are more than 32 bits hold. */
const number = { type: "float64" } as const;
const numberOrNull = { type: "float64", nullable: true } as const;
const version = { type: "uint8" } as const;
const flag = { type: "boolean" } as const;
const split = { enum: [...splits] };
const anything = {};
const record = { values: {} } as const;
const counts = { values: count } as const;
const bySplit = { properties: { train: count, validation: count, test: count } } as const;
const ofSomeSplits = { optionalProperties: bySplit.properties } as const;

/** Properties that the compiler does not look at: other schemas tell of them, or they hold anything. */
interface Open {
  properties?: Record<string, object>;
  optionalProperties?: Record<string, object>;
}

/** An object with these properties besides. */
function withOpen(schema: Open, { properties, optionalProperties }: Open): Open {
  return {
    properties: { ...schema.properties, ...properties },
    ...((schema.optionalProperties ?? optionalProperties) && {
      optionalProperties: { ...schema.optionalProperties, ...optionalProperties },
    }),
  };
}

const run = withOpen(
  { properties: { run: word, folder: word } } satisfies JTDSchemaType<Omit<RunOutput, "metrics">>,
  { properties: { metrics: recordSchemas.metrics } },
);

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
const check = withOpen(checked, {
  optionalProperties: { layers: { elements: layer }, resolved: record },
});

const unusable = {
  properties: { file: word, reason: { enum: [...exclusionReasons] }, detail: word },
};

const data: JTDSchemaType<DataOutput> = {
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
    skipped: {
      elements: {
        properties: { by: { enum: ["exclude", "include"] }, pattern: word, files: count },
      },
    },
    leaks: {
      nullable: true,
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
    warnings: words,
  },
};

const notes = { elements: { properties: { date: wordOrNull, text: word } } } as const;

const listed: JTDSchemaType<Omit<ListedOutput, "metrics" | "settings">> = {
  properties: {
    run: word,
    evaluation: wordOrNull,
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
const list = {
  elements: withOpen(listed, { properties: { metrics: recordOrNull, settings: recordOrNull } }),
};

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

const diff = withOpen(difference, {
  properties: {
    formatVersion: version,
    settings: { elements: { properties: { path: word, a: setting, b: setting } } },
    environment: { elements: change },
    cost: { elements: change },
  },
});

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
const predict = withOpen(predictions, { properties: { formatVersion: version } });

const lr: JTDSchemaType<LrOutput> = {
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
const exported = withOpen(written, {
  properties: {
    formatVersion: version,
    input: { properties: { ...end.properties, type: { enum: ["uint8", "int32"] } } },
    output: { properties: { ...end.properties, type: { enum: ["float32"] } } },
    checked: { optionalProperties: { ...checkedOn, runtime: word } },
  },
});

const page: JTDSchemaType<Omit<AppOutput, "checked">> = {
  properties: { run: word, page: word, bytes: count, mistakes: count },
};
const app = withOpen(page, { properties: { checked: { optionalProperties: checkedOn } } });

const charts: JTDSchemaType<ChartsOutput> = { properties: { files: words, problems: words } };

const verify: JTDSchemaType<VerifyOutput> = {
  properties: { run: word, differences: words, same: words, absent: words },
};

/** A key holds keys. */
const explain: JTDSchemaType<ExplainOutput, { key: ExplainOutput[number] }> = {
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

const note: JTDSchemaType<NoteOutput> = { properties: { run: word, notes } };
const tag: JTDSchemaType<TagOutput> = { properties: { run: word, tags: words } };
const rename: JTDSchemaType<RenameOutput> = { properties: { before: word, run: word } };
const rm: JTDSchemaType<RmOutput> = {
  properties: {
    removed: { elements: { properties: { run: word, kept: words, commit: wordOrNull } } },
  },
};
const made: JTDSchemaType<NewOutput> = { properties: { experiment: word, file: word } };

const fetchList: JTDSchemaType<FetchListOutput> = {
  properties: {
    folder: word,
    weights: {
      elements: {
        properties: {
          name: word,
          title: word,
          licence: word,
          bytes: number,
          sha256: word,
          path: wordOrNull,
        },
      },
    },
    brought: words,
  },
};
const fetch: JTDSchemaType<FetchOutput> = {
  properties: { name: word, path: word, sha256: word },
};

const cache: JTDSchemaType<CacheOutput> = {
  properties: {
    cacheFolder: word,
    folder: word,
    images: { type: "uint32", nullable: true },
    bytes: number,
    mostBytes: number,
    weights: { elements: { properties: { name: word, path: word, bytes: number } } },
    cleared: flag,
    kept: words,
  },
};

const doctor: JTDSchemaType<DoctorOutput> = {
  properties: {
    healthy: flag,
    findings: { elements: { properties: { name: word, value: word, ok: flag } } },
  },
};

/** By the name of the file in schema/output: the type, the commands that print it, and the schema. */
const planned = {
  properties: { number: count, setting: count, experiment: word, values: record, seed: count },
  optionalProperties: { fold: count, repeat: count },
} as const;
const sweep = {
  properties: { sweep: word },
  optionalProperties: { summary: record, trials: { elements: planned } },
} as const;

const standing = {
  properties: {
    number: count,
    state: word,
    node: wordOrNull,
    task: wordOrNull,
    epoch: count,
    epochs: count,
    attempts: count,
    reason: wordOrNull,
    log: wordOrNull,
  },
  optionalProperties: { values: record, seed: count, fold: count },
} as const;
const sweepStatus = {
  properties: {
    sweep: word,
    status: word,
    total: count,
    counts,
    trials: { elements: standing },
    complaints: words,
  },
} as const;

export const outputSchemas = {
  run: { type: "RunOutput", commands: ["run", "resume", "evaluate"], schema: run },
  check: { type: "CheckOutput", commands: ["check"], schema: check },
  data: { type: "DataOutput", commands: ["data"], schema: data },
  lr: { type: "LrOutput", commands: ["lr"], schema: lr },
  list: { type: "ListedOutput", commands: ["list"], schema: list },
  diff: { type: "DiffOutput", commands: ["diff"], schema: diff },
  predict: { type: "PredictOutput", commands: ["predict"], schema: predict },
  export: { type: "ExportOutput", commands: ["export"], schema: exported },
  verify: { type: "VerifyOutput", commands: ["verify"], schema: verify },
  app: { type: "AppOutput", commands: ["app"], schema: app },
  paper: { type: "PaperFigures", commands: ["paper"], schema: paper },
  charts: { type: "ChartsOutput", commands: ["charts"], schema: charts },
  sweep: { type: "SweepOutput", commands: ["sweep"], schema: sweep },
  "sweep-status": { type: "SweepStatusOutput", commands: ["sweep status"], schema: sweepStatus },
  new: { type: "NewOutput", commands: ["new"], schema: made },
  explain: { type: "ExplainOutput", commands: ["explain"], schema: explain },
  note: { type: "NoteOutput", commands: ["note"], schema: note },
  tag: { type: "TagOutput", commands: ["tag"], schema: tag },
  rename: { type: "RenameOutput", commands: ["rename"], schema: rename },
  rm: { type: "RmOutput", commands: ["rm"], schema: rm },
  "fetch-list": { type: "FetchListOutput", commands: ["fetch"], schema: fetchList },
  fetch: { type: "FetchOutput", commands: ["fetch NAME"], schema: fetch },
  cache: { type: "CacheOutput", commands: ["cache"], schema: cache },
  doctor: { type: "DoctorOutput", commands: ["doctor"], schema: doctor },
} as const;

export type OutputName = keyof typeof outputSchemas;
