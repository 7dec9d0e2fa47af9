import { maximum } from "../arrays.ts";
import { wrap } from "./table.ts";

/** Whoever wrote the text broke a line there, and did not end it, where it is longer than this. */
const FULL = 100;
/** Deep enough to be seen beneath an option that leaves no room beside it. */
const DEEP = 6;

/** In place of the spaces in [--only NAME], which stays in one line. */
const HELD = "\u00a0";

/** What is read as one: an option with what it does, a line of usage, a paragraph. */
interface Piece {
  /** The option, with the space up to what it does; empty where there is none. */
  head: string;
  text: string;
  /** Where its lines begin after the first. */
  column: number;
}

/** A command's help, which is written for 120 columns, on a narrower terminal: options keep their columns. */
export function fitHelp(help: string, columns: number): string {
  if (maximum(help.split("\n").map((line) => Bun.stringWidth(line))) <= columns) return help;
  return piecesOf(help)
    .map((piece) => drawPiece(piece, columns))
    .join("\n");
}

function piecesOf(help: string): Piece[] {
  const pieces: Piece[] = [];
  let before = "";
  for (const line of help.split("\n")) {
    const last = pieces.at(-1);
    const indent = line.length - line.trimStart().length;
    if (last && line !== "" && before.length > FULL && indent === last.column)
      last.text += ` ${line.trimStart()}`;
    else pieces.push(pieceOf(line, indent));
    before = line;
  }
  return pieces;
}

function pieceOf(line: string, indent: number): Piece {
  const usage = /^(?:Usage:| {6}) exp \S+ /.exec(line);
  const [head = " ".repeat(indent)] = usage ?? /^\s+\S.*?\s{2,}(?=\S)/.exec(line) ?? [];
  const text = line.slice(head.length);
  const whole = usage
    ? text.replace(/\[[^[\]]*\]/g, (option) => option.replaceAll(" ", HELD))
    : text;
  return { head, text: whole, column: head.length };
}

function drawPiece({ head, text, column }: Piece, columns: number): string {
  const isBeside = column <= columns / 2;
  const hang = isBeside ? column : DEEP;
  const lines = wrap(text, columns - hang)
    .replaceAll("\n", `\n${" ".repeat(hang)}`)
    .replaceAll(HELD, " ");
  return isBeside ? head + lines : `${head.trimEnd()}\n${" ".repeat(hang)}${lines}`;
}
