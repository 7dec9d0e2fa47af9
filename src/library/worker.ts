/** The process of the library: does what it is asked for, one order after the other. See Apart. */
import { existsSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { checkExperiment } from "../check.ts";
import { readToReport } from "../cli/data.ts";
import { summary } from "../cli/data-told.ts";
import { threadsOf } from "../cli/effects.ts";
import { findEvaluation } from "../cli/evaluate.ts";
import { findRates } from "../cli/lr.ts";
import { predictionOutput } from "../cli/prediction-formats.ts";
import { checkForRun, readRequest } from "../cli/request.ts";
import { findResumable } from "../cli/resume.ts";
import { findVerifiable } from "../cli/verify.ts";
import { describeFailure } from "../cli/failure.ts";
import { frameNamed, listNamed } from "../data/source/named.ts";
import type { StreamedFile } from "../data/stream.ts";
import { Interrupted, RunError, UsageError } from "../errors.ts";
import { runExperiment } from "../pipeline.ts";
import { findRun, runName } from "../run/find.ts";
import { ExperimentError } from "../spec/diagnostic.ts";
import { evaluateRun } from "../stages/evaluate.ts";
import { openModel, type OpenModel, readModel } from "../stages/open-model.ts";
import { predictBytes, predictFiles } from "../stages/predict.ts";
import { messages } from "./messages.ts";
import {
  type Answers,
  type FromProcess,
  type Order,
  sentError,
  type ToProcess,
} from "./protocol.ts";
import type { Prediction, Progress } from "./types.ts";
import { worldOf, type WorldSettings } from "./world.ts";

/** An order that is being done. */
interface Work {
  controller: AbortController;
  /** Of a stream: called when the next batch is wanted. */
  next: () => void;
}

const send = (message: FromProcess) => void process.send!(message);
const tell = (progress: Progress) => send({ progress });

let model: OpenModel | null = null;
let work: Work | null = null;

process.on("message", (message: ToProcess) => {
  if ("stop" in message) work?.controller.abort(new Interrupted(messages.stopped(), null));
  else if ("next" in message) work?.next();
  else void follow(message.order);
});
// Whoever asked has ended: a run is ended in order, so that it can go on.
process.on("disconnect", () => {
  if (!work) process.exit();
  work.controller.abort(new Interrupted(messages.stopped(), null));
});

/** What nobody awaits, in a thread or a callback. */
const fail = (error: unknown) => {
  if (process.connected) send({ failure: sentError(error) });
  setImmediate(() => process.exit(1));
};
process.on("uncaughtException", fail).on("unhandledRejection", fail);

async function follow(order: Order): Promise<void> {
  const controller = new AbortController();
  work = { controller, next: () => undefined };
  try {
    send({ answer: await answer(order, controller.signal) });
  } catch (error) {
    if (process.connected) send({ failure: sentError(asTold(error)) });
  } finally {
    work = null;
    if (!process.connected) process.exit();
  }
}

/** What the system refuses is told as the command tells it. */
function asTold(error: unknown): unknown {
  const isKnown = [RunError, UsageError, ExperimentError, Interrupted].some(
    (kind) => error instanceof kind,
  );
  const isBug = error instanceof TypeError || error instanceof RangeError;
  return isKnown || isBug ? error : new RunError(describeFailure(error).message);
}

function answer(order: Order, signal: AbortSignal): Promise<Answers[Order["kind"]]> {
  switch (order.kind) {
    case "run":
      return run(order, signal);
    case "resume":
      return resume(order, signal);
    case "evaluate":
      return evaluate(order, signal);
    case "verify":
      return verify(order, signal);
    case "rates":
      return rates(order, signal);
    case "data":
      return readImages(order, signal);
    case "open":
      return open(order, signal);
    case "predict":
      return predict(order, signal);
    case "stream":
      return stream(order, signal);
  }
}

type Of<Kind extends Order["kind"]> = Extract<Order, { kind: Kind }>;

async function run({ file, overrides, directory }: Of<"run">, signal: AbortSignal) {
  const request = await readRequest({ set: overrides }, [file], directory);
  const { checked, warning } = await checkForRun(request);
  if (warning !== null) tell({ kind: "warning", text: warning });
  const command = [file, ...overrides.flatMap((one) => ["--set", one])];
  const { folder } = await runExperiment(checked, worldOf({ directory, command, signal, tell }));
  return folder.name;
}

async function resume({ run: name, epochs, directory }: Of<"resume">, signal: AbortSignal) {
  const { goOn, ...world } = await findResumable(name, epochs, directory);
  const command = [name, ...(epochs === undefined ? [] : ["--epochs", String(epochs)])];
  const { folder } = await goOn(worldOf({ directory, command, signal, tell, ...world }));
  return folder.name;
}

async function evaluate({ run: name, asked, directory }: Of<"evaluate">, signal: AbortSignal) {
  const { map = {}, drop = [], data, as, columns } = asked;
  const pairs = Object.entries(map);
  const { read, settings } = await findEvaluation(
    { run: name, data, as, map: new Map(pairs), drop, columns },
    directory,
  );
  for (const text of settings.labelled.source.warnings) tell({ kind: "warning", text });
  const command = [
    name,
    "--data",
    data,
    "--as",
    settings.name,
    ...pairs.flatMap(([from, to]) => ["--map", `${from}=${to}`]),
    ...drop.flatMap((label) => ["--drop", label]),
    ...(columns
      ? [
          "--columns",
          Object.entries(columns)
            .map((one) => one.join("="))
            .join(),
        ]
      : []),
  ];
  const threads = threadsOf(read.manifest);
  const world = worldOf({ directory, command, signal, tell, threads });
  const { folder } = await evaluateRun(read, settings, world);
  return folder.name;
}

async function verify({ run: given, directory }: Of<"verify">, signal: AbortSignal) {
  const { name, again, ...world } = await findVerifiable(given, directory);
  const verdict = await again(worldOf({ directory, command: [given], signal, tell, ...world }));
  return { run: name, ...verdict };
}

async function rates({ file, overrides, range, directory }: Of<"rates">, signal: AbortSignal) {
  const request = await readRequest({ set: overrides }, [file], directory);
  const words = Object.entries(range).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, String(value)] as const],
  );
  const test = await findRates(request, Object.fromEntries(words));
  return (await test(worldOf({ directory, command: [file], signal, tell }))).output;
}

