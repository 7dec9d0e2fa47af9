import { files, type EpochRecord, type History, type WeightsRecord } from "../run/layout.ts";
import { historyText } from "../run/text.ts";
import { chooseWeights } from "../train/chosen-weights.ts";
import { train } from "../train/loop.ts";
import type { Effects } from "./effects.ts";
import type { OpenRun, Sink } from "./open-run.ts";
import type { Prepared } from "./prepare.ts";

/** A network that has learned, with the weights that it is judged by. */
export interface Fitted {
  history: History;
  weights: WeightsRecord;
}

/**
 * Something that happens after each epoch, while the network has its weights. Parts are asked in their order; a part that
 * has something under way finishes it at the end.
 */
export interface EpochPart {
  after(record: EpochRecord): Promise<void> | void;
  finish?(): Promise<void>;
}

/** Trains the network of a run. @throws RunError where the loss is no longer a number @throws Interrupted */
export async function fit(prepared: Prepared, run: OpenRun, effects: Effects): Promise<Fitted> {
  const { checked, dataset, engine, network, predictor, execution } = prepared;
  const { resolved } = checked.experiment;
  const { reporter, nowMs, signal } = effects;
  const { epochs } = resolved.train;
  const history: History = {
    heldOut: dataset.splits.validation ? "validation" : "test",
    epochs: [],
  };
  const chosen = chooseWeights(engine, network, resolved.evaluate.weights);
  const parts: EpochPart[] = [
    { after: (record) => void history.epochs.push(record) },
    { after: chosen.offer },
    historyFile(history, run),
    { after: (record) => reporter.epoch(record, history, epochs) },
  ];
  const training = train({
    engine,
    network,
    predictor,
    execution,
    dataset,
    nowMs,
    signal,
    experiment: resolved,
    heldOut: history.heldOut,
    onStep: (progress) => reporter.step(progress, epochs),
    onTimed: run.manifest.waited,
  });
  for await (const record of training) for (const part of parts) await part.after(record);
  for (const part of parts) await part.finish?.();
  run.manifest.trained(history.epochs.length, dataset.splits.train!.length);
  return { history, weights: chosen.restore() };
}

/** history.csv. The disk is not waited for: it takes an epoch's row while the next epoch trains. */
function historyFile(history: History, sink: Sink): EpochPart {
  let written = Promise.resolve();
  return {
    async after() {
      await written;
      written = sink.write(files.history, historyText(history));
      // What goes wrong is thrown where it is awaited.
      written.catch(() => undefined);
    },
    finish: () => written,
  };
}
