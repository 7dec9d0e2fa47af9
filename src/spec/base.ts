import { inOneLine } from "./describe.ts";
import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { readTextSync } from "../regular-file.ts";
import { files } from "../layout.ts";
import { nearest } from "../nearest.ts";
import { builtInBases, isTorchFile } from "./bases/bases.ts";
import type { Layer } from "./experiment.ts";
import type { Path } from "./locate.ts";
import { messages } from "./messages.ts";
import type { Finding } from "./problem.ts";
import { isMapping, resolveValue } from "./resolve.ts";
import type { Base, ResolvedExperiment, ResolvedLayer } from "./resolved.ts";
import { schemaAt } from "./schema.ts";
import { findMistakes } from "./validate.ts";

type Preprocess = ResolvedExperiment["data"]["preprocess"];

const PATH: Path = ["model", "base"];
const MOST_BYTES = 10e6;

/** Something that is wrong with a base; the path is of the setting. */
class Unfit extends Error {
  constructor(
    readonly path: Path,
    message: string,
  ) {
    super(message);
  }
}

/**
 * Writes out the layers that `model.base` stands for, as `model.base.trunk`.
 *
 * @param experiment expanded; it is not changed
 * @param folder absolute path of the experiment's
 */
export function withTrunk(
  experiment: unknown,
  folder: string,
): { value: unknown; findings: Finding[] } {
  const nothing = { value: experiment, findings: [] };
  if (!isMapping(experiment) || !isMapping(experiment["model"])) return nothing;
  const { base } = experiment["model"];
  if (!isMapping(base)) return nothing;
  try {
    if (base["trunk"] !== undefined) throw new Unfit([...PATH, "trunk"], messages.trunkWritten());
    const schema = schemaAt(PATH)!;
    // What is no base by the schema is told by it.
    if (!isBase(base)) return nothing;
    const settings = resolveValue(base, schema) as Base;
    const data = isMapping(experiment["data"]) ? experiment["data"] : {};
    const trunk = trunkOf(settings, {
      folder,
      colour: data["colour"] ?? schemaAt(["data", "colour"])!.default,
      preprocess: preprocessOf(data["preprocess"]),
    });
    const model = { ...experiment["model"], base: { ...base, trunk } };
    return { value: { ...experiment, model }, findings: [] };
  } catch (error) {
    if (!(error instanceof Unfit)) throw error;
    return { value: experiment, findings: [{ path: error.path, message: error.message }] };
  }
}

function isBase(base: Record<string, unknown>): boolean {
  const { from, weights = null, until = null, trainable = false } = base;
  const isText = (value: unknown) => value === null || typeof value === "string";
  const isCount =
    typeof trainable === "boolean" || (isMapping(trainable) && Number.isInteger(trainable["last"]));
  return typeof from === "string" && from !== "" && isText(weights) && isText(until) && isCount;
}

/** Where a broken section is told by the schema, the usual values stand in for it. */
function preprocessOf(written: unknown): Preprocess {
  const schema = schemaAt(["data", "preprocess"])!;
  return resolveValue(isMapping(written) ? written : {}, schema) as Preprocess;
}

interface Surroundings {
  folder: string;
  colour: unknown;
  preprocess: Preprocess;
}

function trunkOf(base: Base, surroundings: Surroundings): unknown[] {
  const layers = Object.hasOwn(builtInBases, base.from)
    ? builtInLayers(base, surroundings)
    : runLayers(base, surroundings);
  return withTrained(layers, base.trainable);
}

function builtInLayers({ from, weights, until }: Base, { preprocess }: Surroundings): Layer[] {
  const kind = builtInBases[from]!;
  if (weights === null && !kind.hasTorch)
    throw new Unfit([...PATH, "from"], messages.baseNeedsWeights(from, kind.kerasFile));
  // The weights that are fetched are torchvision's.
  const isTorch = weights === null || isTorchFile(weights);
  if (isTorch && !kind.hasTorch)
    throw new Unfit([...PATH, "weights"], messages.noTorchWeights(from, kind.kerasFile));
  const unusual = (["rescale", ...OF_NUMBERS] as const).find(
    (key) => !Bun.deepEquals(preprocess[key], preprocessOf({})[key]),
  );
  if (unusual !== undefined)
    throw new Unfit(["data", "preprocess", unusual], messages.basePrepares(from, unusual));
  const { mode, layers } = kind.build(isTorch);
  const kept = until === null ? layers : layers.slice(0, endOf(layers, until));
  return [{ preprocessInput: { mode } }, ...kept];
}

/** What data.preprocess does to numbers, beside rescale. */
const OF_NUMBERS = [
  "samplewiseCenter",
  "samplewiseStd",
  "featurewiseCenter",
  "featurewiseStd",
  "zcaWhitening",
] as const;

/** The folder of a run that `from` names, from a folder on upwards; null where there is none. */
export function findRunFolder(from: string, folder: string): string | null {
  for (let above = folder; ; above = dirname(above)) {
    const path = resolve(above, from);
    if (existsSync(join(path, files.resolved))) return path;
    if (above === dirname(above)) return null;
  }
}

