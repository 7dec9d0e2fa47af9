import { append } from "../arrays.ts";
import { messages } from "./messages.ts";
import type { Path } from "./locate.ts";
import { meantName } from "./names.ts";
import type { Finding } from "./problem.ts";
import { isMapping } from "./resolve.ts";
import { findShorthandMistakes } from "./validate.ts";

/** Layers with a name, under model.blocks. */
export interface Block {
  path: Path;
  layers: readonly unknown[];
  /** Their defaults by their names; null where there is none. */
  arguments: Readonly<Record<string, unknown>>;
}

/** The key that says which block is used, and so no argument's name. */
const USE = "use";
const LAYERS = "layers";

/** The name that a text stands for: `$filters`; undefined of any other value. */
export function argumentName(value: unknown): string | undefined {
  return typeof value === "string" ? /^\$([A-Za-z]\w*)$/.exec(value)?.[1] : undefined;
}

/**
 * The blocks of an experiment by their names.
 * @param value of model.blocks @returns null for a block that is wrong in itself, which is among the findings
 */
export function readBlocks(value: unknown): {
  blocks: Map<string, Block | null>;
  findings: Finding[];
} {
  const blocks = new Map<string, Block | null>();
  if (value === undefined) return { blocks, findings: [] };
  const findings: Finding[] = findShorthandMistakes("blocks", value).map((finding) => {
    const path = ["model", "blocks", ...finding.path];
    const key = finding.path.length === 1 ? meantAsLayers(value, finding.path[0]!) : undefined;
    return key === undefined
      ? { ...finding, path }
      : { path, key, message: messages.unknownKey(key, messages.didYouMean(LAYERS)) };
  });
  if (!isMapping(value)) return { blocks, findings };
  for (const [name, definition] of Object.entries(value)) {
    const path = ["model", "blocks", name];
    const isWrong = findings.some((finding) => finding.path[2] === name);
    const block = isWrong ? null : readBlock(path, definition as { layers: unknown[] });
    const mistakes = block ? argumentMistakes(block) : [];
    append(findings, mistakes);
    blocks.set(name, mistakes.length > 0 ? null : block);
  }
  return { blocks, findings };
}

/** Under which name a block that lacks its layers has them. */
function meantAsLayers(blocks: unknown, name: string | number): string | undefined {
  const block = (blocks as Record<string | number, unknown>)[name];
  if (!isMapping(block) || Object.hasOwn(block, LAYERS)) return undefined;
  return Object.keys(block).find(
    (key) => Array.isArray(block[key]) && meantName(key, [LAYERS]) === LAYERS,
  );
}

function readBlock(path: Path, { layers, ...own }: { layers: unknown[] }): Block {
  return { path, layers, arguments: own };
}

function argumentMistakes({ path, layers, arguments: own }: Block): Finding[] {
  const names = Object.keys(own);
  const used = argumentsIn(layers, [...path, "layers"]);
  const meant = used.map(({ name }) => (names.includes(name) ? name : meantName(name, names)));
  return [
    ...names
      .filter((name) => name === USE || argumentName(`$${name}`) === undefined)
      .map((name) => ({ path, key: name, message: messages.notAnArgument(name) })),
    ...used
      .filter(({ name }) => !names.includes(name))
      .map(({ name, path: place }) => ({
        path: place,
        message: messages.unknownArgument(name, names, meantName(name, names)),
      })),
    ...names
      .filter((name) => name !== USE && !meant.includes(name))
      .map((name) => ({ path, key: name, message: messages.unusedArgument(name) })),
  ];
}

function argumentsIn(value: unknown, path: Path): { name: string; path: Path }[] {
  const name = argumentName(value);
  if (name !== undefined) return [{ name, path }];
  if (Array.isArray(value))
    return value.flatMap((item, index) => argumentsIn(item, [...path, index]));
  if (!isMapping(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => argumentsIn(inner, [...path, key]));
}
