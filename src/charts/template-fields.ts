import { nearest } from "../nearest.ts";
import { datasets } from "./datasets.ts";
import { messages } from "./messages.ts";
import { isObject, parseTemplate, placeOf, type Parts, type Template } from "./template.ts";

/**
 * What a template names that the data does not have, so that it would be drawn empty: a sentence for each field.
 * @param file what the template is called to the user
 */
export function fieldWarnings(template: Template, file = placeOf(template)): string[] {
  const spec = parseTemplate(template, file);
  const known = new Map<string, readonly string[]>(
    Object.entries(datasets).map(([name, { fields }]) => [name, Object.keys(fields)]),
  );
  // Their rows may hold anything.
  if (isObject(spec["datasets"]))
    for (const name of Object.keys(spec["datasets"])) known.delete(name);
  const warnings = unknownFields(spec, known).map(({ dataset, field }) => {
    const fields = known.get(dataset)!;
    return messages.noSuchField(file, dataset, field, fields, nearest(field, fields));
  });
  return [...new Set(warnings)];
}

/** Where a view stands: what it has of the views around it. */
interface Around {
  /** Name of its data; null where that is none of the run's. */
  dataset: string | null;
  /** Fields that transforms have made; null where they may have made any. */
  made: ReadonlySet<string> | null;
  /** Fields that the encodings of the views around it name: they are its own, too. */
  named: readonly string[];
}

interface UnknownField {
  dataset: string;
  field: string;
}

const listsOfViews = ["layer", "concat", "hconcat", "vconcat"];

function unknownFields(
  view: Parts,
  known: ReadonlyMap<string, readonly string[]>,
  around: Around = { dataset: null, made: new Set(), named: [] },
): UnknownField[] {
  const transforms = objectsIn(view["transform"]);
  const dataset = "data" in view ? nameOf(view["data"]) : around.dataset;
  const made = withMade(around.made, transforms);
  const named = [...around.named, ...namedIn(pick(view, ["encoding", "mark", "facet", "repeat"]))];
  const views = [
    ...listsOfViews.flatMap((key) => objectsIn(view[key])),
    ...objectsIn([view["spec"]]),
  ];
  const isLeaf = views.length === 0;
  const used = [...transforms.flatMap(usedBy), ...(isLeaf ? named : [])];
  const isKnown = (field: string) =>
    made === null || made.has(field) || known.get(dataset!)!.includes(field);
  const own =
    dataset !== null && known.has(dataset)
      ? used.filter((field) => !isKnown(field)).map((field) => ({ dataset, field }))
      : [];
  return [...own, ...views.flatMap((one) => unknownFields(one, known, { dataset, made, named }))];
}

function nameOf(data: unknown): string | null {
  return isObject(data) && typeof data["name"] === "string" && !("values" in data)
    ? data["name"]
    : null;
}

/** Names that transforms give what they make, where nothing else is said. */
const usualNames: Readonly<Record<string, readonly string[]>> = {
  fold: ["key", "value"],
  density: ["value", "density"],
  quantile: ["prob", "value"],
};

function withMade(before: Around["made"], transforms: readonly Parts[]): Around["made"] {
  // A pivot makes a field of each value.
  if (before === null || transforms.some((one) => "pivot" in one)) return null;
  const made = transforms.flatMap((one) => [
    ...partsOf(one).flatMap(([key, part]) => (key === "as" ? wordsIn(part) : [])),
    ...Object.entries(usualNames).flatMap(([key, names]) => (key in one ? names : [])),
    ...(isObject(one["from"]) ? wordsIn(one["from"]["fields"]) : []),
  ]);
  // Of a bin, or a unit of time, there are two ends.
  return new Set([...before, ...made.flatMap((name) => [name, `${name}_end`])]);
}

/** Keys of a transform at which there are fields. */
const fieldKeys = new Set(
  "groupby fold flatten density regression loess on quantile stack impute lookup pivot".split(" "),
);

function usedBy(transform: Parts): string[] {
  const direct = Object.entries(transform).filter(([key]) => fieldKeys.has(key));
  return [...direct.flatMap(([, part]) => wordsIn(part).map(headOf)), ...namedIn(transform)];
}

/** Below these, a datum is one of an axis or a legend. */
const guides = new Set(["axis", "legend", "header", "scale", "title"]);

/** Keys at which a text is an expression. */
const expressions = new Set(["calculate", "filter", "and", "or", "not", "test", "expr"]);

/** Fields that are named anywhere in a part of a view, and those that its expressions ask for. */
function namedIn(part: unknown, key = ""): string[] {
  if (typeof part === "string") {
    if (key === "field") return part === "*" ? [] : [headOf(part)];
    return expressions.has(key) ? askedFor(part) : [];
  }
  if (key === "repeat") return wordsIn(part).map(headOf);
  if (Array.isArray(part)) return part.flatMap((item) => namedIn(item, key));
  if (!isObject(part)) return [];
  return Object.entries(part)
    .filter(([name]) => !guides.has(name))
    .flatMap(([name, inner]) => namedIn(inner, name));
}

/** `datum.loss > datum['accuracy']` → loss, accuracy */
function askedFor(expression: string): string[] {
  return [...expression.matchAll(/\bdatum(?:\.([A-Za-z_$][\w$]*)|\[(["'])(.*?)\2\])/g)].map(
    ([, plain, , quoted]) => plain ?? quoted!,
  );
}

/** The field of a row that a path into it begins with. */
function headOf(field: string): string {
  return /^(?:\\.|[^.[\\])*/.exec(field)![0].replaceAll("\\", "");
}

/** The texts in a part, at any depth. */
function wordsIn(part: unknown): string[] {
  if (typeof part === "string") return [part];
  return typeof part === "object" && part !== null ? Object.values(part).flatMap(wordsIn) : [];
}

function partsOf(part: Parts): [string, unknown][] {
  return Object.entries(part).flatMap(([key, inner]): [string, unknown][] => [
    [key, inner],
    ...objectsIn(Array.isArray(inner) ? inner : [inner]).flatMap(partsOf),
  ]);
}

function objectsIn(part: unknown): Parts[] {
  return Array.isArray(part) ? part.filter(isObject) : [];
}

function pick(view: Parts, keys: readonly string[]): Parts {
  return Object.fromEntries(keys.filter((key) => key in view).map((key) => [key, view[key]]));
}
