import { dirname, resolve } from "node:path";
import { append } from "../arrays.ts";
import type { Diagnostic, Place } from "./diagnostic.ts";
import type { Path } from "./locate.ts";
import { messages } from "./messages.ts";
import { type ParsedText, parseYaml } from "./parse.ts";
import { rebase } from "./paths.ts";
import type { Texts } from "./places.ts";
import { isMapping } from "./resolve.ts";
import { experimentSchema, follow, isOnlyText, type Schema, schemaAt } from "./schema.ts";
import { withoutMark } from "./read.ts";

/** The text of an experiment's file, or of one that it extends. */
export interface SourceText {
  /** Absolute path of the file. */
  file: string;
  /** What the text is called in messages. */
  shown: string;
  /** Byte for byte. */
  text: string;
  /** Why there is no more text than this. */
  fault?: string;
}

/** An experiment file with those that it extends, put together. */
export interface Inherited {
  /** Plain values, without `extends`; undefined where one of the texts cannot be read. */
  value: unknown;
  texts: Texts;
  /** Of the first file. */
  beginning: Place;
  diagnostics: Diagnostic[];
  /** The files that were extended, the nearest first. */
  extended: SourceText[];
}

/** How many files may be put together. */
const MOST_FILES = 16;

/**
 * @param next the file that another names, which is at this path; null where there is none
 */
export async function readInherited(
  first: SourceText,
  next: (path: string, index: number) => Promise<SourceText | null>,
): Promise<Inherited> {
  const sources: SourceText[] = [];
  const parsed: ParsedText[] = [];
  const diagnostics: Diagnostic[] = [];
  let isWhole = true;
  for (let source: SourceText | null = first; source;) {
    const one: ParsedText = parse(source);
    sources.push(source);
    parsed.push(one);
    append(diagnostics, one.diagnostics);
    const base = isMapping(one.value) ? one.value["extends"] : undefined;
    if (one.value === undefined || base === undefined) {
      isWhole &&= one.value !== undefined;
      break;
    }
    source = null;
    const refuse = (message: string) =>
      diagnostics.push({
        ...one.locator.locate(["extends"], "value"),
        message: `extends: ${message}`,
      });
    if (typeof base !== "string" || base === "") refuse(messages.extendsNoPath());
    else {
      const path = resolve(dirname(sources.at(-1)!.file), base);
      const chain = [...sources.map(({ file }) => file), path];
      if (sources.some(({ file }) => file === path))
        refuse(
          messages.extendsItself(sources.slice(chain.indexOf(path)).map(({ shown }) => shown)),
        );
      else if (sources.length >= MOST_FILES) refuse(messages.extendsTooMany(MOST_FILES));
      else {
        source = await next(path, sources.length - 1);
        if (!source) refuse(messages.extendsNothing(base));
      }
    }
    isWhole &&= source !== null;
  }
  const { value, texts } = joinTexts(sources, parsed);
  return {
    value: isWhole ? value : undefined,
    texts,
    beginning: parsed[0]!.locator.at(0, 0),
    diagnostics,
    extended: sources.slice(1),
  };
}

/** What texts say together, each of which extends the next. */
export function joinTexts(
  sources: readonly SourceText[],
  parsed: readonly ParsedText[] = sources.map(parse),
): Pick<Inherited, "value" | "texts"> {
  const { value, from } = parsed
    .map((one, source): Merged => {
      const own = ownValue(one.value, sources[source]!, sources[0]!);
      return { value: own, from: { source } };
    })
    .reduceRight((base, own) => merge(base, own, experimentSchema));
  const locators = parsed.map(({ locator }) => locator);
  return { value, texts: new InheritedTexts(locators, from) };
}

function parse({ text, shown, fault }: SourceText): ParsedText {
  const yaml = withoutMark(text);
  const parsed = parseYaml(yaml, shown, (path) => {
    const schema = schemaAt(path);
    return schema !== undefined && isOnlyText(schema);
  });
  if (fault === undefined) return parsed;
  const place = parsed.locator.at(yaml.length, yaml.length);
  return { ...parsed, value: undefined, diagnostics: [{ ...place, message: fault }] };
}

/** Without `extends`, and with paths from the first file's folder. */
function ownValue(value: unknown, { file }: SourceText, first: SourceText): unknown {
  if (!isMapping(value)) return value;
  const { extends: _, ...own } = value;
  return file === first.file
    ? own
    : rebase(own, experimentSchema, dirname(file), dirname(first.file));
}

/** Which file a value is from; of settings that were put together, which file each is from. */
interface From {
  source: number;
  inside?: ReadonlyMap<string, From>;
}

interface Merged {
  value: unknown;
  from: From;
}

/** What is written in one file goes before what is in the one that it extends. */
function merge(base: Merged, own: Merged, part: Schema | undefined): Merged {
  if (!isMapping(base.value) || !isMapping(own.value)) return own;
  if (part && isChoice(part) && !Bun.deepEquals(Object.keys(base.value), Object.keys(own.value)))
    return own;
  const value: Record<string, unknown> = {};
  const inside = new Map<string, From>();
  for (const key of new Set([...Object.keys(base.value), ...Object.keys(own.value)])) {
    const within = ({ value: holder, from }: Merged): Merged | null =>
      Object.hasOwn(holder as object, key)
        ? {
            value: (holder as Record<string, unknown>)[key],
            from: from.inside?.get(key) ?? { source: from.source },
          }
        : null;
    const [below, above] = [within(base), within(own)];
    const merged =
      below && above ? merge(below, above, part && schemaAt([key], part)) : (above ?? below)!;
    value[key] = merged.value;
    inside.set(key, merged.from);
  }
  return { value, from: { source: own.from.source, inside } };
}

/** Whether one key of several is chosen, such as an optimizer: another one takes its place. */
function isChoice(part: Schema): boolean {
  const schema = follow(part);
  return [schema, ...(schema.anyOf ?? []).map(follow)].some(
    ({ maxProperties }) => maxProperties === 1,
  );
}

class InheritedTexts implements Texts {
  constructor(
    private readonly texts: readonly Texts[],
    private readonly from: From,
  ) {}

  has(path: Path): boolean {
    return this.textOf(path).has(path);
  }

  locate(path: Path, part: "key" | "value"): Place {
    return this.textOf(path).locate(path, part);
  }

  private textOf(path: Path): Texts {
    let from = this.from;
    for (const step of path) {
      const inner = from.inside?.get(String(step));
      if (!inner) break;
      from = inner;
    }
    return this.texts[from.source]!;
  }
}
