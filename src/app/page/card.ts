import type { Pixels } from "../../pixels.ts";
import { largest } from "../../evaluate/confusion.ts";
import type { HeatMap } from "../../evaluate/grad-cam.ts";
import { shown } from "../../markup/label.ts";
import { messages } from "../messages.ts";
import { element, onPress } from "./element.ts";
import type { PageFacts, PageMistake } from "./facts.ts";
import { nearest } from "./nearest.ts";
import { heatOn, pictureOf } from "./pictures.ts";
import type { Prepared, Seen } from "./protocol.ts";

/** Of many classes, as many as are seen at once. */
const MOST_BARS = 5;
const MOST_NEAREST = 4;

export interface CardContext {
  facts: PageFacts;
  /** The directions of `facts.mistakes`. */
  directions: readonly Int8Array[];
  heat(pixels: Pixels, label: number): Promise<HeatMap | null>;
}

/** What the page says of an image. */
export function resultCard(
  file: string,
  { pixels, probabilities, features, remarks }: Prepared & Seen,
  context: CardContext,
): HTMLElement {
  const { model, threshold } = context.facts;
  const { target, preprocessing } = model;
  const { height, width } = target;
  const classes = preprocessing.classes.map(shown);
  const answer = largest(probabilities);
  const pictures = element(
    "div",
    { class: "pictures" },
    pictureOf(pixels, target, messages.seenAs(file, height, width)),
  );
  const heading = element("h3", {}, file);
  return element(
    "article",
    { class: "result", "aria-label": file },
    pictures,
    element(
      "div",
      {},
      heading,
      element("p", { class: "answer" }, messages.answer(classes[answer]!, probabilities[answer]!)),
      ...(threshold ? [thresholdLine(classes, threshold, probabilities)] : []),
      ...remarks.map((remark) => element("p", { class: "remark" }, remark)),
      ...bars(classes, probabilities),
      ...(model.mapsLayer === null
        ? []
        : [
            heatButton(pictures, classes[answer]!, () =>
              heatPicture(file, pixels, answer, context),
            ),
          ]),
      ...nearestMistakes(features, context),
    ),
  );
}

export function refusedCard(file: string, reason: string): HTMLElement {
  return element("p", { class: "refused" }, messages.notUsed(file, reason));
}

function thresholdLine(
  classes: readonly string[],
  { positive, threshold, what }: NonNullable<PageFacts["threshold"]>,
  probabilities: readonly number[],
): HTMLElement {
  const isPositive = probabilities[positive]! >= threshold;
  return element(
    "p",
    { class: "threshold" },
    messages.atThreshold(classes[positive]!, classes[1 - positive]!, threshold, isPositive, what),
  );
}

/** The most probable classes, and the others behind a word. */
function bars(classes: readonly string[], probabilities: readonly number[]): HTMLElement[] {
  const order = classes.map((_, label) => label);
  const isLong = classes.length > MOST_BARS;
  if (isLong) order.sort((a, b) => probabilities[b]! - probabilities[a]! || a - b);
  const table = (some: readonly number[]) =>
    element(
      "table",
      { class: "bars", "aria-label": messages.probabilities() },
      element("tbody", {}, ...some.map((label) => bar(classes[label]!, probabilities[label]!))),
    );
  const rest = order.slice(MOST_BARS);
  return [
    table(order.slice(0, MOST_BARS)),
    ...(rest.length > 0
      ? [
          element(
            "details",
            {},
            element("summary", {}, messages.moreClasses(rest.length)),
            table(rest),
          ),
        ]
      : []),
  ];
}

function bar(label: string, probability: number): HTMLElement {
  const length = element("div");
  // Not an attribute: the page's policy lets no style in.
  length.style.width = `${100 * probability}%`;
  return element(
    "tr",
    {},
    element("th", { scope: "row" }, label),
    element("td", { class: "number" }, probability.toFixed(4)),
    element("td", { class: "share", "aria-hidden": "true" }, length),
  );
}

/** Shows the picture that `draw` makes, and hides it again. */
function heatButton(
  pictures: HTMLElement,
  label: string,
  draw: () => Promise<HTMLElement>,
): HTMLElement {
  const show = messages.showHeat(label);
  const button = element("button", { type: "button", "aria-expanded": false }, show);
  const note = element("p", { role: "status", class: "note" });
  let drawn: Promise<HTMLElement> | undefined;
  onPress(button, async () => {
    try {
      drawn ??= draw();
      const picture = await drawn;
      const isShown = picture.isConnected;
      if (isShown) picture.remove();
      else pictures.append(picture);
      button.setAttribute("aria-expanded", String(!isShown));
      button.textContent = isShown ? show : messages.hideHeat(label);
      note.textContent = isShown ? "" : messages.heatShown();
    } catch (error) {
      drawn = undefined;
      note.textContent = messages.failed((error as Error).message);
    }
  });
  return element("div", {}, button, note);
}

/** A picture of what spoke for a class, or the word that nothing did. */
async function heatPicture(
  file: string,
  pixels: Pixels,
  label: number,
  { facts, heat }: CardContext,
): Promise<HTMLElement> {
  const { target, preprocessing } = facts.model;
  const name = shown(preprocessing.classes[label]!);
  const map = await heat(pixels, label);
  if (map === null || map.values.every((value) => value === 0))
    return element("p", { class: "note" }, messages.noHeat(name));
  const picture = heatOn(pixels, target, map, messages.heatOf(file, name));
  return element("figure", {}, picture, element("figcaption", {}, messages.heatCaption(name)));
}

function nearestMistakes(
  features: Float32Array,
  { facts, directions }: CardContext,
): HTMLElement[] {
  const { mistakes } = facts;
  if (!mistakes) return [];
  const found = nearest(features, directions).slice(0, MOST_NEAREST);
  const further = mistakes.usual.filter((value) => value < found[0]!.similarity).length;
  return [
    element(
      "details",
      {},
      element(
        "summary",
        {},
        messages.nearestTitle(found.length, mistakes.images.length, mistakes.split),
      ),
      element("p", { class: "note" }, messages.nearestNote()),
      ...(mistakes.usual.length > 0
        ? [
            element(
              "p",
              { class: "note" },
              messages.nearestUsual(further, mistakes.usual.length, mistakes.split),
            ),
          ]
        : []),
      element(
        "ul",
        { class: "nearest" },
        ...found.map((one) => mistake(mistakes.images[one.place]!, one.similarity)),
      ),
    ),
  ];
}

function mistake(
  { picture, predicted, probability, actual }: PageMistake,
  likeness: number,
): HTMLElement {
  const words = messages.mistake(shown(predicted), probability, shown(actual));
  return element(
    "li",
    {},
    element("img", { src: picture, alt: "" }),
    element("p", {}, words),
    element("p", { class: "note" }, messages.similarity(likeness)),
  );
}
