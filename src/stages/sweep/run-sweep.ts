import { join } from "node:path";
import { RunError } from "../../errors.ts";
import { lifeOf } from "../../run/alive.ts";
import { looseManifest } from "../../run/loose-manifest.ts";
import { sweepFiles, trialFolder, type TrialRecord } from "../../sweep/layout.ts";
import { readResult } from "../../sweep/read-result.ts";
import { failedResult, type TrialResult } from "../../sweep/results.ts";
import type { CheckedSweep } from "./check.ts";
import type { SweepEffects } from "./effects.ts";
import { writeFailure } from "./failure.ts";
import { messages } from "./messages.ts";
import type { FailedTrial, Place } from "./place.ts";
import { Rungs } from "./rungs.ts";
import { TrialList } from "./trial-list.ts";
import { TrialOrders } from "./trial-orders.ts";
import { judgeWinner } from "./winner.ts";

/** A process that ends without a word is given so many chances. */
const MOST_ATTEMPTS = 2;
const LOOK_MS = 250;

/** A sweep while it goes on. What there is to do follows from its list of trials and their folders alone. */
export class SweepRun {
  readonly results = new Map<number, TrialResult>();
  /** Processes that ended without a word, for the manifest. */
  readonly died: { trial: number; reason: string }[] = [];
  private readonly list: TrialList;
  private readonly orders: TrialOrders;
  private readonly running = new Map<number, Promise<void>>();
  private readonly attempts = new Map<number, number>();
  private readonly rungs: Rungs | null;
  private isPrepared = false;
  private fault: Error | null = null;
  private wake: () => void = () => undefined;
  private hasNews = false;

  private constructor(
    private readonly folder: { name: string; path: string },
    private readonly checked: Omit<CheckedSweep, "first">,
    private readonly place: Place,
    private readonly effects: SweepEffects,
  ) {
    this.list = new TrialList(folder.path);
    this.rungs = Rungs.of(checked.sweep.resolved);
    this.orders = new TrialOrders({
      folder,
      checked,
      records: this.list.records,
      results: this.results,
      rungs: this.rungs?.settings ?? null,
      effects,
    });
  }

  private get records(): readonly TrialRecord[] {
    return this.list.records;
  }

  /** @throws RunError where what is there is not whole, or of another sweep */
  static async open(
    folder: { name: string; path: string },
    checked: Omit<CheckedSweep, "first">,
    place: Place,
    effects: SweepEffects,
  ): Promise<SweepRun> {
    const run = new SweepRun(folder, checked, place, effects);
    await run.lookAround();
    return run;
  }

  get total(): number {
    return this.checked.plan.total;
  }

  /** Does all that is left. @throws Interrupted @throws RunError where a trial cannot go on for a reason beyond it */
  async finish(): Promise<void> {
    const { signal } = this.effects;
    const stop = () => {
      this.place.stop();
      this.tell();
    };
    signal.addEventListener("abort", stop, { once: true });
    try {
      while (this.results.size < this.total || this.running.size > 0) {
        if (!signal.aborted && !this.fault) await this.startMore();
        if (this.running.size === 0) break;
        await this.news();
      }
      if (this.fault) throw this.fault;
      signal.throwIfAborted();
      if (this.results.size < this.total) throw new Error("A sweep ended before its last trial.");
    } finally {
      signal.removeEventListener("abort", stop);
    }
  }

  /** Something has changed: there may be more to start. */
  private tell(): void {
    this.hasNews = true;
    this.wake();
  }

  private async news(): Promise<void> {
    if (!this.hasNews) await new Promise<void>((resolve) => (this.wake = resolve));
    this.hasNews = false;
  }

  /** Trains the best setting once more and judges it. @returns its folder, from the sweep's */
  async winner(setting: number): Promise<string> {
    const { plan } = this.checked;
    const first = this.records[(setting - 1) * plan.each]!;
    const { experiment, overrides } = plan.winner(plan.pointOf(first)!);
    const folder = sweepFiles.winner;
    const resolved = await this.orders.resolvedSeal({ experiment, overrides, folder });
    const order = this.orders.order(0, folder, experiment, overrides, null);
    await judgeWinner(this.folder, order, resolved, this.place, this.effects);
    return folder;
  }

