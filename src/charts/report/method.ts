import { messages as evaluateMessages } from "../../evaluate/messages.ts";
import { monitorOf } from "../../evaluate/monitor.ts";
import type { Run } from "../../layout.ts";
import { count } from "../../wording.ts";
import { inOneLine } from "../../spec/describe.ts";
import { shown } from "../../markup/label.ts";
import { html, type Markup } from "../../markup/html.ts";
import {
  augmentationSentences,
  optimizerWords,
  preprocessSentences,
  recipeSentences,
  rescaled,
} from "./method-words.ts";

/** What was done to the images and how the network was trained, as the methods of a paper say it. */
export function methodSection(run: Run): Markup {
  return html`<section>
    <h2>Method</h2>
    ${methodTexts(run).map((text) => html`<p>${text}</p>`)}
  </section>`;
}

/** How the images are read, and how the network is trained. */
export function methodTexts(run: Run): string[] {
  return [howRead(run), howTrained(run)];
}

const fits = {
  stretch: "stretched",
  crop: "their middle cropped",
  pad: "padded to keep their aspect ratio",
  padEdge: "padded with their outermost pixels to keep their aspect ratio",
} as const;

function howRead({ resolved: { data } }: Run): string {
  const { targetSize, resize, colour, depth, augment, background, range, preprocess } = data;
  const changes = augmentationSentences(augment);
  return [
    `Images are read ${colour === "grey" ? "in grey" : "in colour"}${depth === 16 ? " at 16 bits" : ""}, resized to ${targetSize.join(" × ")} pixels (bilinear, antialiased; ${fits[resize]})${background === "none" ? "" : `, on a background of ${background}`}${range === "full" ? "" : `, with a range of ${inOneLine(range)}`}, and their levels ${rescaled(preprocess)}.`,
    ...preprocessSentences(preprocess),
    ...(changes.length > 0 ? changes : ["Training images are not augmented."]),
  ].join(" ");
}

function howTrained({ resolved, history, metrics, data }: Run): string {
  const { train } = resolved;
  const { optimizer, epochs } = train;
  const { use, epoch, stopped } = metrics.weights;
  return [
    ...baseOf(resolved.model),
    `The network is trained ${data.counts.train ? `on ${count(ofTrain(data), "image")} ` : ""}for ${count(history.epochs.length, "epoch")}${history.epochs.length < epochs ? ` of ${epochs}` : ""} in batches of ${resolved.data.batchSize}, with ${optimizerWords(optimizer)} on the ${lossOf(resolved)}.`,
    ...recipeSentences(train),
    ...(resolved.engine.precision === "mixed_bfloat16" ? [MIXED] : []),
    ...(stopped ? [evaluateMessages.stoppedEarly(stopped)] : []),
    use === "best"
      ? `The weights of epoch ${epoch}, ${evaluateMessages.whyBest(monitorOf(resolved))}, are evaluated.`
      : "The weights of the last epoch are evaluated.",
    `Seed ${resolved.seed}.`,
  ].join(" ");
}

const MIXED =
  "Training steps compute convolutions and what follows them in bfloat16 (mixed precision), and weights and losses in 32 bits; evaluation is in 32 bits.";

/** What the network begins with. */
function baseOf({ base }: Run["resolved"]["model"]): string[] {
  if (!base) return [];
  const { from, trainable } = base;
  const trained =
    trainable === false
      ? "none of them is trained further"
      : trainable === true
        ? "all are trained further, but for batchNorm"
        : `the last ${trainable.last} are trained further, but for batchNorm`;
  return [`The first layers are those of ${shown(from)}, which was trained before; ${trained}.`];
}

function lossOf({ train: { loss }, model }: Run["resolved"]): string {
  const { labelSmoothing } = (loss.focal ?? loss.crossEntropy)!;
  const details = [
    ...(loss.focal ? [`γ ${loss.focal.gamma}`] : []),
    ...(labelSmoothing > 0 ? [`label smoothing ${labelSmoothing}`] : []),
  ];
  const name = `${isSigmoid(model.layers) ? "binary " : ""}${loss.focal ? "focal " : ""}cross-entropy`;
  return details.length > 0 ? `${name} (${details.join(", ")})` : name;
}

function ofTrain({ counts }: Run["data"]): number {
  return Object.values(counts.train ?? {}).reduce((sum, images) => sum + images, 0);
}

/** Whether one score tells two classes apart. */
export function isSigmoid(layers: Run["resolved"]["model"]["layers"]): boolean {
  const last = layers.findLast((layer) => "dense" in layer);
  return last !== undefined && "dense" in last && last.dense?.units === 1;
}