function runLayers({ from, until }: Base, surroundings: Surroundings): unknown[] {
  const at = [...PATH, "from"];
  const { folder, colour, preprocess } = surroundings;
  const path = findRunFolder(from, folder);
  if (path === null) {
    const names = Object.keys(builtInBases);
    throw new Unfit(at, messages.noSuchBase(from, names, nearest(from, names)));
  }
  const { model, data } = readResolved(path, from);
  const isOther = (key: keyof Preprocess) => !Bun.deepEquals(preprocess[key], data.preprocess[key]);
  const ofImages = (["featurewiseCenter", "featurewiseStd", "zcaWhitening"] as const).find(
    (key) => data.preprocess[key],
  );
  if (ofImages !== undefined) throw new Unfit(at, messages.runHasStatistics(from, ofImages));
  const other = (Object.keys(data.preprocess) as (keyof Preprocess)[]).find(isOther);
  if (other !== undefined)
    throw new Unfit(
      ["data", "preprocess", other],
      messages.runPreparedOtherwise(from, other, inOneLine(data.preprocess[other])),
    );
  if (data.colour === "grey" && colour === "rgb")
    throw new Unfit(["data", "colour"], messages.runTakesGrey(from));
  const all = [...(model.base?.trunk ?? []), ...model.layers];
  const body = all.slice(
    0,
    all.findLastIndex(({ dense }) => dense),
  );
  if (body.length === 0) throw new Unfit(at, messages.runHasNoTrunk(from));
  const kept = until === null ? body : body.slice(0, endOf(body, until));
  return data.colour === "rgb" && colour === "grey"
    ? [{ preprocessInput: { mode: "rgb" } }, ...kept]
    : kept;
}

function readResolved(path: string, from: string): ResolvedExperiment {
  const refuse = () => new Unfit([...PATH, "from"], messages.runUnreadable(from, files.resolved));
  let value: unknown;
  try {
    value = JSON.parse(readTextSync(join(path, files.resolved), MOST_BYTES));
  } catch {
    throw refuse();
  }
  if (!isMapping(value)) throw refuse();
  const { formatVersion: _, ...experiment } = value;
  if (findMistakes(experiment).findings.length > 0) throw refuse();
  return resolveValue(experiment, schemaAt([])!) as ResolvedExperiment;
}

/** How many layers there are up to the one that is called so. */
function endOf(layers: readonly (Layer | ResolvedLayer)[], until: string): number {
  const names = namesOf(layers);
  const end = names.indexOf(until) + 1;
  if (end > 0) return end;
  const known = names.flatMap((name) => name ?? []);
  throw new Unfit(
    [...PATH, "until"],
    messages.noSuchLayer(until, known, nearest(until, known), known.length === names.length),
  );
}

/** What layers are called; behind a residual, whose shortcut may have layers too, only those with a name of their own. */
function namesOf(layers: readonly unknown[]): (string | null)[] {
  const counts = new Map<string, number>();
  let isCounted = true;
  const nameOf = (layer: unknown): string | null => {
    const [kind, settings] = kindAndSettings(layer);
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    const own = isMapping(settings) && typeof settings["name"] === "string" && settings["name"];
    const name = own || (isCounted ? `${kind}_${count}` : null);
    for (const list of listsIn(kind, settings)) list.forEach(nameOf);
    if (kind === "residual") isCounted = false;
    return name;
  };
  return layers.map(nameOf);
}

function kindAndSettings(layer: unknown): [string, unknown] {
  return typeof layer === "string"
    ? [layer, {}]
    : Object.entries(layer as Record<string, unknown>)[0]!;
}

/** The lists of layers that a layer holds. */
function listsIn(kind: string, settings: unknown): unknown[][] {
  const held = isMapping(settings) ? (settings["layers"] ?? settings["branches"]) : settings;
  if (!Array.isArray(held)) return [];
  return kind === "residual" ? [held] : held.filter(Array.isArray);
}

/** Freezes all layers but the last ones. batchNorm goes by its running averages in any case. */
function withTrained(layers: readonly unknown[], trainable: Base["trainable"]): unknown[] {
  let left = trainable === true ? Infinity : trainable === false ? 0 : trainable.last;
  const freeze = (layer: unknown): unknown[] => {
    const [kind, settings] = kindAndSettings(layer);
    const isFrozen = left <= 0;
    left -= 1;
    const lists = listsIn(kind, settings);
    if (lists.length > 0) {
      const held = freezeAll(lists);
      const inside = kind === "residual" ? held[0]! : held;
      if (!isMapping(settings)) return [{ [kind]: inside }];
      return [{ [kind]: { ...settings, [kind === "residual" ? "layers" : "branches"]: inside } }];
    }
    if (isFrozen && NOISE.has(kind)) return [];
    const hasWeights = schemaAt([kind, "trainable"], { $ref: "#/definitions/layer" }) !== undefined;
    if (!hasWeights) return [{ [kind]: settings }];
    const own = isMapping(settings) ? settings : {};
    return [{ [kind]: { ...own, trainable: !isFrozen && kind !== "batchNorm" } }];
  };
  const freezeAll = (lists: readonly unknown[][]): unknown[][] =>
    lists.toReversed().map(freezeList).toReversed();
  const freezeList = (list: readonly unknown[]): unknown[] =>
    list.toReversed().map(freeze).toReversed().flat();
  return freezeList(layers);
}

/** What a frozen trunk has no part of. */
const NOISE: ReadonlySet<string> = new Set(["dropout", "spatialDropout", "gaussianNoise"]);
