import { realpathSync } from "node:fs";
import { join } from "node:path";
import { sweepFiles } from "../../../sweep/layout.ts";
import { lastPart } from "../../../sweep/slurm/files.ts";
import type { QueuedTask } from "../../../sweep/slurm/queue.ts";
import { lifeOfTask, remedyOf } from "../../../sweep/slurm/states.ts";
import type { Place, TrialEnd, TrialEvents, TrialOrder } from "../place.ts";
import { offerTrial, takeBack } from "./held-trial.ts";
import { messages } from "./messages.ts";
import { endOfTrial, judgeGone } from "./outcome.ts";
import { epochsIn, listed, plannedEpochs } from "./progress.ts";
import { answerQuestion, openQuestions } from "./rung-files.ts";
import { type SubmitSettings, numbered, lastSubmission, submitTrials } from "./submit.ts";

export interface SlurmSettings extends SubmitSettings {
  now: () => Date;
  warning: (text: string) => void;
  /** Told of each array job. */
  submitted: (job: string, trials: readonly number[]) => void;
  /** Nothing is left to be submitted, for now. @param given trials that were started here, in all */
  settled?: (given: number) => void;
  pace?: Pace;
}

/** Milliseconds. */
export interface Pace {
  /** Trials that are started within it after one another are submitted together. */
  gather: number;
  /** How often the trials' folders are looked at. */
  look: number;
  /** How often Slurm is asked: it serves a whole cluster. */
  ask: number;
  /** How long after its task is gone a trial may show up as ended: network file systems are late. */
  late: number;
}

const usualPace: Pace = { gather: 300, look: 2000, ask: 20_000, late: 30_000 };

/** A trial that is somewhere on the cluster. */
interface Watched {
  order: TrialOrder;
  events: TrialEvents;
  end: (end: TrialEnd) => void;
  fail: (error: unknown) => void;
  /** Rows of its history. */
  epoch: number;
  /** As Slurm last told of it. */
  task: QueuedTask | null;
  /** When Slurm first told of it no more. */
  goneMs: number | null;
  /** How often the cluster has lost it before it got further. */
  losses: number;
  /** Rungs that were asked about. */
  asked: Set<number>;
}

/** Tasks of a Slurm cluster. They go on when this process ends. */
export class SlurmPlace implements Place {
  readonly slots = Infinity;
  readonly outlivesSweep = true;
  /** By number. */
  private readonly watched = new Map<number, Watched>();
  private handed: Watched[] = [];
  private handedMs = 0;
  private given = 0;
  private askedMs = -Infinity;
  private isStopped = false;
  private loop: Promise<void> | null = null;
  private wake: () => void = () => undefined;
  private readonly pace: Pace;
  private readonly warned = new Set<string>();

  constructor(private readonly settings: SlurmSettings) {
    this.pace = settings.pace ?? usualPace;
  }

  start(order: TrialOrder, events: TrialEvents): Promise<TrialEnd> {
    if (this.isStopped) return Promise.resolve({ kind: "interrupted" });
    // Tasks fill the cache of images side by side: on a cluster none waits for the first.
    events.prepared();
    return new Promise((end, fail) => {
      const known = { epoch: 0, task: null, goneMs: null, losses: 0, asked: new Set<number>() };
      this.handed.push({ order, events, end, fail, ...known });
      this.handedMs = performance.now();
      this.given += 1;
      this.wake();
      this.goOn();
    });
  }

  /** Tasks stay in the queue, and are found again. */
  stop(): void {
    this.isStopped = true;
    for (const one of [...this.watched.values(), ...this.handed]) one.end({ kind: "interrupted" });
    this.watched.clear();
    this.handed = [];
    this.wake();
  }

  async close(): Promise<void> {
    this.stop();
    await this.loop;
  }

  /** Works as long as there is something to do. */
  private goOn(): void {
    this.loop ??= this.work()
      .catch((error: unknown) => this.giveUp(error))
      .finally(() => {
        this.loop = null;
        // Handed over since it found nothing to do.
        if (this.handed.length > 0) this.goOn();
      });
  }

  /** What goes wrong here goes wrong for all trials. */
  private giveUp(error: unknown): void {
    for (const one of [...this.watched.values(), ...this.handed]) one.fail(error);
    this.stop();
  }

  private async work(): Promise<void> {
    while (!this.isStopped && this.handed.length + this.watched.size > 0) {
      const { gather, look, ask } = this.pace;
      if (this.handed.length > 0 && performance.now() - this.handedMs >= gather)
        await this.submit();
      this.look();
      await this.answer();
      if (performance.now() - this.askedMs >= ask) await this.ask();
      if (this.isStopped) return;
      await this.pause(this.handed.length > 0 ? gather : look);
    }
  }

  /** Less than so long where something is handed over. */
  private async pause(ms: number): Promise<void> {
    const waiting = Promise.withResolvers<void>();
    this.wake = waiting.resolve;
    const timer = setTimeout(waiting.resolve, ms);
    await waiting.promise;
    clearTimeout(timer);
  }

