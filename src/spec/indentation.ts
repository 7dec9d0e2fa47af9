import { messages } from "./messages.ts";

/** A slip in a text: where, from its beginning, and what to say. */
export interface Slip {
  start: number;
  end: number;
  message: string;
}

/** A list or a mapping that is open at a line, and how far its parts are indented. */
interface Level {
  indent: number;
  isList: boolean;
}

/** A line without what is in quotes and behind #. */
interface Line {
  start: number;
  end: number;
  indent: number;
  text: string;
}

/**
 * The first line that is indented as none can be, of a text that is not YAML: it is told by YAML late, in other words, and
 * several times, as all that follows is read wrongly. undefined where there is none in its block style.
 */
export function indentationSlip(text: string): Slip | undefined {
  const levels: Level[] = [];
  const lines = [...blockLines(text)];
  for (const [index, line] of lines.entries()) {
    // A second key in a line, which YAML tells well.
    if (/^(- +)?[\w-]+: +[\w-]+:( |$)/.test(line.text)) return undefined;
    const before = lines[index - 1];
    const at = ({ start, indent, end }: Line, message: string): Slip => ({
      start: start + indent,
      end,
      message,
    });
    if (before?.indent === line.indent && isKey.test(line.text) && !isStructure.test(before.text))
      return at(before, messages.yaml("MULTILINE_IMPLICIT_KEY", ""));
    const message = placeLine(line, before, levels);
    if (message === undefined) continue;
    const first = firstAside(lines, index);
    return first
      ? at(first, messages.indentedOtherwise(first.indent, line.indent))
      : at(line, message);
  }
  return undefined;
}

/** A space that cannot be seen to be another one is none to YAML. */
const isKey = /^\w[\w-]*:([ \t]|$)/;
const isDashed = /^-( |$)/;
const isAlike = (a: Line, b: Line) =>
  [isKey, isDashed].some((kind) => kind.test(a.text) && kind.test(b.text));
/** A key, an item, or what brackets, quotes and marks begin. */
const isStructure = /^[^\w]|:([ \t]|$)/;

/**
 * The line before one that is indented otherwise, where it is that line which stands aside: it is alone in its place, and
 * more lines after it have the other's indentation.
 */
function firstAside(lines: readonly Line[], index: number): Line | undefined {
  const [above, first, line] = [lines[index - 2], lines[index - 1], lines[index]!];
  const opens = above?.text.endsWith(":") === true && !above.text.startsWith("- ");
  const isInside =
    first !== undefined && Math.min(first.indent, line.indent) > (above?.indent ?? 0);
  if (!opens || !isInside || !isAlike(first, line)) return undefined;
  const rest = lines.slice(index + 1);
  const end = rest.findIndex(({ indent }) => indent <= above.indent);
  const within = rest.slice(0, end === -1 ? rest.length : end);
  const like = (indent: number) => within.filter((one) => one.indent === indent).length;
  return like(line.indent) > like(first.indent) ? first : undefined;
}

/** Finds a line's place among the levels, which it changes. @returns what is wrong where it has none */
function placeLine({ indent, text }: Line, before: Line | undefined, levels: Level[]) {
  const [, item] = /^-(\w.*)$/.exec(text) ?? [];
  if (item !== undefined) return messages.spaceAfterDash(item);
  if (text.startsWith("//")) return messages.commentSign();
  const [dash = ""] = /^-\s+|^-$/.exec(text) ?? [];
  const isItem = dash !== "";
  const opens = before === undefined || before.text.endsWith(":") || before.text === "-";
  const top = levels.at(-1);
  // A list may stand right below its key, as far indented.
  if (opens && (!top || indent > top.indent || (isItem && !top.isList && indent === top.indent))) {
    levels.push({ indent, isList: isItem });
  } else {
    const own = levels.findLast((level) => level.indent === indent && level.isList === isItem);
    if (!own) return describeSlip({ indent, text, isItem, opens }, levels);
    if (!isItem && !text.includes(":")) return messages.yaml("MULTILINE_IMPLICIT_KEY", "");
    levels.length = levels.indexOf(own) + 1;
  }
  // The first key of an item begins a mapping behind the dash.
  if (isItem && /^[^{["'][^:]*:(\s|$)/.test(text.slice(dash.length)))
    levels.push({ indent: indent + dash.length, isList: false });
  return undefined;
}

function describeSlip(
  line: { indent: number; text: string; isItem: boolean; opens: boolean },
  levels: readonly Level[],
): string {
  const { indent, text, isItem, opens } = line;
  const list = levels.findLast(({ isList }) => isList);
  const bullet = /^[*•–—+]\s+(.*)$/.exec(text)?.[1];
  if (bullet !== undefined) return messages.dashMissing(bullet);
  if (!isItem && list?.indent === indent) return messages.dashMissing(text);
  if (isItem && !list && !opens) return messages.dashTooMuch();
  const mappings = levels.filter(({ isList }) => !isList);
  const top = levels.at(-1)!;
  if (opens && indent <= top.indent) return messages.indentedLess(indent, top.indent + 1);
  const meant = isItem
    ? (list ?? top)
    : nearestLevel(indent, mappings.length > 0 ? mappings : levels);
  return messages.indentedOtherwise(indent, meant.indent);
}

function nearestLevel(indent: number, levels: readonly Level[]): Level {
  return levels.reduce((best, level) =>
    Math.abs(level.indent - indent) <= Math.abs(best.indent - indent) ? level : best,
  );
}

/** Nobody writes longer lines by hand. */
const MOST_LETTERS = 2000;

/** Lines in block style: none that is blank, a comment, within brackets, or of a text over several lines. */
function* blockLines(text: string): Generator<Line> {
  let depth = 0;
  let scalar: number | null = null;
  let start = 0;
  for (const whole of text.split("\n")) {
    const line = { start, end: start + whole.trimEnd().length };
    start += whole.length + 1;
    if (whole.length > MOST_LETTERS) return;
    const bare = whole
      .replaceAll(/"(?:[^"\\]|\\.)*"|'[^']*'/g, (quoted) => `"${"_".repeat(quoted.length - 2)}"`)
      .replace(/(^|\s)#.*$/, "")
      .trimEnd();
    const indent = bare.length - bare.trimStart().length;
    if (bare.trim() === "") continue;
    if (scalar !== null && indent > scalar) continue;
    scalar = /[:-]\s+[|>][-+\d]*$/.test(bare) ? indent : null;
    const isInside = depth > 0;
    depth += (bare.match(/[[{]/g)?.length ?? 0) - (bare.match(/[\]}]/g)?.length ?? 0);
    // What is not closed is another slip.
    if (depth < 0 || (bare.match(/["']/g)?.length ?? 0) % 2 === 1) return;
    if (!isInside && !/^(---|\.\.\.|%)/.test(bare)) yield { ...line, indent, text: bare.trim() };
  }
}
