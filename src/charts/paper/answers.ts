import { groupSource } from "../group-noun.ts";
import { cautions } from "../../evaluate/cautions.ts";
import { confusedPairs } from "../../evaluate/confusion.ts";
import { messages as evaluateMessages } from "../../evaluate/messages.ts";
import { monitorOf } from "../../evaluate/monitor.ts";
import { type Manifest, type Run, splits } from "../../layout.ts";
import { describeRow, describeShape, inputShape } from "../../model/describe.ts";
import { allLayers, jointOf } from "../../model/joints.ts";
import { inferShapes, type LayerRow } from "../../model/shapes.ts";
import { inOneLine } from "../../spec/describe.ts";
import { count, grouped, label, quote } from "../../wording.ts";
import { isSigmoid, methodTexts } from "../report/method.ts";
import { versions } from "../report/report.ts";
import { flowText } from "../flow.ts";
import type { PaperFigures } from "./figures.ts";

/** What a run can say to an item of a checklist. */
export interface Answer {
  text: string;
  /** Whether the author has to say more. */
  isPart: boolean;
}

export interface AnswerContext {
  run: Run;
  figures: PaperFigures;
  manifest: Partial<Manifest> | null;
  /** What the run was judged on elsewhere. */
  evaluations: readonly string[];
}

/** Answers to items of CLAIM, by their numbers. What is not here is for the author alone. */
export function claimAnswers(context: AnswerContext): ReadonlyMap<number, Answer> {
  const { run, figures, manifest, evaluations } = context;
  const [howRead, howTrained] = methodTexts(run) as [string, string];
  const whole = (text: string): Answer => ({ text, isPart: false });
  const part = (text: string): Answer => ({ text, isPart: true });
  const answers: [number, Answer | null][] = [
    [
      1,
      part(
        `Deep learning: a neural network that says which of ${run.data.classes.length} classes an image is of.`,
      ),
    ],
    [7, part(`${grouped(run.data.images.length)} images from ${quote(run.data.folder)}.`)],
    [8, part(exclusionText(context))],
    [9, whole(howRead)],
    [10, subsetText(run)],
    [12, part(missingText(run))],
    [19, whole(partitionText(run))],
    [20, whole(levelText(run, figures))],
    [21, part(sizeText(run))],
    [22, whole(networkText(run))],
    [23, manifest ? whole(versions(manifest)) : null],
    [24, whole(initialText(run))],
    [25, whole(howTrained)],
    [26, whole(selectionText(run))],
    [27, whole(ensembleText(run))],
    [
      28,
      whole(
        "Accuracy, area under the ROC curve, sensitivity, specificity, predictive values, likelihood ratios, F1, calibration and others.",
      ),
    ],
    [
      29,
      whole(
        `95 % intervals: Wilson's, DeLong's${figures.groups ? `, and those of resampled ${figures.group}s` : ""}; see Methods in words.`,
      ),
    ],
    [30, subgroupText(figures)],
    [31, explainText(run)],
    [32, whole(internalText(run))],
    [33, externalText(run, evaluations)],
    [35, whole(flowText(figures.flow, figures.group))],
    [
      36,
      part(
        `Table 1${figures.subgroups.length > 0 ? `, with ${figures.subgroups.map(({ column }) => label(column)).join(", ")}` : ""}.`,
      ),
    ],
    [37, whole("Tables of performance, with 95 % intervals.")],
    [38, whole(accuracyText(run))],
    [39, part(failureText(run))],
    [40, cautions(run).length > 0 ? part(cautions(run).join(" ")) : null],
    [
      42,
      part(
        "experiment.yaml and resolved.json of the run hold every setting; exp run --from repeats it.",
      ),
    ],
    [43, part("Software: Lamina, Apache-2.0.")],
  ];
  return new Map(answers.flatMap(([number, answer]) => (answer ? [[number, answer]] : [])));
}

function exclusionText({ figures: { flow } }: AnswerContext): string {
  const out = flow.left.map(({ why, files }) => `${grouped(files)} ${why}`);
  return out.length === 0 ? "No file was excluded." : `Files excluded: ${out.join("; ")}.`;
}