async function readImages({ file, overrides, directory }: Of<"data">, signal: AbortSignal) {
  const request = await readRequest({ set: overrides }, [file], directory);
  const checked = await checkExperiment(request);
  const { reporter } = worldOf({ directory, command: [file], signal, tell });
  const { imagesRead, imagesCompared, warning } = reporter;
  const report = { onProgress: imagesRead, onCompared: imagesCompared, warn: warning, signal };
  const dataset = await readToReport(checked, report);
  try {
    const { counts, ...output } = summary(checked, dataset);
    const plain = Array.from(counts, ([split, own]) => [split, Object.fromEntries(own)] as const);
    return { ...output, counts: Object.fromEntries(plain) };
  } finally {
    await dataset.close();
  }
}

async function open({ run: name, directory }: Of<"open">, signal: AbortSignal) {
  const runs = join(directory, "runs");
  const path = await findRun(name, runs, directory);
  const read = await readModel({ name: runName(path, runs, directory), path });
  const { folder, stored, target, manifest } = read;
  const world: WorldSettings = {
    directory,
    command: [],
    signal,
    tell,
    threads: threadsOf(manifest),
  };
  model = await openModel(read, worldOf(world));
  const { height, width, channels } = target;
  const { changes } = model;
  return {
    run: folder.name,
    classes: stored.classes,
    inputShape: [height, width, channels] as [number, number, number],
    changes,
  };
}

/** Images whose content was given are predicted together, and files so. */
async function predict(
  { images, directory }: Of<"predict">,
  signal: AbortSignal,
): Promise<Prediction[]> {
  const opened = model!;
  const predictions = Array.from<Prediction>({ length: images.length });
  const places = images.map((image, place) => ({ image, place }));
  const given = places.flatMap(({ image, place }) =>
    typeof image === "string" ? [] : { image, place },
  );
  const named = places.flatMap(({ image, place }) =>
    typeof image === "string" ? { place, ...placeOf(image, directory) } : [],
  );
  for (const { file, absolutePath } of named)
    if (statSync(absolutePath, { throwIfNoEntry: false })?.isDirectory())
      throw new UsageError(messages.notAFile(file));
  for await (const batch of predictFiles(opened, named, { signal }))
    for (const one of batch) predictions[one.file.place] = predictionOf(one.file.file, one);
  const ofBytes = await predictBytes(
    opened,
    given.map(({ image }) => image),
  );
  for (const [index, one] of ofBytes.entries()) {
    const { place } = given[index]!;
    predictions[place] = predictionOf(`#${place + 1}`, one);
  }
  return predictions;
}

/** A file, or a frame of one by its name. */
function placeOf(image: string, directory: string): StreamedFile & { file: string } {
  const absolutePath = resolve(directory, image);
  const [frame] = existsSync(absolutePath)
    ? []
    : (frameNamed(image, model!.resolved.data, directory) ?? []);
  return { ...(frame ?? { absolutePath }), file: image };
}

async function stream({ paths, directory }: Of<"stream">, signal: AbortSignal): Promise<null> {
  const files = await listNamed(paths, model!.resolved.data, directory);
  for await (const batch of predictFiles(model!, files, { signal })) {
    const { promise, resolve: goOn } = Promise.withResolvers<void>();
    work!.next = goOn;
    signal.addEventListener("abort", () => goOn(), { once: true });
    send({ batch: batch.map((one) => predictionOf(one.file.file, one)) });
    await promise;
    signal.throwIfAborted();
  }
  return null;
}

function predictionOf(
  file: string,
  one: { probabilities: number[] } | { why: { reason: unknown; detail: string } },
): Prediction {
  if ("why" in one) return { ok: false, file, ...one.why } as Prediction;
  const { classes } = model!.stored;
  const { top, predicted, probabilities } = predictionOutput(file, one.probabilities, classes, 1);
  return { ok: true, file, predicted, probability: top[0]!.probability, probabilities };
}
