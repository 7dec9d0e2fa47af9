import { describeValue } from "./describe.ts";
import { type Diagnostic, type Place, printPath } from "./diagnostic.ts";
import type { Part } from "./environment.ts";
import type { Path } from "./locate.ts";
import { messages } from "./messages.ts";
import { type Named, namedSettings } from "./named-layers.ts";
import { meantName } from "./names.ts";
import type { Texts } from "./places.ts";
import { isMapping } from "./resolve.ts";
import {
  allowsNull,
  formsOf,
  experimentSchema,
  isChoice,
  type Schema,
  schemaAt,
} from "./schema.ts";

/** Which text a value is from. */
interface From {
  source: number;
  /** Where it stands there. */
  path: Path;
  /** Of settings that were put together, where each is from. */
  inside?: ReadonlyMap<string, From>;
}

interface Merged {
  value: unknown;
  from: From;
}

/**
 * Puts together what texts say, each of which extends the next: settings under one key are put together, and the first
 * text goes before the next in the rest. Where null is no value of a setting it removes what the next text has. A mapping in the place of a list of layers changes those that it names.
 */
export function mergeParts(parts: readonly Part[]): {
  value: unknown;
  texts: Texts;
  diagnostics: Diagnostic[];
} {
  const texts = parts.map((part) => part.texts);
  const merging = new Merging(texts);
  const { value, from } = parts
    .map((part, source): Merged => ({ value: part.value, from: { source, path: [] } }))
    .reduceRight((base, own) => merging.merge(base, own, experimentSchema));
  return { value, texts: new MergedTexts(texts, from), diagnostics: merging.diagnostics };
}

class Merging {
  readonly diagnostics: Diagnostic[] = [];

  constructor(private readonly texts: readonly Texts[]) {}

  /** What is written in one text goes before what is in the one that it extends. */
  merge(base: Merged, own: Merged, part: Schema | undefined): Merged {
    if (Array.isArray(base.value) && isMapping(own.value) && part && isByName(part))
      return this.patch(base, own, part);
    if (!isMapping(base.value) || !isMapping(own.value)) return own;
    const keys = [base.value, own.value].map((one) => Object.keys(one));
    if (part && isChoice(part) && !Bun.deepEquals(keys[0], keys[1])) return own;
    const value: Record<string, unknown> = {};
    const inside = new Map<string, From>();
    for (const key of new Set(keys.flat())) {
      const [below, above] = [within(base, key), within(own, key)];
      const inner = part && schemaAt([key], part);
      // With nothing that it removes it is a value that was forgotten.
      if (below && above?.value === null && inner && !isChoice(part) && !allowsNull(inner))
        continue;
      const merged = below && above ? this.merge(below, above, inner) : (above ?? below)!;
      value[key] = merged.value;
      inside.set(key, merged.from);
    }
    return { value, from: { ...own.from, inside } };
  }

  /** A list of layers with what a mapping says of those that it names. */
  private patch(layers: Merged, patches: Merged, part: Schema): Merged {
    let patched = layers;
    for (const name of Object.keys(patches.value as object)) {
      const settings = within(patches, name)!;
      const named = namedSettings(patched.value as unknown[]);
      const [place, ...others] = named.filter((one) => one.name === name);
      if (!isMapping(settings.value))
        this.refuse(settings, messages.patchIsNoMapping(describeValue(settings.value)));
      else if (!place) this.refuse(settings, this.noLayerNamed(name, named, layers.from));
      else if (others.length > 0)
        this.refuse(settings, messages.severalLayersNamed(name, 1 + others.length));
      else
        patched = put(patched, place.path, (own) =>
          this.merge(own, settings, schemaAt(place.path, part)),
        );
    }
    return patched;
  }

  private noLayerNamed(name: string, named: readonly Named[], { source, path }: From): string {
    const names = named.map((one) => one.name);
    const { file } = this.texts[source]!.locate(path, "value");
    return messages.noLayerNamed(name, file, names, meantName(name, names));
  }

  private refuse({ from: { source, path } }: Merged, message: string): void {
    const place = this.texts[source]!.locate(path, "key");
    this.diagnostics.push({ ...place, message: `${printPath(path)}: ${message}` });
  }
}

function within({ value, from }: Merged, key: string | number): Merged | null {
  if (!Object.hasOwn(value as object, key)) return null;
  const path = [...from.path, key];
  return {
    value: (value as Record<string | number, unknown>)[key],
    from: from.inside?.get(String(key)) ?? { source: from.source, path },
  };
}

/** `holder` with another value at a path that it has. */
function put(holder: Merged, path: Path, change: (value: Merged) => Merged): Merged {
  const [step, ...rest] = path;
  if (step === undefined) return change(holder);
  const inner = put(within(holder, step)!, rest, change);
  const value = Array.isArray(holder.value)
    ? holder.value.with(Number(step), inner.value)
    : { ...(holder.value as object), [step]: inner.value };
  const inside = new Map(holder.from.inside).set(String(step), inner.from);
  return { value, from: { ...holder.from, inside } };
}

/** Whether a mapping stands for a list of which it names some items. */
function isByName(part: Schema): boolean {
  return formsOf(part).some(({ type, expands }) => type === "object" && expands);
}

class MergedTexts implements Texts {
  constructor(
    private readonly texts: readonly Texts[],
    private readonly from: From,
  ) {}

  has(path: Path): boolean {
    const own = this.find(path);
    return own.texts.has(own.path);
  }

  locate(path: Path, part: "key" | "value"): Place {
    const own = this.find(path);
    return own.texts.locate(own.path, part);
  }

  private find(path: Path): { texts: Texts; path: Path } {
    let from = this.from;
    let rest = path;
    for (let [step] = rest; step !== undefined; [step] = rest) {
      const inner = from.inside?.get(String(step));
      if (!inner) break;
      from = inner;
      rest = rest.slice(1);
    }
    return { texts: this.texts[from.source]!, path: [...from.path, ...rest] };
  }
}
