import { describeSettings } from "../model/describe.ts";
import { expand } from "../spec/expand.ts";
import { joinTexts } from "../spec/inherit.ts";
import { Places } from "../spec/places.ts";
import { placeOfValue } from "../spec/value-place.ts";
import type { ResolvedLayer } from "../spec/resolved.ts";
import { wordsOf } from "../run/kept.ts";
import { keysOf } from "./names.ts";
import { flatten, isSame, type Plain } from "./settings.ts";
import type { Side } from "./side.ts";

/** A setting's value in one run, and where it comes from. */
export interface Setting {
  value: Plain;
  /** Of experiment.yaml, from 1; null where the value is not written there. */
  line: number | null;
  /** The file that the line is of, where it is one that experiment.yaml extends. */
  file?: string;
  origin: "file" | "default" | "--set";
}

/** A setting that differs. null: the run has no such setting, or no such layer. */
export interface SettingChange {
  path: string;
  a: Setting | null;
  b: Setting | null;
}

/** The settings in which two experiments differ. Layers are told apart by kind and order, not by number. */
export function compareExperiments(a: Side, b: Side): SettingChange[] {
  const [ofA, ofB] = [new Origins(a), new Origins(b)];
  const [inA, inB] = [settingsBesideLayers(a), settingsBesideLayers(b)];
  const settings = [...new Set([...inA.keys(), ...inB.keys()])]
    .filter((path) => !isSame(inA.get(path), inB.get(path)))
    .map((path) => ({
      path,
      a: inA.has(path) ? ofA.setting(path, inA.get(path)!) : null,
      b: inB.has(path) ? ofB.setting(path, inB.get(path)!) : null,
    }));
  const layers = alignLayers(a.resolved.model.layers, b.resolved.model.layers).flatMap((pair) =>
    compareLayers(pair, ofA, ofB),
  );
  return [...settings, ...layers];
}

function settingsBesideLayers({ resolved }: Side): Map<string, Plain> {
  const { layers: _, base, ...model } = resolved.model;
  const { trunk: __, ...ofBase } = base ?? {};
  return flatten({ ...resolved, model: { ...model, ...(base && { base: ofBase }) } });
}

interface NumberedLayer {
  index: number;
  layer: ResolvedLayer;
}
type LayerPair = { a?: NumberedLayer; b?: NumberedLayer };

function compareLayers({ a, b }: LayerPair, ofA: Origins, ofB: Origins): SettingChange[] {
  const whole = (side: NumberedLayer | undefined, origins: Origins) =>
    side ? origins.setting(`model.layers[${side.index}]`, describeLayer(side.layer)) : null;
  if (!a || !b) {
    const { index } = (a ?? b)!;
    return [{ path: `model.layers[${index}]`, a: whole(a, ofA), b: whole(b, ofB) }];
  }
  const [inA, inB] = [flatten(a.layer), flatten(b.layer)];
  return [...new Set([...inA.keys(), ...inB.keys()])]
    .filter((key) => !isSame(inA.get(key), inB.get(key)))
    .map((key) => ({
      path: `model.layers[${b.index}].${key}`,
      a: inA.has(key) ? ofA.setting(`model.layers[${a.index}].${key}`, inA.get(key)!) : null,
      b: inB.has(key) ? ofB.setting(`model.layers[${b.index}].${key}`, inB.get(key)!) : null,
    }));
}

function describeLayer(layer: ResolvedLayer): string {
  const settings = describeSettings(layer);
  return settings === "" ? kindOf(layer) : `${kindOf(layer)}: ${settings}`;
}

function kindOf(layer: ResolvedLayer): string {
  return Object.keys(layer)[0]!;
}

/**
 * Which layer of one stack is which of the other: in order, equal layers first of all, otherwise layers of one kind
 * (the heaviest common subsequence). The rest were added or taken away.
 */
export function alignLayers(a: readonly ResolvedLayer[], b: readonly ResolvedLayer[]): LayerPair[] {
  const weight = (i: number, j: number) =>
    kindOf(a[i]!) !== kindOf(b[j]!) ? 0 : Bun.deepEquals(a[i], b[j]) ? 3 : 2;
  // best[i][j]: of what follows layer i of one and layer j of the other
  const best = Array.from({ length: a.length + 1 }, () => Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const together = weight(i, j);
      best[i]![j] = Math.max(
        best[i + 1]![j]!,
        best[i]![j + 1]!,
        together === 0 ? 0 : together + best[i + 1]![j + 1]!,
      );
    }
  }
  const pairs: LayerPair[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const inA = i < a.length ? { index: i, layer: a[i]! } : undefined;
    const inB = j < b.length ? { index: j, layer: b[j]! } : undefined;
    const together = inA && inB ? weight(i, j) : 0;
    if (together > 0 && best[i]![j] === together + best[i + 1]![j + 1]!) {
      pairs.push({ a: inA!, b: inB! });
      i++;
      j++;
    } else if (inA && (!inB || best[i]![j] === best[i + 1]![j])) {
      pairs.push({ a: inA });
      i++;
    } else {
      pairs.push({ b: inB! });
      j++;
    }
  }
  return pairs;
}

/** Where the values of a run come from: its experiment.yaml, its call, or nowhere but the defaults. */
class Origins {
  private readonly value: unknown;
  private readonly places: Places;
  private readonly overridden: string[];

  constructor({ experimentText, extended = [], request, manifest }: Side) {
    const texts = [{ name: "", text: experimentText }, ...extended];
    const sources = texts.map(({ name, text }) => ({ file: name, shown: name, text }));
    const joined = joinTexts(sources, request?.environment ?? {});
    const { value, origins } = expand(joined.value);
    this.value = value;
    this.places = new Places(joined.texts, [], origins);
    this.overridden =
      request?.overrides.map(({ key }) => key) ??
      wordsOf(manifest?.command ?? []).map((word) =>
        word
          .split("=")[0]!
          .trim()
          .replaceAll(/\[(\d+)\]/g, ".$1"),
      );
  }

  setting(name: string, value: Plain): Setting {
    const path = keysOf(name);
    // The keys of --set are kept with all their parts between dots.
    if (this.overridden.some((key) => `${path.join(".")}.`.startsWith(`${key}.`)))
      return { value, line: null, origin: "--set" };
    const place = placeOfValue(this.value, this.places, path);
    return place
      ? { value, line: place.line, origin: "file", ...(place.file && { file: place.file }) }
      : { value, line: null, origin: "default" };
  }
}
