import { dirname, resolve } from "node:path";
import { append } from "../arrays.ts";
import { describeSchema, describeValue, exampleOf } from "./describe.ts";
import { type Diagnostic, type Place, printPath } from "./diagnostic.ts";
import type { Path } from "./locate.ts";
import { type Environment, substituteVariables } from "./environment.ts";
import { mergeParts } from "./merge.ts";
import { messages } from "./messages.ts";
import { type ParsedText, parseYaml } from "./parse.ts";
import { meantName } from "./names.ts";
import { rebase } from "./paths.ts";
import { presetFile, presetNames } from "./presets.ts";
import type { Texts } from "./places.ts";
import { isMapping } from "./resolve.ts";
import { experimentSchema, isOnlyText, schemaAt } from "./schema.ts";
import { withoutMark } from "./read.ts";
import { scaled } from "./width.ts";

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
  /** Values of the variables of the environment that the files declare. */
  environment: Record<string, string>;
  /** Of the first file. */
  beginning: Place;
  diagnostics: Diagnostic[];
  /** The files that were extended, the nearest first. */
  extended: SourceText[];
}

/** How many files may be put together. */
const MOST_FILES = 16;

/** The file that another names, which is at this path; null where there is none. */
type Next = (path: string, index: number) => Promise<SourceText | null>;

/** Reads a file and those that it extends: its preset first, then the file that it names. */
export async function readInherited(
  first: SourceText,
  environment: Environment,
  next: Next,
): Promise<Inherited> {
  const chain = new Chain(next);
  for (let source: SourceText | null = first; source;)
    source = await chain.follow(chain.add(source), source);
  const { sources, parsed, diagnostics, isWhole } = chain;
  const { diagnostics: misfits, ...joined } = joinTexts(sources, environment, parsed);
  return {
    ...joined,
    value: isWhole ? joined.value : undefined,
    beginning: parsed[0]!.locator.at(0, 0),
    diagnostics: isWhole ? [...diagnostics, ...misfits] : diagnostics,
    extended: sources.slice(1),
  };
}

class Chain {
  readonly sources: SourceText[] = [];
  readonly parsed: ParsedText[] = [];
  readonly diagnostics: Diagnostic[] = [];
  isWhole = true;

  constructor(private readonly next: Next) {}

  add(source: SourceText): ParsedText {
    const parsed = parse(source);
    this.sources.push(source);
    this.parsed.push(parsed);
    append(this.diagnostics, parsed.diagnostics);
    this.isWhole &&= parsed.value !== undefined;
    return parsed;
  }

  /** @returns the file that this one extends, if there is one */
  async follow({ value, locator }: ParsedText, { file }: SourceText): Promise<SourceText | null> {
    if (!isMapping(value)) return null;
    const refuse = (path: Path, message: string) => {
      const place = locator.locate(path, "value");
      this.diagnostics.push({ ...place, message: `${printPath(path)}: ${message}` });
      this.isWhole = false;
    };
    const { preset, width } = presetOf(value);
    const misfit = width === undefined ? undefined : widthMistake(preset, width);
    if (misfit !== undefined) refuse(["model", "width"], misfit);
    if (preset !== undefined) {
      const source = presetNames().includes(String(preset))
        ? await this.next(presetFile(String(preset)), this.sources.length - 1)
        : null;
      if (source) this.add(source);
      else refuse(["model", "preset"], noSuchPreset(preset));
    }
    const base = value["extends"];
    if (base === undefined) return null;
    const found = await this.find(base, file);
    if (typeof found === "string") refuse(["extends"], found);
    return typeof found === "string" ? null : found;
  }

  /** @returns the file that `extends` names, or what is wrong with that */
  private async find(base: unknown, file: string): Promise<SourceText | string> {
    if (typeof base !== "string" || base === "") return messages.extendsNoPath();
    const path = resolve(dirname(file), base);
    const known = this.sources.findIndex((source) => source.file === path);
    if (known !== -1)
      return messages.extendsItself(this.sources.slice(known).map(({ shown }) => shown));
    if (this.sources.length >= MOST_FILES) return messages.extendsTooMany(MOST_FILES);
    return (await this.next(path, this.sources.length - 1)) ?? messages.extendsNothing(base);
  }
}

function presetOf(value: unknown): { preset?: unknown; width?: unknown } {
  return isMapping(value) && isMapping(value["model"]) ? value["model"] : {};
}

/** What is wrong with model.width, if anything is. */
function widthMistake(preset: unknown, width: unknown): string | undefined {
  if (preset === undefined) return messages.widthWithoutPreset();
  const schema = schemaAt(["model", "width"])!;
  const isRight = typeof width === "number" && width > 0 && width <= schema.maximum!;
  return isRight
    ? undefined
    : messages.wrongKind(
        describeValue(width),
        describeSchema(schema),
        messages.forExample(exampleOf(schema)!),
      );
}

function noSuchPreset(name: unknown): string {
  const names = presetNames();
  const meant = meantName(String(name), names);
  return messages.notOneOf(
    describeValue(name),
    names,
    meant === undefined ? undefined : messages.meantWord(meant),
  );
}

/** What texts say together, each of which extends the next. */
export function joinTexts(
  sources: readonly SourceText[],
  environment: Environment,
  parsed: readonly ParsedText[] = sources.map(parse),
): Pick<Inherited, "value" | "texts" | "environment" | "diagnostics"> {
  const given = parsed.map(({ value, locator }) => ({ value, texts: locator }));
  const { parts, values, diagnostics } = substituteVariables(given, environment);
  const joined = mergeParts(
    parts.map(({ value, texts }, index) => {
      const own = ownValue(value, sources[index]!, sources[0]!);
      // A preset comes right behind the file that names it.
      const { preset, width } = presetOf(parsed[index - 1]?.value);
      const isScaled = preset !== undefined && typeof width === "number";
      return { value: isScaled ? scaled(own, width) : own, texts };
    }),
  );
  return { ...joined, environment: values, diagnostics: [...diagnostics, ...joined.diagnostics] };
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

/** Without `extends`, `preset` and `width`, and with paths from the first file's folder. */
function ownValue(value: unknown, { file }: SourceText, first: SourceText): unknown {
  if (!isMapping(value)) return value;
  const { extends: _, ...own } = value;
  if (isMapping(own["model"])) {
    const { preset: _preset, width: _width, ...model } = own["model"];
    own["model"] = model;
  }
  return file === first.file
    ? own
    : rebase(own, experimentSchema, dirname(file), dirname(first.file));
}