  /** What has become of the trials that are in the list. */
  private async lookAround(): Promise<void> {
    const { reporter } = this.effects;
    for (const record of this.records) {
      const { number } = record;
      const name = trialFolder(number);
      const path = join(this.folder.path, name);
      await this.outlive(path, `${this.folder.name}/${name}`);
      const manifest = looseManifest(path);
      if (manifest?.status === "completed") this.settle(await this.believe(record));
      else if (manifest?.status === "failed" && manifest.failure) this.settle(failedResult(record));
    }
    for (const record of this.records) this.orders.expectOwn(record);
    reporter.found(this.results.size, this.total);
  }

  /** A trial of a controller that was killed may be about to see it. */
  private async outlive(path: string, name: string): Promise<void> {
    for (let told = false; ; told = true) {
      const manifest = looseManifest(path);
      if (manifest?.status !== "running" || lifeOf(path, manifest).state === "killed") return;
      if (!told) this.effects.reporter.warning(messages.waitsForTrial(name));
      await Bun.sleep(LOOK_MS);
      this.effects.signal.throwIfAborted();
    }
  }

  private async believe(record: TrialRecord): Promise<TrialResult> {
    const name = trialFolder(record.number);
    try {
      return await readResult(join(this.folder.path, name), record);
    } catch (error) {
      if (!(error instanceof RunError)) throw error;
      throw new RunError(messages.trialDamaged(`${this.folder.name}/${name}`, error.message));
    }
  }

  private async startMore(): Promise<void> {
    // The first fills the cache of images for all.
    const slots = this.isPrepared ? this.place.slots : 1;
    while (this.running.size < slots) {
      const record = this.left() ?? (await this.next());
      if (!record) return;
      const work = this.run(record).catch((error: Error) => void this.fail(error));
      this.running.set(
        record.number,
        work.finally(() => {
          this.running.delete(record.number);
          this.tell();
        }),
      );
    }
  }

  /** The first trial of the list that is not finished and not running. */
  private left(): TrialRecord | undefined {
    return this.records.find(
      ({ number }) => !this.results.has(number) && !this.running.has(number),
    );
  }

  /** The next trial of the sweep, put into the list; undefined where there is none, or it has to wait for results. */
  private async next(): Promise<TrialRecord | undefined> {
    const { plan } = this.checked;
    const number = this.records.length + 1;
    if (number > this.total) return undefined;
    const awaited = plan.awaits(number);
    if (!this.orders.isFinishedTo(awaited)) return undefined;
    const planned = plan.trial(number, this.orders.pointFor(number, awaited));
    const record = await this.orders.recordOf(planned, awaited);
    this.list.append(record);
    return record;
  }

  private async run(record: TrialRecord): Promise<void> {
    const { number } = record;
    const { reporter, signal } = this.effects;
    reporter.trialStarted(record);
    const end = await this.place.start(this.orders.orderOf(record), {
      prepared: () => {
        this.isPrepared = true;
        this.tell();
      },
      epoch: (epoch, epochs) => reporter.epoch(number, epoch, epochs),
      warning: (text) => reporter.warning(text),
      rung: (epoch, value) => this.rungs!.ask(number, epoch, value),
    });
    switch (end.kind) {
      case "completed":
        return this.settle(await this.believe(record));
      case "interrupted":
        return signal.throwIfAborted();
      case "died":
        return this.again(record, end.reason);
      case "failed":
        return this.giveUp(record, end);
    }
  }

  private async again(record: TrialRecord, reason: string): Promise<void> {
    const { number } = record;
    if (this.effects.signal.aborted) return;
    this.died.push({ trial: number, reason });
    const attempts = (this.attempts.get(number) ?? 0) + 1;
    this.attempts.set(number, attempts);
    this.effects.reporter.died(record, reason, attempts < MOST_ATTEMPTS);
    if (attempts < MOST_ATTEMPTS) return;
    await this.giveUp(record, {
      kind: "failed",
      failure: "died",
      reason: messages.diedTwice(reason),
    });
  }

  private async giveUp(record: TrialRecord, end: FailedTrial): Promise<void> {
    const folder = trialFolder(record.number);
    if (end.failure === null)
      throw new RunError(messages.trialStops(this.folder.name, folder, end.reason));
    const name = `${this.folder.name}/${folder}`;
    const path = join(this.folder.path, folder);
    const about = { failure: end.failure, reason: end.reason };
    await writeFailure({ name, path }, about, this.checked.sweep.file, this.effects);
    this.settle(failedResult(record), end.reason);
  }

  /** A trial is finished. */
  private settle(result: TrialResult, reason?: string): void {
    this.results.set(result.record.number, result);
    this.rungs?.settle(result);
    this.effects.reporter.trialEnded(result, reason);
  }

  private fail(error: Error): void {
    this.fault ??= error;
    this.place.stop();
  }
}