function subsetText({ resolved: { data } }: Run): Answer | null {
  const patterns = [
    ...(data.include.length > 0
      ? [`only files that match ${data.include.map(quote).join(", ")}`]
      : []),
    ...(data.exclude.length > 0
      ? [`no files that match ${data.exclude.map(quote).join(", ")}`]
      : []),
  ];
  return patterns.length === 0 ? null : { text: `By name: ${patterns.join("; ")}.`, isPart: true };
}

function missingText({ data }: Run): string {
  const columns = Object.keys(data.images[0]?.columns ?? {}).flatMap((name) => {
    const missing = data.images.filter(({ columns: told }) => told?.[name] === "").length;
    return missing === 0
      ? []
      : [
          `${label(name)} is missing for ${count(missing, "image")}, which are a subgroup of their own`,
        ];
  });
  return [
    "An image without a class is not used; files that cannot be read are excluded and named.",
    ...(columns.length > 0 ? [`${columns.join("; ")}.`] : []),
  ].join(" ");
}

function partitionText({
  resolved: { data, seed },
  data: { counts, evaluation, images },
}: Run): string {
  const { split, labels } = data;
  const sizes = splits
    .filter((one) => counts[one])
    .map((one) => {
      const size = images.filter((image) => image.split === one).length;
      return `${one} ${grouped(size)} (${((100 * size) / images.length).toFixed(1)} %)`;
    })
    .join(", ");
  if (evaluation) return `All ${count(images.length, "image")} are for testing.`;
  const how = split?.folds
    ? `fold ${split.fold} of ${split.folds} is the test split`
    : split && (split.validation > 0 || split.test > 0)
      ? `drawn at random by the seed ${seed}${split.stratify ? ", with the same share of each class" : ""}`
      : labels?.columns.split
        ? `by the column ${quote(labels.columns.split)} of the table of labels`
        : "as the images came, in a folder or a table for each";
  return `${how[0]!.toUpperCase()}${how.slice(1)}: ${sizes}.`;
}

function levelText({ data, resolved }: Run, { group, flow }: PaperFigures): string {
  const by = groupSource(resolved.data);
  const level =
    flow.groups === null
      ? "Images: the run has no patients or other groups."
      : `By ${group}${by ? ` (${quote(by)})` : ""}: ${flow.groups} of them, none cut by a split that Lamina drew.`;
  const crossing = (data.leaks ?? []).filter(({ splits: of }) => of.length > 1).length;
  const found =
    data.leaks === undefined
      ? "Images were not compared across splits."
      : crossing === 0
        ? "No image was found in two splits, nor nearly the same one."
        : `${count(crossing, "leak")} between splits ${crossing === 1 ? "was" : "were"} found; data.json names ${crossing === 1 ? "it" : "them"}.`;
  return `${level} ${found}`;
}

function sizeText({ metrics }: Run): string {
  const { images, accuracyInterval, split } = metrics;
  const width = accuracyInterval.high - accuracyInterval.low;
  return `${count(images, `${split} image`)}; the interval of the accuracy is ${width.toFixed(3)} wide.`;
}

/** Of more layers only how many there are of each kind is told. */
const MOST_LAYERS = 30;

function networkText(run: Run): string {
  const { resolved, data } = run;
  const rows = layersOf(run);
  const layers = rows.filter(({ layer }) => !jointOf(layer));
  const parameters = rows.reduce((sum, row) => sum + row.parameters, 0);
  const named =
    layers.length <= MOST_LAYERS
      ? layers.map(describeLayer).join(", ")
      : Array.from(
          Map.groupBy(layers, ({ kind }) => kind),
          ([kind, { length }]) => `${length} ${kind}`,
        ).join(", ");
  const out = isSigmoid(resolved.model.layers) ? "a sigmoid" : "softmax";
  return `Images of ${describeShape(inputShape(resolved.data))}; ${count(layers.length, "layer")}: ${named}; ${out} over ${data.classes.length} classes; ${grouped(parameters)} parameters. The layers with their shapes are in the run's report.`;
}

