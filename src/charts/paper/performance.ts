import type { DecisionPoint, DiagnosticFigures } from "../../evaluate/diagnostic.ts";
import type { Estimate, RuleFigures } from "../../evaluate/rule-figures.ts";
import type { Run } from "../../layout.ts";
import { count, grouped, label } from "../../wording.ts";
import type { Column } from "../report/table.ts";
import type { ClassDiagnosis, PaperFigures } from "./figures.ts";
import { countText, percentText, ratioText, shareText, signedText, UNDEFINED } from "./print.ts";
import { type Block, heading, note, text } from "./section.ts";

/** Of a decision curve in a table: those of 1, 5, 10, 20, 30, 50 and 70 percent, or as much of ten times the prevalence. */
const SHOWN = [0, 4, 9, 19, 29, 49, 69];

const number = (title: string): Column => ({ title, isNumber: true });

/** The figures of two classes, per image and per group. @param charts SVG of the decision curves */
export function pairBlocks(figures: PaperFigures, run: Run, charts: readonly Block[]): Block[] {
  const units = unitsOf(figures);
  if (units.length === 0) return [];
  const positive = label(figures.positive!);
  const [first] = units;
  const other = label(run.data.classes.find((name) => name !== figures.positive)!);
  const isDecided = first!.figures.rules.length > 1;
  const { calibrationError: calibration } = run.metrics;
  const point = run.metrics.positive?.operatingPoint;
  return [
    text(`The positive class is ${positive}, the negative class ${other}.`),
    ruleTable(units, 0, `Diagnostic performance for ${positive} (class of the larger probability)`),
    ...(isDecided && point
      ? [
          ruleTable(
            units,
            1,
            `Diagnostic performance for ${positive} at the operating point (wanted: a ${point.share ?? "sensitivity"} of ${point.wanted})`,
          ),
          note(
            point.chosen
              ? `The threshold was chosen on the ${point.chosen.split} images of the run, not on these.`
              : "The threshold was chosen on these same images: expect slightly lower figures on others.",
          ),
        ]
      : []),
    ...elsewhereNote(first!.figures),
    heading("At fixed sensitivities and specificities"),
    {
      kind: "table",
      title: `Highest sensitivity and specificity at a fixed value of the other, for ${positive}`,
      columns: [{ title: "Figure" }, ...units.map(({ title }) => number(title))],
      rows: first!.figures.fixed.map(({ kept, wanted }, index) => [
        `${kept === "specificity" ? "Sensitivity at a specificity" : "Specificity at a sensitivity"} of ${wanted.toFixed(2)} or more`,
        ...units.map((unit) => shareText(unit.figures.fixed[index]!.other)),
      ]),
    },
    note(
      "Each threshold is chosen on these same images, and again in each resample: expect slightly lower figures on others.",
    ),
    heading("Decision curve"),
    text(
      `Net benefit is the share of true positives minus the share of false positives weighted by the odds of the threshold probability. It treats the network's probabilities as risks, which requires that they are calibrated${calibration === null ? "" : ` (calibration error ${calibration.toFixed(3)})`} and that the class is as frequent as among these images.${first!.figures.decisionElsewhere.length > 0 ? " For another prevalence the probabilities are adjusted by Bayes' rule: their odds are multiplied by the ratio of the odds of the two prevalences." : ""}`,
    ),
    ...charts,
    ...decisionTables(units),
  ];
}

interface Unit {
  title: string;
  figures: DiagnosticFigures;
}

/** Images, and groups where there are some that have one answer. */
function unitsOf({ images, groups, group }: PaperFigures): Unit[] {
  const [ofImages] = images;
  const [ofGroups] = groups?.classes ?? [];
  return [
    ...(ofImages ? [{ title: "Per image", figures: ofImages.figures }] : []),
    ...(ofGroups ? [{ title: `Per ${group}`, figures: ofGroups.figures }] : []),
  ];
}

