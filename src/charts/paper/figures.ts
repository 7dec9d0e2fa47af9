import { type DiagnosticFigures, diagnose } from "../../evaluate/diagnostic.ts";
import { groupPredictions, groupsOf, unitsOf } from "../../evaluate/groups.ts";
import { mostOf, positiveOf } from "../../evaluate/operating.ts";
import { type Subgroups, subgroups } from "../../evaluate/subgroups.ts";
import type { PredictionRecord, Run } from "../../layout.ts";
import { type Flow, flowOf } from "../flow.ts";
import { groupNoun } from "../group-noun.ts";
import { type TableOne, tableOne } from "./table-one.ts";

/**
 * The figures that a paper tells beside those of metrics.json. They follow from the run's text: predictions.csv, the list of
 * images and resolved.json.
 */
export interface PaperFigures {
  formatVersion: 1;
  run: string;
  split: "validation" | "test";
  /** What a group is called. */
  group: "patient" | "file" | "group";
  /** The class that is looked for, of two; null where there are more. */
  positive: string | null;
  flow: Flow;
  tableOne: TableOne;
  /** Of two classes the positive one; of more each against the rest, up to 20. */
  images: ClassDiagnosis[];
  /** The same with one prediction a group; null without groups. */
  groups: {
    count: number;
    mixed: number;
    perGroup: "mean" | "max";
    classes: ClassDiagnosis[];
  } | null;
  subgroups: Subgroups[];
}

export interface ClassDiagnosis {
  label: string;
  figures: DiagnosticFigures;
}

/** Of more classes nobody reads a table. */
const MOST_DIAGNOSED = 20;

/** @param prevalences of other places, beside that of the experiment */
export function paperFigures(run: Run, prevalences: readonly number[]): PaperFigures {
  const { data, resolved, metrics, predictions } = run;
  const { classes } = data;
  const { evaluate, seed } = resolved;
  const { resamples } = evaluate;
  const isPair = classes.length === 2;
  const positive = isPair ? positiveOf(classes, evaluate) : null;
  const groupOf = groupsOf(data);
  const units = unitsOf(predictions, groupOf);
  const hasGroups = predictions.some(({ file }) => groupOf.has(file));
  const asked = [
    ...new Set([...(evaluate.prevalence === null ? [] : [evaluate.prevalence]), ...prevalences]),
  ];
  const threshold = metrics.positive?.operatingPoint?.reached?.threshold ?? null;
  const ofGroups = metrics.groups?.positive?.operatingPoint?.reached?.threshold ?? null;
  const grouped = hasGroups
    ? groupPredictions(classes, predictions, groupOf, mostOf(classes, evaluate))
    : null;
  return {
    formatVersion: 1,
    run: run.name,
    split: metrics.split,
    group: groupNoun(resolved.data),
    positive: positive === null ? null : classes[positive]!,
    flow: flowOf(data),
    tableOne: tableOne(data),
    images: diagnoses(predictions, units, threshold),
    groups: grouped && {
      count: grouped.predictions.length,
      mixed: grouped.mixed,
      perGroup: evaluate.perGroup,
      classes: diagnoses(
        grouped.predictions,
        Uint32Array.from(grouped.predictions, (_, index) => index),
        ofGroups,
      ),
    },
    subgroups: subgroups({
      classes,
      predictions,
      columnsOf: new Map(data.images.map(({ file, columns = {} }) => [file, columns])),
      units,
      hasGroups,
      positive,
      threshold,
      resamples,
      seed,
    }),
  };

  function diagnoses(
    cases: readonly PredictionRecord[],
    ownUnits: Uint32Array,
    ownThreshold: number | null,
  ): ClassDiagnosis[] {
    if (cases.length === 0 || classes.length > MOST_DIAGNOSED) return [];
    return (positive === null ? [...classes.keys()] : [positive]).map((index) => {
      const label = classes[index]!;
      const figures = diagnose(
        {
          scores: cases.map(({ probabilities }) => probabilities[index]!),
          isPositive: cases.map(({ actual }) => actual === label),
          isPredicted: cases.map(({ predicted }) => predicted === label),
          bootstrap: { units: ownUnits, resamples, seed },
        },
        {
          threshold: ownThreshold,
          prevalences: isPair ? asked : [],
          hasCurves: isPair,
        },
      );
      return { label, figures };
    });
  }
}