function layersOf({ resolved, data }: Run): LayerRow[] {
  return inferShapes(allLayers(resolved.model), inputShape(resolved.data), {
    classes: data.classes.length,
    batchSize: resolved.data.batchSize,
  }).rows;
}

function describeLayer(row: LayerRow): string {
  const settings = describeRow(row);
  return settings === "" ? row.kind : `${row.name} (${settings})`;
}

function initialText({ resolved: { model, seed } }: Run): string {
  const kinds = new Set<string>();
  JSON.stringify(model.layers, (key, value: unknown) => {
    if (key === "kernelInitializer") kinds.add(inOneLine(value));
    return value;
  });
  const drawn = `${[...kinds].join(", ") || "the usual initializers"}, biases 0, drawn by the seed ${seed}`;
  return model.base
    ? `The first layers have the weights of ${quote(model.base.from)}; the others: ${drawn}.`
    : `At random: ${drawn}.`;
}

function selectionText({ metrics: { weights, split }, resolved }: Run): string {
  return weights.use === "best"
    ? `The weights of epoch ${weights.epoch}, ${evaluateMessages.whyBest(monitorOf(resolved))}.${split === "validation" ? " These are the evaluated images: the figures are likely too optimistic." : " The evaluated images had no part in it."}`
    : `The weights of the last epoch.${split === "validation" ? "" : " The evaluated images had no part in it."}`;
}

function ensembleText({ resolved: { train } }: Run): string {
  return `None: one network.${train.averageWeights ? " Its weights are a moving average over the training." : ""}`;
}

function subgroupText({ subgroups }: PaperFigures): Answer | null {
  if (subgroups.length === 0) return null;
  return {
    text: `Figures by ${subgroups.map(({ column }) => label(column)).join(", ")}.`,
    isPart: true,
  };
}

function explainText(run: Run): Answer | null {
  const { pictures } = run.resolved.evaluate;
  const hasConvolution = layersOf(run).some(({ kind }) => /conv/i.test(kind));
  if (pictures === 0 || !hasConvolution) return null;
  return {
    text: "Grad-CAM of mistakes and of right predictions, in the run's report. It was not validated.",
    isPart: true,
  };
}

function internalText({ data, metrics }: Run): string {
  if (data.evaluation) return "See the run itself; these figures are for other images.";
  return `On ${count(metrics.images, `${metrics.split} image`)} of the run's own data, held out from training.`;
}

function externalText({ data }: Run, evaluations: readonly string[]): Answer | null {
  if (data.evaluation)
    return { text: evaluateMessages.judgedElsewhere(data.folder, data.evaluation), isPart: true };
  if (evaluations.length === 0) return null;
  return {
    text: `Evaluations of this run: ${evaluations.map(quote).join(", ")}. exp paper reports on each of them.`,
    isPart: true,
  };
}

function accuracyText({ metrics: { accuracy, accuracyInterval, images, split } }: Run): string {
  const { low, high } = accuracyInterval;
  return `Accuracy ${accuracy.toFixed(3)} (${low.toFixed(3)}–${high.toFixed(3)}) on ${count(images, `${split} image`)}; further figures in the tables.`;
}

/** Of each kind of mistake. */
const MOST_PAIRS = 5;

function failureText({ confusionMatrix, metrics: { images, split } }: Run): string {
  const pairs = confusedPairs(confusionMatrix);
  const wrong = pairs.reduce((sum, pair) => sum + pair.images, 0);
  if (wrong === 0) return `None of the ${count(images, `${split} image`)} was wrong.`;
  const { classes } = confusionMatrix;
  const named = pairs
    .slice(0, MOST_PAIRS)
    .map(
      ({ actual, predicted, images: some, of }) =>
        `${some} of ${of} ${label(classes[actual]!)} taken for ${label(classes[predicted]!)}`,
    );
  const more = pairs.length - named.length;
  return `${grouped(wrong)} of ${count(images, `${split} image`)} wrong: ${named.join("; ")}${more > 0 ? `; and ${more} pairs of classes more` : ""}. The most certain mistakes are in the run's report, each image in predictions.csv.`;
}