function ruleTable(units: readonly Unit[], rule: number, title: string): Block {
  const row = (name: string, cell: (rule: RuleFigures, unit: Unit) => string) => [
    name,
    ...units.map((unit) => {
      const found = unit.figures.rules[rule];
      return found ? cell(found, unit) : UNDEFINED;
    }),
  ];
  const share = (name: string, of: (rule: RuleFigures) => Estimate) =>
    row(name, (one) => shareText(of(one)));
  const prevalences = units[0]!.figures.rules[0]!.elsewhere;
  return {
    kind: "table",
    title,
    columns: [{ title: "Figure" }, ...units.map((unit) => number(unit.title))],
    rows: [
      row(
        "Cases, of them positive",
        (_, { figures: { cases, positives } }) => `${grouped(cases)}, ${grouped(positives)}`,
      ),
      ...(rule === 0
        ? [row("Area under the ROC curve", (_, { figures }) => shareText(figures.auc))]
        : [row("Threshold", ({ threshold }) => String(Number(threshold!.toPrecision(4))))]),
      row(
        "True positives, false positives",
        ({ sides }) => `${grouped(sides.truePositives)}, ${grouped(sides.falsePositives)}`,
      ),
      row(
        "False negatives, true negatives",
        ({ sides: { truePositives, falsePositives, positives, negatives } }) =>
          `${grouped(positives - truePositives)}, ${grouped(negatives - falsePositives)}`,
      ),
      share("Sensitivity", ({ sensitivity }) => sensitivity),
      share("Specificity", ({ specificity }) => specificity),
      share("Accuracy", ({ accuracy }) => accuracy),
      share("Positive predictive value", ({ positivePredictive }) => positivePredictive),
      share("Negative predictive value", ({ negativePredictive }) => negativePredictive),
      row("Positive likelihood ratio", ({ positiveLikelihood }) => ratioText(positiveLikelihood)),
      row("Negative likelihood ratio", ({ negativeLikelihood }) => ratioText(negativeLikelihood)),
      ...prevalences.flatMap(({ prevalence }, index) => [
        share(
          `Positive predictive value at a prevalence of ${percent(prevalence)}`,
          ({ elsewhere }) => elsewhere[index]!.positive,
        ),
        share(
          `Negative predictive value at a prevalence of ${percent(prevalence)}`,
          ({ elsewhere }) => elsewhere[index]!.negative,
        ),
      ]),
    ],
  };
}

/** What the predictive values are of. */
function elsewhereNote({ cases, positives, rules }: DiagnosticFigures): Block[] {
  const own = percentText(positives / cases);
  return [
    note(
      rules[0]!.elsewhere.length > 0
        ? `Predictive values without a prevalence are for these cases, of which ${own} are positive. Those at a prevalence follow from sensitivity and specificity by Bayes' rule, for cases that are otherwise like these.`
        : `The predictive values are for these cases, of which ${own} are positive. For another prevalence use exp paper --prevalence 0.01.`,
    ),
  ];
}

function decisionTables(units: readonly Unit[]): Block[] {
  const [first] = units;
  const elsewhere = first!.figures.decisionElsewhere;
  const tableOf = (
    title: string,
    pointsOf: (figures: DiagnosticFigures) => DecisionPoint[],
    decimals = 3,
  ): Block => ({
    kind: "table",
    title,
    columns: [
      { title: "Threshold" },
      ...units.flatMap((unit) => [number(`${unit.title}: network`), number("treat all")]),
    ],
    rows: SHOWN.map((at) => [
      String(pointsOf(first!.figures)[at]!.threshold),
      ...units.flatMap((unit) => {
        const { model, all } = pointsOf(unit.figures)[at]!;
        return [signedText(model, decimals), signedText({ value: all, interval: null }, decimals)];
      }),
    ]),
  });
  return [
    tableOf("Net benefit among these cases (treat none: 0)", ({ decision }) => decision),
    ...elsewhere.map(({ prevalence }, index) =>
      tableOf(
        `Net benefit at a prevalence of ${percent(prevalence)} (treat none: 0)`,
        ({ decisionElsewhere }) => decisionElsewhere[index]!.points,
        // It is at most the prevalence.
        Math.max(3, 2 + Math.ceil(-Math.log10(prevalence))),
      ),
    ),
  ];
}

