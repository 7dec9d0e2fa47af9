import { cautions } from "../evaluate/cautions.ts";
import { confusedPairs } from "../evaluate/confusion.ts";
import { failedGroups, groupsOf } from "../evaluate/groups.ts";
import { mostCertain } from "../evaluate/mistakes.ts";
import { files, type Run, type Split, splits } from "../layout.ts";
import { sentence } from "../markup/markdown.ts";
import { describeShape, inputShape } from "../model/describe.ts";
import { allLayers } from "../model/joints.ts";
import { inferShapes } from "../model/shapes.ts";
import { README_MARK } from "../run/readme.ts";
import { shorten } from "../text.ts";
import { count, grouped } from "../wording.ts";
import { groupNoun } from "./group-noun.ts";
import { figureCells, figureRows } from "./report/figure-table.ts";
import { isSigmoid, methodTexts } from "./report/method.ts";
import { decimal } from "./report/table.ts";

/** Of each kind of failure, and of classes in a table. */
const MOST_FAILURES = 5;
const MOST_IN_TABLE = 30;
const MOST_NAME_COLUMNS = 48;

/**
 * What someone has to know who is given a run's model: what it was trained on, how good it is, where it fails, what it is
 * not for (Mitchell et al., Model Cards for Model Reporting, 2019). It follows from the run's text alone.
 *
 * @param seal SHA-256 of that text, hex
 */
export function modelCard(run: Run, seal: string): string {
  const { name, metrics, data } = run;
  const { split, images, accuracy, accuracyInterval, majorityClassAccuracy } = metrics;
  const { low, high } = accuracyInterval;
  const classes = data.classes.length;
  const parts = [
    README_MARK,
    `# Model card: ${sentence(name)}`,
    `A network that says which of ${classes} classes an image is of: ${named(data.classes)}. On ${count(images, `${split} image`)} it is right in ${percent(accuracy)} (95 % interval ${percent(low)} to ${percent(high)}); always saying the most frequent class is right in ${percent(majorityClassAccuracy)}.`,
    ...cautions(run).map((text) => `> ${sentence(text)}`),
    "## What it is for, and what not",
    purposeOf(run)
      .map((line) => `- ${line}`)
      .join("\n"),
    "## Data",
    dataTable(run),
    ...dataNotes(run),
    "## Recipe",
    `${networkOf(run)} ${sentence(methodTexts(run).join(" "))}`,
    "## Figures",
    figuresTable(run),
    "## Where it fails",
    failures(run),
    "## How to use it",
    usage(run),
    `SHA-256 of the run's text, from which this page follows: \`${seal}\``,
  ];
  return `${parts.join("\n\n")}\n`;
}

/** What a network is for, and what not: sentences, the last of which says that it is not a medical device. */
export function purposeOf({ data, metrics }: Pick<Run, "data" | "metrics">): string[] {
  return [
    `It is for images of the kind that it was trained on, prepared in the same way. Nothing here says how well it does on images from another device, place or time: test it there first, on images with known answers.`,
    `It answers every image with one of its ${data.classes.length} classes, even one that shows none of them.`,
    `Its probabilities hold at best where the classes are as frequent as in its training images. Their calibration error on the ${metrics.split} images is ${decimal(metrics.calibrationError)}.`,
    "It is not a medical device. It is not for diagnosis, and no decision about a person should rest on it alone.",
  ];
}

function dataTable({ data }: Run): string {
  const present = splits.filter((split) => data.counts[split]);
  const of = (split: Split, label: string) => {
    const ofSplit = data.counts[split]!;
    return Object.hasOwn(ofSplit, label) ? ofSplit[label]! : 0;
  };
  const shown = data.classes.slice(0, MOST_IN_TABLE);
  const total = (split: Split) => data.classes.reduce((sum, label) => sum + of(split, label), 0);
  return [
    table(
      ["Class", ...present],
      [
        ...shown.map((label) => [
          nameOf(label),
          ...present.map((split) => grouped(of(split, label))),
        ]),
        ["all", ...present.map((split) => grouped(total(split)))],
      ],
    ),
    ...(data.classes.length > shown.length
      ? [`\nAnd ${data.classes.length - shown.length} classes more: ${files.data} has all.`]
      : []),
  ].join("\n");
}

function dataNotes({ data, resolved }: Run): string[] {
  const groups = new Set(data.images.flatMap(({ group }) => group ?? []));
  const notes = [
    ...(groups.size > 0
      ? [`The images belong to ${count(groups.size, "group")} (patients or the like).`]
      : []),
    ...(data.excluded.length > 0
      ? [
          `${count(data.excluded.length, "file")} could not be used and ${data.excluded.length === 1 ? "is" : "are"} excluded.`,
        ]
      : []),
    ...(data.leaks === undefined
      ? ["Nobody looked for images that are in two splits."]
      : data.leaks.length === 0
        ? ["No image was found in two splits, nor nearly the same one."]
        : [
            `${count(data.leaks.length, "leak")} between splits or classes ${data.leaks.length === 1 ? "was" : "were"} found; ${files.data} has ${data.leaks.length === 1 ? "it" : "them"}.`,
          ]),
    resolved.data.split
      ? "The splits were drawn by the run's seed."
      : "The splits are those that the images came in.",
  ];
  return [notes.join(" ")];
}

