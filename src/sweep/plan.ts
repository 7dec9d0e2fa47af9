import type { OverrideRecord } from "../layout.ts";
import { rebase } from "../spec/paths.ts";
import type { ResolvedExperiment } from "../spec/resolved.ts";
import { schemaAt } from "../spec/schema.ts";
import type { ResolvedSweep } from "../spec/sweeps/resolved.ts";
import { repetitionsOf, searchKind, settingsOf } from "../spec/sweeps/semantics.ts";
import { dimensionsOf, EXPERIMENT, isVaried } from "./dimensions.ts";
import { makeSearch } from "./search/search.ts";
import type { Dimension, Json, Point, Search, Told } from "./types.ts";

/** An experiment of a sweep. */
export interface PlannedExperiment {
  /** As the sweep names it. */
  file: string;
  /** Absolute path of its file's folder. */
  directory: string;
  seed: ResolvedExperiment["seed"];
  split: ResolvedExperiment["data"]["split"];
}

export interface PlanContext {
  sweep: ResolvedSweep;
  /** Absolute path of the folder that paths in the sweep start from. */
  directory: string;
  experiments: readonly PlannedExperiment[];
  /** Runs in all; as the sweep says where it is missing. */
  trials?: number | undefined;
}

/** What a setting is tried with. */
export interface Repetition {
  seed: number;
  /** From 1. */
  fold?: number;
  repeat?: number;
}

/** What a trial is to do. */
export interface PlannedTrial extends Repetition {
  number: number;
  setting: number;
  /** From 0. */
  experiment: number;
  values: Record<string, Json>;
  /** What `--set` would replace in the experiment, in order. */
  overrides: OverrideRecord[];
}

/**
 * The trials of a sweep: which there are, and what each does. Pure: a trial follows from the sweep, its number, and what the
 * settings came to that it may know.
 */
export class Plan {
  readonly search: Search;
  /** Runs of each setting. */
  readonly each: number;
  /** Runs in all. */
  readonly total: number;
  /** Keys that the sweep sets, in the order of the file. */
  readonly keys: readonly string[];
  /** Those of them of more than one value. */
  readonly varied: readonly string[];
  private readonly dimensions: readonly Dimension[];

  constructor(private readonly context: PlanContext) {
    const { sweep } = context;
    this.keys = settingsOf(sweep).map(([key]) => key);
    this.dimensions = dimensionsOf(sweep);
    const several = new Set(this.dimensions.filter(isVaried).map(({ key }) => key));
    this.varied = this.keys.filter((key) => several.has(key));
    const { search, objective } = searchOf(sweep);
    this.search = makeSearch(search.kind, { dimensions: this.dimensions }, search.seed, {
      ...(search.generation !== undefined && { generation: search.generation }),
      ...(search.startup !== undefined && { startup: search.startup }),
    });
    this.isSearch = objective;
    this.each = repetitionsOf(sweep);
    this.total = context.trials ?? sweep.trials ?? this.search.size! * this.each;
  }

  /** Whether trials are judged on the validation images, and a winner is chosen. */
  readonly isSearch: boolean;

  settingOf(trial: number): number {
    return Math.floor((trial - 1) / this.each) + 1;
  }

  /** How many settings, from the first on, have to be finished before a trial can be told. */
  awaits(trial: number): number {
    return this.search.awaits(this.settingOf(trial));
  }

  point(setting: number, told: readonly Told[]): Point {
    return this.search.propose(setting, told);
  }

  /** @param point of its setting */
  trial(number: number, point: Point): PlannedTrial {
    const repetition = (number - 1) % this.each;
    const { experiment, values } = this.read(point);
    const own = this.repetition(experiment, repetition);
    return {
      number,
      setting: this.settingOf(number),
      experiment,
      values,
      ...own,
      overrides: [
        ...this.overridesOf(experiment, values, own),
        ...(this.isSearch ? [{ key: "evaluate.split", value: "validation" }] : []),
      ],
    };
  }

  /** What the winner is run with: its setting, with the first seed, judged on the test images. */
  winner(point: Point): Pick<PlannedTrial, "experiment" | "values" | "overrides" | "seed"> {
    const { experiment, values } = this.read(point);
    const own = this.repetition(experiment, 0);
    return {
      experiment,
      values,
      seed: own.seed,
      overrides: this.overridesOf(experiment, values, own),
    };
  }

