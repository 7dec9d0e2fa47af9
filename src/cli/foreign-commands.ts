import { plainName } from "../spec/carried.ts";

const run = "did you mean run?";
const list = "did you mean list?";
const rm = "did you mean rm?";
const diff = "did you mean diff?";
const predict = "did you mean predict?";
const verify = "did you mean verify?";
const everyRun =
  "every run is evaluated as it ends: exp list shows the figures, report.html all of them. exp evaluate judges it on other images";
const page = "exp app writes a page in which anybody can try a run's network";
const newOne = "did you mean new? exp new NAME --from FOLDER writes one for a folder of images";
const isSweep =
  "did you mean sweep? exp sweep FILE.sweep.yaml runs an experiment with many settings";

/** What people call for who come from other tools, and what there is. Names are without case, - and _. */
const foreign: Readonly<Record<string, string>> = {
  annotate: "did you mean note?",
  board: list,
  classify: predict,
  compare: diff,
  crossvalidate: isSweep,
  cv: isSweep,
  continue: "did you mean resume?",
  convert: "did you mean export?",
  create: newOne,
  delete: rm,
  demo: page,
  deploy: `did you mean export? ${page}`,
  draw: "did you mean charts?",
  eval: everyRun,
  experiment: run,
  findlr: "did you mean lr?",
  fit: run,
  folds: isSweep,
  gc: "did you mean clean, or cache?",
  hpo: isSweep,
  hyperopt: isSweep,
  infer: predict,
  inference: predict,
  info: "exp list shows the runs, and report.html in a run's folder all of one",
  init: newOne,
  inspect: "did you mean data?",
  install: "did you mean doctor --fetch?",
  lint: "did you mean check?",
  log: list,
  ls: list,
  lrfind: "did you mean lr?",
  lrfinder: "did you mean lr?",
  metrics: list,
  multirun: isSweep,
  mv: "did you mean rename?",
  optimize: isSweep,
  plot: "did you mean charts?",
  preview: "did you mean data --preview?",
  queue: isSweep,
  remove: rm,
  replay: verify,
  report: "did you mean charts?",
  repro: verify,
  reproduce: verify,
  rerun: "did you mean run --from?",
  score: everyRun,
  search: isSweep,
  serve: `there is no server: open report.html in a run's folder. ${page}`,
  show: "exp list shows the runs, and report.html in a run's folder all of one",
  start: run,
  status: list,
  summary: "did you mean check?",
  test: everyRun,
  train: run,
  tune: isSweep,
  ui: "there is no server: open report.html in a run's folder",
  validate: "did you mean check?",
  version: "did you mean --version?",
  view: "open report.html in a run's folder",
};

/** What to do in place of calling for a command that there is not. */
export function foreignCommand(word: string): string | undefined {
  const plain = plainName(word);
  return Object.hasOwn(foreign, plain) ? foreign[plain] : undefined;
}