function networkOf({ resolved, data }: Run): string {
  const input = inputShape(resolved.data);
  const { rows } = inferShapes(allLayers(resolved.model), input, {
    classes: data.classes.length,
    batchSize: resolved.data.batchSize,
  });
  const parameters = rows.reduce((sum, row) => sum + row.parameters, 0);
  return `${count(rows.length, "layer")} with ${grouped(parameters)} parameters, from images of ${describeShape(input)}.`;
}

function figuresTable(run: Run): string {
  const { metrics } = run;
  const { groups, split, images } = metrics;
  const rows = figureRows(metrics);
  const positive = metrics.positive && ` Positive class: ${nameOf(metrics.positive.label)}.`;
  return `${table(
    [
      "Figure",
      groups ? "By image" : "Value",
      "95 % interval",
      ...(groups
        ? [`By ${groupNoun(run.resolved.data)} (${grouped(groups.count)})`, "95 % interval"]
        : []),
    ],
    rows.map((row) => [
      row.title,
      ...figureCells(metrics, row),
      ...(groups ? figureCells(groups, row) : []),
    ]),
  )}\n\nOf ${count(images, `${split} image`)}.${positive ?? ""}`;
}

function failures(run: Run): string {
  const { confusionMatrix, metrics, predictions, data } = run;
  const { classes } = confusionMatrix;
  const pairs = confusedPairs(confusionMatrix);
  if (pairs.length === 0)
    return `It makes no mistake on the ${count(predictions.length, `${metrics.split} image`)}, which does not mean that it makes none.`;
  const worst = metrics.classes
    .flatMap(({ label, recall, support }) => (recall === null ? [] : { label, recall, support }))
    .toSorted((a, b) => a.recall - b.recall)
    .slice(0, classes.length > 2 ? MOST_FAILURES : 0);
  const groups = failedGroups(predictions, groupsOf(data));
  const certain = mostCertain(predictions, data.classes).slice(0, MOST_FAILURES);
  const first = (lines: readonly string[], more: number) =>
    [...lines, ...(more > 0 ? [`  - and ${more} more`] : [])].join("\n");
  const lines = [
    "- Most often one class is taken for another:",
    first(
      pairs
        .slice(0, MOST_FAILURES)
        .map(
          ({ actual, predicted, images, of }) =>
            `  - ${nameOf(classes[actual]!)} taken for ${nameOf(classes[predicted]!)}: ${images} of ${of} (${percent(images / of)})`,
        ),
      pairs.length - MOST_FAILURES,
    ),
    ...(worst.length > 0
      ? [
          "- Of these classes least is found:",
          first(
            worst.map(
              ({ label, recall, support }) =>
                `  - ${nameOf(label)}: ${percent(recall)} of ${count(support, "image")}`,
            ),
            0,
          ),
        ]
      : []),
    ...(groups.length > 0
      ? [
          "- Groups with most mistakes:",
          first(
            groups
              .slice(0, MOST_FAILURES)
              .map(({ group, wrong, images }) => `  - ${nameOf(group)}: ${wrong} of ${images}`),
            groups.length - MOST_FAILURES,
          ),
        ]
      : []),
    "- It was surest where it was wrong:",
    first(
      certain.map(
        ({ file, actual, predicted, ofPredicted }) =>
          `  - ${sentence(file)}: ${nameOf(predicted)} at ${percent(ofPredicted)}, but it is ${nameOf(actual)}`,
      ),
      0,
    ),
  ];
  return lines.join("\n");
}

/** As it may stand in a command that is copied. */
const PLAIN_NAME = /^[\w./-]+$/;

function usage({ name: own, data, resolved }: Run): string {
  const name = PLAIN_NAME.test(own) ? own : "RUN";
  return [
    `Where Lamina and the run are (\`${name}\` is its latest run; \`${name}/v001\` a certain one):`,
    code("sh", [
      `exp predict ${name} IMAGE...`,
      `exp app ${name} FOLDER   # a page to try it in, for any browser`,
      `exp export ${name} --to onnx`,
      `exp export ${name} --to keras`,
    ]),
    "With TensorFlow.js, from this folder alone, in a browser or in Node:",
    code("js", [
      'import * as tf from "@tensorflow/tfjs";',
      "",
      'const model = await tf.loadLayersModel("model.json"); // its address',
      "const probabilities = model.predict(images);",
    ]),
    `\`preprocessing.json\` says how images are prepared before they go in. ${
      isSigmoid(resolved.model.layers)
        ? `What comes out is the probability of ${nameOf(data.classes[1]!)}.`
        : "The probabilities come out in the order of its classes."
    }`,
  ].join("\n\n");
}

function code(language: string, lines: readonly string[]): string {
  return `\`\`\`${language}\n${lines.join("\n")}\n\`\`\``;
}

function table(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const rule = line(titles.map((_, index) => (index === 0 ? "---" : "--:")));
  return [line(titles), rule, ...rows.map(line)].join("\n");
}

/** As Markdown shows it; a name may be a whole paragraph. */
function nameOf(label: string): string {
  return sentence(shorten(label, MOST_NAME_COLUMNS));
}

function named(classes: readonly string[]): string {
  const shown = classes.slice(0, MOST_FAILURES).map(nameOf).join(", ");
  const more = classes.length - MOST_FAILURES;
  return more > 0 ? `${shown} and ${more} more` : shown;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
