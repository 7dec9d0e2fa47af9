import { type LabelKind, messages } from "./messages.ts";

/** What different spellings of one label have in common: `Cat ` and `cat`, `1`, `1.0` and `01`, `a_b` and `a-b`. */
export function spelling(label: string): string {
  const text = label.normalize("NFKC").trim();
  if (isNumber(text)) return `number ${Number(text)}`;
  return `text ${text.toLowerCase().replaceAll(/[\s_-]+/g, " ")}`;
}

/** Labels, each with the known one that is only spelled otherwise. */
export function withMeant(labels: readonly string[], known: readonly string[]) {
  const bySpelling = new Map(known.map((label) => [spelling(label), label]));
  return labels.map((label) => ({ label, meant: bySpelling.get(spelling(label)) }));
}

/** Of fewer labels nothing is said: they may well be what was meant. */
const MANY = 20;
/** Letters, and words, from which on a label is a sentence rather than a name. */
const LONG_LABEL = 60;
const MANY_WORDS = 6;
/** Separators of lists within a label, as tables of several labels an image have them. */
const separators = ["|", ";", ",", "+", "&"];

/**
 * Labels that are most likely not classes as they were meant, a sentence for each way: one class in several spellings,
 * quantities, lists, sentences, a label for each image.
 *
 * @param counts images of each class, in the order of `classes`
 */
export function labelWarnings(classes: readonly string[], counts: readonly number[]): string[] {
  const images = counts.reduce((sum, count) => sum + count, 0);
  const counted = classes.map((label, index) => ({ label, images: counts[index]! }));
  const spellings = Map.groupBy(counted, ({ label }) => spelling(label))
    .values()
    .filter((labels) => labels.length > 1)
    .toArray();
  const several = spellings.length > 0 ? [messages.spellings(spellings)] : [];
  const kind = kindOfLabels(classes, images);
  return kind === null ? several : [...several, messages.labelsAre(kind, classes)];
}

/** What labels are in place of classes; null where they may be classes. */
function kindOfLabels(classes: readonly string[], images: number): LabelKind | null {
  if (isMultiple(classes)) return "lists";
  if (mostly(classes, isSentence)) return "sentences";
  if (classes.length < MANY) return null;
  const isEach = classes.length > images / 2;
  const isQuantity = classes.every(isNumber) && (isEach || classes.some(hasFraction));
  return isQuantity ? "quantities" : isEach ? "names of images" : null;
}

/** Whether several labels are made of others, joined by one separator. */
function isMultiple(classes: readonly string[]): boolean {
  return separators.some((separator) => {
    const joined = classes.filter((label) => label.includes(separator));
    const parts = joined.flatMap((label) => label.split(separator).map((part) => part.trim()));
    const times = Map.groupBy([...parts, ...classes], (part) => part);
    const shared = joined.filter((label) =>
      label.split(separator).every((part) => times.get(part.trim())!.length > 1 && part !== ""),
    );
    return shared.length > 1 && shared.length > joined.length / 2;
  });
}

function isSentence(label: string): boolean {
  return label.length > LONG_LABEL && label.trim().split(/\s+/).length > MANY_WORDS;
}

function mostly(labels: readonly string[], test: (label: string) => boolean): boolean {
  return labels.filter(test).length > labels.length / 2;
}

function isNumber(label: string): boolean {
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(label.trim());
}

function hasFraction(label: string): boolean {
  return !Number.isInteger(Number(label));
}