/** 0.01 → "1 %" */
export function percent(share: number): string {
  return `${Number((100 * share).toPrecision(6))} %`;
}

/** Each of several classes against the rest. */
export function classBlocks({ images, groups, group }: PaperFigures, classes: number): Block[] {
  const without = text(
    `Figures at fixed sensitivities and specificities, predictive values at another prevalence, and the decision curve require one positive class: they are reported for two classes only, not for ${classes}.`,
  );
  if (images.length === 0)
    return [
      text(
        `For ${classes} classes the figures of each class are in the run's report and in metrics.json.`,
      ),
      without,
    ];
  return [
    classTable(images, "Each class against the rest, per image"),
    ...(groups && groups.classes.length > 0
      ? [classTable(groups.classes, `Each class against the rest, per ${group}`)]
      : []),
    note(
      "Cases: of the class. PPV, NPV: positive and negative predictive value among these cases. LR+, LR−: positive and negative likelihood ratio. AUC: area under the ROC curve.",
    ),
    without,
  ];
}

function classTable(classes: readonly ClassDiagnosis[], title: string): Block {
  return {
    kind: "table",
    title,
    columns: [
      { title: "Class" },
      ...["Cases", "Sensitivity", "Specificity", "PPV", "NPV", "LR+", "LR−", "AUC"].map(number),
    ],
    rows: classes.map(({ label: name, figures: { auc, positives, rules } }) => {
      const rule = rules[0]!;
      return [
        name,
        grouped(positives),
        shareText(rule.sensitivity),
        shareText(rule.specificity),
        shareText(rule.positivePredictive),
        shareText(rule.negativePredictive),
        ratioText(rule.positiveLikelihood),
        ratioText(rule.negativeLikelihood),
        shareText(auc),
      ];
    }),
  };
}

/** A table for each column that the run keeps of its images. */
export function subgroupBlocks({ subgroups, positive, group, images }: PaperFigures): Block[] {
  if (subgroups.length === 0)
    return [
      text(
        "The run has no further columns of its images. Set data.labels.columns.subgroups to columns of the table of labels, such as view or manufacturer.",
      ),
    ];
  const threshold = images[0]?.figures.rules.at(-1)?.threshold ?? null;
  const isGrouped = subgroups.some(({ values }) => values.some(({ groups }) => groups !== null));
  return [
    ...subgroups.map(({ column, values, others }): Block => ({
      kind: "table",
      title: `By ${label(column)}, per image${others > 0 ? `: the ${values.length} most frequent values of ${values.length + others}` : ""}`,
      columns: [
        { title: column },
        number("Images"),
        ...(isGrouped ? [number(`${group}s`)] : []),
        ...(positive === null
          ? ["Accuracy", "Balanced accuracy"]
          : ["Positive", "Area under ROC", "Sensitivity", "Specificity", "Accuracy"]
        ).map(number),
      ],
      rows: values.map((one) => [
        one.value === "" ? "missing" : one.value,
        grouped(one.images),
        ...(isGrouped ? [grouped(one.groups!)] : []),
        ...(one.positive
          ? [
              countText(one.positive.images, one.images),
              shareText(one.positive.auc),
              shareText(one.positive.sensitivity),
              shareText(one.positive.specificity),
              shareText(one.accuracy),
            ]
          : [shareText(one.accuracy), shareText(one.balancedAccuracy)]),
      ]),
    })),
    note(
      `${positive === null ? "" : `${label(positive)} is predicted ${threshold === null ? "where its probability is the larger one" : `from the threshold of the operating point, ${Number(threshold.toPrecision(4))}`}. `}Each subgroup by itself: they were not tested against each other, and with ${count(
        subgroups.reduce((sum, { values }) => sum + values.length, 0),
        "row",
      )} some differ by chance.`,
    ),
  ];
}
