import type { Run } from "../../run/layout.ts";
import { count } from "../../messages.ts";
import { inOneLine } from "../../spec/describe.ts";
import { changedSettings } from "../../spec/resolve.ts";
import { shown } from "../label.ts";
import { html, type Markup } from "./html.ts";

/** What was done to the images and how the network was trained, as the methods of a paper say it. */
export function methodSection(run: Run): Markup {
  return html`<section>
    <h2>Method</h2>
    <p>${howRead(run)}</p>
    <p>${howTrained(run)}</p>
  </section>`;
}

const fits = {
  stretch: "stretched",
  crop: "their middle cropped",
  pad: "padded to keep their aspect ratio",
  padEdge: "padded with their outermost pixels to keep their aspect ratio",
} as const;

function howRead({ resolved: { data } }: Run): string {
  const { targetSize, resize, colour, augment, background, range } = data;
  const preprocess = settings(["data", "preprocess"], data.preprocess);
  const changes = augment && settings(["data", "augment"], augment);
  return [
    `Images are read ${colour === "grey" ? "in grey" : "in colour"}, resized to ${targetSize.join(" × ")} pixels (bilinear, antialiased; ${fits[resize]})${background === "none" ? "" : `, on a background of ${background}`}${range === "full" ? "" : `, with a range of ${inOneLine(range)}`}, and multiplied by ${Number(data.preprocess.rescale.toPrecision(6))}${preprocess === "" ? "" : ` (${preprocess})`}.`,
    changes
      ? `Training images are augmented, differently in each epoch: ${changes}.`
      : "No augmentation.",
  ].join(" ");
}

function howTrained({ resolved, history, metrics, data }: Run): string {
  const { optimizer, epochs } = resolved.train;
  const [[name, values]] = Object.entries(optimizer) as [[string, object]];
  const loss = isSigmoid(resolved.model.layers) ? "binary cross-entropy" : "cross-entropy";
  const { use, epoch } = metrics.weights;
  return [
    `The network is trained on ${count(ofTrain(data), "image")} for ${count(history.epochs.length, "epoch")}${history.epochs.length < epochs ? ` of ${epochs}` : ""} in batches of ${resolved.data.batchSize}, with ${name} (${list(values)}) on the ${loss}.`,
    use === "best"
      ? `The weights of epoch ${epoch}, whose validation loss is the lowest, are evaluated.`
      : "The weights of the last epoch are evaluated.",
    `Seed ${resolved.seed}.`,
  ].join(" ");
}

function ofTrain({ counts }: Run["data"]): number {
  return Object.values(counts.train ?? {}).reduce((sum, images) => sum + images, 0);
}

function isSigmoid(layers: Run["resolved"]["model"]["layers"]): boolean {
  const last = layers.findLast((layer) => "dense" in layer);
  return last !== undefined && "dense" in last && last.dense?.units === 1;
}

/** Those that are not the usual ones: "rotation 10, shift 0.05". */
function settings(path: string[], values: object): string {
  return list(changedSettings(path, values));
}

function list(values: object): string {
  return shown(
    Object.entries(values)
      .map(([key, value]) => `${key} ${inOneLine(value)}`)
      .join(", "),
  );
}
