import { createHash } from "node:crypto";
import { dirname, isAbsolute, join } from "node:path";
import { isInside } from "../inside.ts";
import { readRegular } from "../regular-file.ts";
import { isSystemError, systemReason } from "../system-error.ts";
import { Budget, MOST_BYTES } from "./budget.ts";
import { Unreadable } from "./errors.ts";
import { parseJsonBytes } from "./json.ts";
import { messages } from "./messages.ts";
import { bytesPer, isNumberType, toFloats, valuesIn, type NumberType } from "./numbers.ts";
import type { PlacedWeight } from "./weights.ts";

/** Of the description; the numbers are beside it. */
const MOST_JSON_BYTES = 64e6;

interface Quantization {
  dtype: NumberType;
  /** Of integers: value = scale × number + min. */
  scale: number;
  min: number;
}

/**
 * Weights of a layers model of tfjs: model.json, and the files beside it that it names.
 *
 * @param path of model.json
 * @throws Unreadable
 */
export async function readTfjs(
  path: string,
): Promise<{ weights: PlacedWeight[]; sha256: string; bytes: number }> {
  const text = await readRegular(path, MOST_JSON_BYTES);
  const hash = createHash("sha256").update(text);
  const model = parseJsonBytes(text, "model.json") as Record<string, unknown> | null;
  const manifest = model?.["weightsManifest"];
  if (model?.["format"] === "graph-model") throw new Unreadable(messages.graphModel());
  if (!Array.isArray(manifest)) throw new Unreadable(messages.noTfjs());
  const names = layerNames(model?.["modelTopology"]);
  const weights: PlacedWeight[] = [];
  let bytes = text.length;
  for (const group of manifest as unknown[]) {
    const { paths, weights: specs } = (group ?? {}) as Record<string, unknown>;
    if (!Array.isArray(paths) || !Array.isArray(specs)) throw new Unreadable(messages.noTfjs());
    const shards: Buffer[] = [];
    for (const name of paths as unknown[]) {
      const shard = await readShard(dirname(path), String(name), MOST_BYTES - bytes);
      hash.update(shard);
      bytes += shard.length;
      shards.push(shard);
    }
    for (const weight of weightsIn(Buffer.concat(shards), specs, names)) weights.push(weight);
  }
  return { weights, sha256: hash.digest("hex"), bytes };
}

/** A file beside model.json, and nowhere else. */
async function readShard(folder: string, name: string, mostBytes: number): Promise<Buffer> {
  if (isAbsolute(name) || !isInside(join(folder, name), folder))
    throw new Unreadable(messages.shardElsewhere(name));
  try {
    return await readRegular(join(folder, name), mostBytes);
  } catch (error) {
    if (isSystemError(error))
      throw new Unreadable(messages.shardMissing(name, systemReason(error)));
    throw error;
  }
}

function* weightsIn(
  data: Buffer,
  specs: readonly unknown[],
  layers: ReadonlySet<string>,
): Generator<PlacedWeight> {
  const budget = new Budget(data.length);
  let at = 0;
  for (const spec of specs) {
    const { name, shape, dtype, quantization } = (spec ?? {}) as Record<string, unknown>;
    if (typeof name !== "string") throw new Unreadable(messages.noTfjs());
    const packed = quantizationOf(name, quantization);
    const type = packed?.dtype ?? dtype;
    if (!isNumberType(type)) throw new Unreadable(messages.unknownType(name, String(type)));
    const count = valuesIn(shape);
    const end = at + count * bytesPer(type);
    if (end > data.length) throw new Unreadable(messages.cutOff());
    budget.take(count * Float32Array.BYTES_PER_ELEMENT);
    const stored = toFloats(data.subarray(at, end), type);
    at = end;
    const values =
      packed?.dtype.startsWith("uint") === true
        ? stored.map((number) => number * packed.scale + packed.min)
        : stored;
    yield { ...placeOf(name, layers), shape: shape as number[], values };
  }
}

/** The names of all layers in the description of a model, those of models inside it too. */
function layerNames(topology: unknown): Set<string> {
  const names = new Set<string>();
  const waiting = [topology];
  for (let value; (value = waiting.pop()) !== undefined;) {
    if (typeof value !== "object" || value === null) continue;
    const { class_name: kind, config } = value as Record<string, unknown>;
    const name = (config as Record<string, unknown> | null | undefined)?.["name"];
    if (typeof kind === "string" && typeof name === "string") names.add(name);
    for (const inner of Object.values(value)) waiting.push(inner);
  }
  return names;
}

/** A layer's name may have slashes in it, as those inside Lamina's squeezeExcite have. */
function placeOf(name: string, layers: ReadonlySet<string>): Pick<PlacedWeight, "layer" | "name"> {
  const path = name.replace(/:\d+$/, "").split("/");
  const own = path.pop()!;
  if (path.length === 0) return { layer: [own], name: own };
  const from = path.findIndex((_, index) => layers.has(path.slice(index).join("/")));
  const layer = from === -1 ? path : [...path.slice(0, from), path.slice(from).join("/")];
  return { layer, name: own };
}

/** How a weight is packed into fewer bytes; null where it is not. @throws Unreadable */
function quantizationOf(name: string, value: unknown): Quantization | null {
  if (value === undefined || value === null) return null;
  const { dtype, scale, min } = value as Record<string, unknown>;
  if (dtype === "float16") return { dtype, scale: 1, min: 0 };
  const isFormula = Number.isFinite(scale) && Number.isFinite(min);
  if ((dtype !== "uint8" && dtype !== "uint16") || !isFormula)
    throw new Unreadable(messages.unknownType(name, String(dtype)));
  return { dtype, scale: scale as number, min: min as number };
}