  /** The point that a trial's record tells of; null where it is of another sweep. */
  pointOf({
    experiment,
    values,
  }: {
    experiment: string;
    values: Record<string, Json>;
  }): Point | null {
    const point = this.dimensions.flatMap(({ key }, index) => {
      const isFirst = index === 0 && key === EXPERIMENT && this.context.experiments.length > 1;
      const value = isFirst ? experiment : values[key];
      return value === undefined ? [] : [value];
    });
    return point.length === this.dimensions.length ? point : null;
  }

  /**
   * Points in which each value of a list and each end of a range is there at least once: what is wrong with one of them is
   * found before anything runs. Of a grid every point.
   */
  samples(): Point[] {
    const { size } = this.search;
    if (size !== null && "grid" in this.context.sweep.search)
      return Array.from({ length: size }, (_, index) => this.point(index + 1, []));
    const ends = this.dimensions.map(endsOf);
    const first = ends.map(([value]) => value!);
    return [
      first,
      ...ends.flatMap((values, at) =>
        values.slice(1).map((value) => [...first.slice(0, at), value, ...first.slice(at + 1)]),
      ),
      ends.map((values) => values.at(-1)!),
    ];
  }

  private read(point: Point): Pick<PlannedTrial, "experiment" | "values"> {
    const isSeveral = this.context.experiments.length > 1;
    const values = isSeveral ? point.slice(1) : point;
    const experiment = isSeveral
      ? this.context.experiments.findIndex(({ file }) => file === point[0])
      : 0;
    return {
      experiment,
      values: Object.fromEntries(this.keys.map((key, index) => [key, values[index] ?? null])),
    };
  }

  /** @param index from 0: all folds of a seed, then those of the next */
  private repetition(experiment: number, index: number): Repetition {
    const { vary } = this.context.sweep;
    const own = this.context.experiments[experiment]!.seed;
    const { seed, fold } = vary;
    const folds = fold?.folds ?? 1;
    const turn = Math.floor(index / folds);
    return {
      seed: Array.isArray(seed) ? seed[turn]! : own + turn,
      ...(fold && { fold: (index % folds) + 1, repeat: turn + 1 }),
    };
  }

  private overridesOf(
    experiment: number,
    values: Record<string, Json>,
    { seed, fold }: Repetition,
  ): OverrideRecord[] {
    const { sweep, directory } = this.context;
    const { seed: usual, split, directory: home } = this.context.experiments[experiment]!;
    const isSeeded = sweep.vary.seed !== undefined || (sweep.vary.fold?.repeats ?? 1) > 1;
    // A winner's test images must be no other seed's training images.
    const isPinned =
      this.isSearch && isSeeded && split !== null && (split.test > 0 || split.folds !== null);
    return [
      ...Object.entries(values).map(([key, value]) => ({
        key,
        value: rebase(value, schemaAt(pathOf(key)), directory, home),
      })),
      ...(isSeeded ? [{ key: "seed", value: seed }] : []),
      ...(isPinned ? [{ key: "data.split.seed", value: split.seed ?? usual }] : []),
      ...(fold === undefined
        ? []
        : [
            ...(split && split.test > 0 ? [{ key: "data.split.test", value: 0 }] : []),
            { key: "data.split.folds", value: sweep.vary.fold!.folds },
            { key: "data.split.fold", value: fold },
          ]),
    ];
  }
}

function searchOf(sweep: ResolvedSweep) {
  const kind = searchKind(sweep);
  const {
    seed = 1,
    generation,
    startup,
  } = (sweep.search[kind] ?? {}) as Partial<NonNullable<ResolvedSweep["search"]["tpe"]>>;
  // Halving says which trials go on; what is tried is drawn.
  const search = {
    kind: kind === "halving" ? ("random" as const) : kind,
    seed,
    generation,
    startup,
  };
  return { search, objective: sweep.objective !== null };
}

function endsOf(dimension: Dimension): readonly Json[] {
  if ("list" in dimension) return dimension.list;
  if ("integer" in dimension) return dimension.integer;
  return "uniform" in dimension ? dimension.uniform : dimension.log;
}

/** `model.layers[0].conv.filters` as the schema looks it up; names of layers are none of its keys. */
function pathOf(key: string): (string | number)[] {
  return key
    .replaceAll(/\[(\d+)\]/g, ".$1")
    .split(".")
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step));
}
