import { Diverged } from "../errors.ts";
import { extraMonitor, monitorOf } from "../evaluate/monitor.ts";
import { messages } from "./messages.ts";
import type { History, StopRecord, WeightsRecord } from "../layout.ts";
import { Training } from "../train/loop.ts";
import type { Effects } from "./effects.ts";
import type { OpenRun } from "./open-run.ts";
import { chosenWeights } from "./parts/best-weights.ts";
import { Checkpoints, originOf, type RunState } from "./parts/checkpoints.ts";
import { earlyStopping } from "./parts/early-stopping.ts";
import { historyRows } from "./parts/history.ts";
import type { EpochPart } from "./parts/part.ts";
import { endAfter, timeLimit } from "./parts/time-limit.ts";
import type { Prepared } from "./prepare.ts";
import { saveModel } from "./save-model.ts";

/** A network that has learned, with the weights that it is judged by. */
export interface Fitted {
  history: History;
  weights: WeightsRecord;
}

export interface FitOptions {
  /** A state that the same run was in; its beginning where it is missing. */
  from?: RunState | null;
  /** What ended the run when it was made: no clock is asked again, and no other trial. */
  stopped?: StopRecord;
  /** Asked beside those that every run has, after these. */
  parts?: Readonly<Record<string, EpochPart>>;
}

/**
 * Trains the network of a run.
 * @throws Diverged where the loss is no longer a number: the best weights are saved, where there are some
 * @throws Interrupted, once the state is kept
 */
export async function fit(
  prepared: Prepared,
  run: Omit<OpenRun, "during">,
  effects: Effects,
  { from, stopped: before, parts: others = {} }: FitOptions = {},
): Promise<Fitted> {
  const { checked, engine, learner, execution } = prepared;
  const { dataset, network, predictor } = learner;
  const { train, evaluate } = checked.experiment.resolved;
  const { reporter, nowMs, signal, cores, feedThreads } = effects;
  const heldOut = dataset.splits.validation ? "validation" : "test";
  const monitor = monitorOf(checked.experiment.resolved);
  const extra = extraMonitor(monitor);
  const history: History = { heldOut, ...(extra && { monitor: extra }), epochs: [] };
  const use = evaluate.weights ?? (heldOut === "validation" ? "best" : "last");
  const chosen = chosenWeights(engine, network, use, monitor);
  /** In the order in which they are asked; the names are those of their shares of a checkpoint. */
  const parts: Record<string, EpochPart> = {
    history: historyRows(history, run),
    weights: chosen,
    ...(train.earlyStopping && { earlyStopping: earlyStopping(train.earlyStopping) }),
    ...(before ? { before: endAfter(before) } : {}),
    ...(train.maxMinutes !== null && !before && { timeLimit: timeLimit(train.maxMinutes, nowMs) }),
    progress: { after: (record) => void reporter.epoch(record, history, train.epochs) },
    ...others,
  };
  let stopped: StopRecord | null = from?.stopped ?? null;
  for (const [name, state] of Object.entries(from?.parts ?? {})) parts[name]?.load?.(state);
  const epochsBefore = history.epochs.length;
  const checkpoints = new Checkpoints({
    keep: run.keep,
    origin: originOf(checked.experiment.resolved, dataset.record),
    settings: train.checkpoint,
    nowMs,
  });
  const training = new Training(
    {
      engine,
      network,
      predictor,
      execution,
      dataset,
      cores,
      ...(feedThreads && { feedThreads }),
      nowMs,
      heldOut,
      experiment: checked.experiment.resolved,
      onStep: (progress) => reporter.step(progress, train.epochs),
      onTimed: run.manifest.waited,
      pauses: () => signal.aborted || checkpoints.isDueBetweenSteps,
    },
    from?.training,
  );
  const stateNow = (): RunState => ({
    training: training.state(),
    parts: Object.fromEntries(
      Object.entries(parts).flatMap(([name, part]) => (part.save ? [[name, part.save()]] : [])),
    ),
    stopped,
  });
  const closing = async () => {
    training.close();
    for (const part of Object.values(parts)) await part.finish?.();
    await checkpoints.finish();
  };
  try {
    const events = stopped ? [] : training.run();
    for await (const event of events) {
      if (event.kind === "epoch") {
        const { record } = event;
        for (const part of Object.values(parts)) {
          const by = await part.after(record);
          if (by && record.epoch < train.epochs) stopped ??= { by, epoch: record.epoch };
        }
        if (stopped) break;
      }
      const isDue = event.kind === "pause" || checkpoints.isDueAfter(event.record.epoch);
      if (isDue || signal.aborted) await checkpoints.write(stateNow);
      if (signal.aborted) throw signal.reason;
    }
    const { length } = history.epochs;
    run.manifest.trained(length - epochsBefore, dataset.splits.train!.length);
    // What a longer training goes on from.
    await checkpoints.write(stateNow, 1);
  } catch (error) {
    // What went wrong first is what the user needs to know.
    await closing().catch(() => undefined);
    if (!(error instanceof Diverged) || chosen.best === null) throw error;
    const { epoch } = chosen.restore();
    await saveModel(prepared, run);
    throw new Diverged(messages.bestWeightsSaved(error.message, epoch!));
  }
  await closing();
  return { history, weights: { ...chosen.restore(), ...(stopped && { stopped }) } };
}