  private async submit(): Promise<void> {
    const { sweep, client } = this.settings;
    const handed = this.handed;
    this.handed = [];
    for (const one of handed) this.watched.set(one.order.number, one);
    const queue = lastSubmission(sweep) === 0 ? [] : await client.queue(this.realSweep);
    if (this.isStopped) return;
    if ("complaint" in queue) {
      // Whatever is in the queue already must not be submitted again.
      for (const { order } of handed) this.watched.delete(order.number);
      this.handed = [...handed, ...this.handed];
      this.warn(messages.queueSilent(queue.complaint));
      this.handedMs = performance.now() + this.pace.ask;
      return;
    }
    const active = this.activeIn(queue);
    const fresh = handed.filter(({ order }) => !active.has(order.number));
    const orders = fresh.map(({ order }) => order);
    for (const { folder } of orders) offerTrial(sweep, folder);
    for (const { job, trials } of await submitTrials(orders, this.settings))
      this.settings.submitted(job, trials);
    this.askedMs = performance.now();
    if (this.handed.length === 0) this.settings.settled?.(this.given);
  }

  /** Looks at the folders of the trials. */
  private look(): void {
    const { sweep } = this.settings;
    const inside = listed(join(sweep, sweepFiles.trials));
    const beside = this.watched.has(0) ? listed(sweep) : null;
    for (const [number, one] of this.watched) {
      const { folder } = one.order;
      const { names, held } = (number === 0 ? beside : inside)!;
      const own = held.get(lastPart(folder));
      if (own === undefined && names.has(lastPart(folder)))
        this.finish(number, endOfTrial(sweep, folder));
      else if (own !== undefined) this.tellProgress(one, own);
    }
  }

  private finish(number: number, end: TrialEnd): void {
    const one = this.watched.get(number);
    this.watched.delete(number);
    one?.end(end);
  }

  /** @param name of the folder that an attempt works in */
  private tellProgress(one: Watched, name: string): void {
    const { sweep } = this.settings;
    const { folder } = one.order;
    const path = join(sweep, folder.slice(0, folder.length - lastPart(folder).length), name);
    const epoch = epochsIn(path);
    if (epoch === one.epoch) return;
    one.epoch = epoch;
    one.events.epoch(epoch, plannedEpochs(path));
  }

  /** Trials at a rung of halving ask whether they go on. */
  private async answer(): Promise<void> {
    if (![...this.watched.values()].some(({ order }) => order.rungs)) return;
    const { sweep } = this.settings;
    for (const question of openQuestions(sweep)) {
      const one = this.watched.get(Number(question.trial));
      if (!one || one.asked.has(question.epoch)) continue;
      one.asked.add(question.epoch);
      void one.events
        .rung(question.epoch, question.value)
        .then((goesOn) => answerQuestion(sweep, question, goesOn))
        // Asked again, where the disk was full.
        .catch(() => one.asked.delete(question.epoch));
    }
  }

  /** Asks Slurm what has become of the tasks. */
  private async ask(): Promise<void> {
    const { client } = this.settings;
    const queue = await client.queue(this.realSweep);
    const nowMs = performance.now();
    this.askedMs = nowMs;
    if ("complaint" in queue) return this.warn(messages.queueSilent(queue.complaint));
    const active = this.activeIn(queue);
    for (const { number, task } of numbered(this.settings.sweep, queue))
      this.noteTask(number, task);
    for (const [number, one] of this.watched) {
      if (active.has(number)) one.goneMs = null;
      else one.goneMs ??= nowMs;
      if (one.goneMs !== null && nowMs - one.goneMs >= this.pace.late) await this.settleGone(one);
    }
  }

  private noteTask(number: number, task: QueuedTask): void {
    const one = this.watched.get(number);
    if (!one || (one.task && one.task.submission > task.submission)) return;
    one.task = task;
    const remedy = task.state === "PENDING" ? remedyOf(task.reason) : null;
    if (remedy !== null) this.warn(messages.waitsInVain(task.reason, remedy));
  }

  /** A trial has no task any more, and has not said how it ended. */
  private async settleGone(one: Watched): Promise<void> {
    const { sweep, client, now } = this.settings;
    const { number, folder } = one.order;
    // It may have ended while Slurm was asked.
    this.look();
    if (!this.watched.has(number)) return;
    if (one.task && lifeOfTask(one.task.state) !== "ended") {
      const told = (await client.accounts([one.task.id])).get(one.task.id);
      one.task = { ...one.task, state: "", reason: "", ...told };
    }
    const gone = judgeGone(sweep, folder, one.task, one.losses);
    one.goneMs = null;
    if (gone.kind === "again") {
      one.losses = gone.hasProgressed ? 0 : one.losses + 1;
      one.task = null;
      this.watched.delete(number);
      this.handed.push(one);
      return;
    }
    await takeBack(sweep, folder, now());
    this.finish(number, gone);
  }

  private activeIn(queue: readonly QueuedTask[]): Set<number> {
    const active = queue.filter(({ state }) => lifeOfTask(state) !== "ended");
    return new Set(numbered(this.settings.sweep, active).map(({ number }) => number));
  }

  /** As Slurm has it, which follows no links. */
  private get realSweep(): string {
    return realpathSync(this.settings.sweep);
  }

  private warn(text: string): void {
    if (this.warned.has(text)) return;
    this.warned.add(text);
    this.settings.warning(text);
  }
}
