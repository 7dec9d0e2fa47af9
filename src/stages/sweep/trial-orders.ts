import { existsSync } from "node:fs";
import { join } from "node:path";
import { RunError } from "../../errors.ts";
import { files } from "../../layout.ts";
import type { RunFolder } from "../../run/folder.ts";
import { sealOf } from "../../run/seals.ts";
import { ExperimentError } from "../../spec/diagnostic.ts";
import { loadExperiment } from "../../spec/load.ts";
import { resolvedText } from "../../spec/resolve.ts";
import { trialFolder, type TrialRecord } from "../../sweep/layout.ts";
import type { PlannedTrial } from "../../sweep/plan.ts";
import { objectiveOf, type TrialResult } from "../../sweep/results.ts";
import type { Point, Told } from "../../sweep/types.ts";
import type { CheckedSweep } from "./check.ts";
import { experimentFolder } from "./experiments.ts";
import type { SweepEffects } from "./effects.ts";
import { messages } from "./messages.ts";
import type { TrialOrder } from "./place.ts";
import { trialExperiment } from "./run-trial.ts";

export interface OrdersContext {
  folder: RunFolder;
  checked: Omit<CheckedSweep, "first">;
  /** The trials that were begun: they become more. */
  records: readonly TrialRecord[];
  /** What came of those that are finished. */
  results: ReadonlyMap<number, TrialResult>;
  rungs: TrialOrder["rungs"];
  effects: Pick<SweepEffects, "directory" | "command">;
}

/** What each trial is to do: it follows from the plan, and from what the trials before it came to. */
export class TrialOrders {
  constructor(private readonly context: OrdersContext) {}

  /** @throws RunError where a trial is not the one that this sweep has of its number */
  expectOwn(record: TrialRecord): void {
    const { plan } = this.context.checked;
    const point = plan.pointOf(record);
    const awaited = plan.awaits(record.number);
    const own = point && plan.trial(record.number, point);
    const isOwn =
      own &&
      awaited === record.knows &&
      // Results that are not there any more are the same once they are.
      (!this.isFinishedTo(awaited) ||
        Bun.deepEquals(plan.point(record.setting, this.told(awaited)), point)) &&
      own.setting === record.setting &&
      own.seed === record.seed &&
      own.fold === record.fold;
    if (!isOwn)
      throw new RunError(messages.trialsAreOthers(this.context.folder.name, record.number));
  }

  pointFor(number: number, awaited: number): Point {
    const { plan } = this.context.checked;
    const setting = plan.settingOf(number);
    const sibling = this.context.records[(setting - 1) * plan.each];
    return (sibling && plan.pointOf(sibling)) ?? plan.point(setting, this.told(awaited));
  }

  async recordOf(planned: PlannedTrial, knows: number): Promise<TrialRecord> {
    const { number, setting, values, seed, fold, repeat } = planned;
    return {
      number,
      setting,
      experiment: this.context.checked.experiments[planned.experiment]!.file,
      values,
      seed,
      ...(fold !== undefined && { fold }),
      ...(repeat !== undefined && { repeat }),
      knows,
      resolved: await this.resolvedSeal({ ...planned, folder: trialFolder(number) }),
    };
  }

  /** Of a trial whose settings do not go together there is none: that is told where it is run. */
  async resolvedSeal({
    experiment,
    overrides,
    folder,
  }: Pick<PlannedTrial, "experiment" | "overrides"> & { folder: string }): Promise<string> {
    const { path, name } = this.context.folder;
    const { directory } = this.context.effects;
    const about = { experiment: experimentFolder(experiment), folder, overrides };
    const kept = await trialExperiment(path, name, about, directory);
    try {
      const loaded = await loadExperiment({ file: kept.file, overrides: [], directory, kept });
      return sealOf(resolvedText(loaded.resolved));
    } catch (error) {
      if (error instanceof ExperimentError) return "";
      throw error;
    }
  }

  isFinishedTo(settings: number): boolean {
    const last = settings * this.context.checked.plan.each;
    for (let number = 1; number <= last; number++)
      if (!this.context.results.has(number)) return false;
    return true;
  }

  /** What the settings up to a number came to: a setting with a failed trial has no objective. */
  private told(settings: number): Told[] {
    const { plan, sweep } = this.context.checked;
    const { objective } = sweep.resolved;
    const figure = objective ? Object.values(objective)[0]! : null;
    return Array.from({ length: settings }, (_, index) => {
      const first = index * plan.each + 1;
      const results = Array.from({ length: plan.each }, (__, at) =>
        this.context.results.get(first + at)!,
      );
      const values = figure === null ? [] : results.map((one) => objectiveOf(one, { figure }));
      const whole = values.filter((value) => value !== null);
      const isWhole = whole.length === plan.each;
      return {
        number: index + 1,
        point: plan.pointOf(results[0]!.record)!,
        objective: isWhole ? whole.reduce((sum, value) => sum + value, 0) / plan.each : null,
      };
    });
  }

  orderOf(record: TrialRecord): TrialOrder {
    const { plan } = this.context.checked;
    const { number } = record;
    const planned = plan.trial(number, plan.pointOf(record)!);
    const reference = this.referenceFor(record);
    return this.order(
      number,
      trialFolder(number),
      planned.experiment,
      planned.overrides,
      reference,
    );
  }

  order(
    number: number,
    folder: string,
    experiment: number,
    overrides: TrialOrder["overrides"],
    reference: string | null,
  ): TrialOrder {
    return {
      sweep: this.context.folder.path,
      name: this.context.folder.name,
      number,
      folder,
      experiment: experimentFolder(experiment),
      overrides,
      reference,
      rungs: number === 0 ? null : this.context.rungs,
      isDrawn: number === 0,
      command: this.context.effects.command,
    };
  }

  /** The first trial that has to have the same images. */
  private referenceFor({ number, experiment }: TrialRecord): string | null {
    const { keys } = this.context.checked.plan;
    if (keys.some((key) => key === "data" || key.startsWith("data."))) return null;
    const first = this.context.records.find((one) => one.experiment === experiment)!;
    if (first.number === number) return null;
    const folder = trialFolder(first.number);
    return existsSync(join(this.context.folder.path, folder, files.data)) ? folder : null;
  }
}
