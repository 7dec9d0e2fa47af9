import { diff } from "./schemas/diff.ts";
import { check, data, explain, lr, made } from "./schemas/experiments.ts";
import { cache, doctor, fetch, fetchList } from "./schemas/machine.ts";
import { app, exported, predict } from "./schemas/models.ts";
import { paper } from "./schemas/paper.ts";
import { charts, list, note, rename, rm, run, tag, verify } from "./schemas/runs.ts";
import { sweep, sweepStatus } from "./schemas/sweeps.ts";

/**
 * What `--json` prints, as JSON Type Definition (RFC 8927): held against its types by the compiler, and against commands by a test.
 * By the name of the file in schema/output: the type, the commands that print it, and the schema.
 */
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
