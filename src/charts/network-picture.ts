import { maximum } from "../arrays.ts";
import { escapeMarkup } from "../markup/html.ts";
import { describeSettings, describeShape } from "../model/describe.ts";
import { jointOf } from "../model/joints.ts";
import { foldBase, layersOf } from "../model/lines.ts";
import type { Shape } from "../model/shape.ts";
import type { LayerRow } from "../model/shapes.ts";
import type { ResolvedExperiment } from "../spec/resolved.ts";
import { shorten } from "../text.ts";
import { count } from "../wording.ts";
import { colours } from "./theme.ts";

/** A part of the picture: its size, how far from its left edge its line comes in and goes out, and how it is drawn. */
interface Piece {
  width: number;
  height: number;
  axis: number;
  draw(left: number, top: number): string[];
}

/** One layer, or all of a base, and for a joint the lists that it holds. */
interface Node extends Pick<LayerRow, "name" | "outputShape"> {
  kind?: LayerRow["kind"];
  settings: string;
  lists: Node[][];
}

// Lengths in pixels.
const MARGIN = 16;
const NAME_HEIGHT = 28;
const TEXT_HEIGHT = 15;
const LINE = 26;
const BETWEEN = 24;
const JOIN_RADIUS = 9;
/** An estimate, generous, since nobody knows with which font it will be drawn. */
const LETTER = 6.8;
const BOLD = 1.15;
const MOST_LETTERS = 38;
/** What is higher stands in columns of this height. */
const COLUMN_HEIGHT = 1600;
const GUTTER = 48;

/**
 * The network from the images at the top to the scores, as SVG in the colours of white paper: a box per layer with its
 * settings, the shape that comes out beside the line below it, lists of layers side by side. A high one goes on in
 * columns to the right.
 * @param rows of inferShapes @param input [height, width, channels] of one image
 * @param model whose base is drawn as one box; null draws all its layers
 */
export function networkPicture(
  rows: readonly LayerRow[],
  input: Shape,
  model: ResolvedExperiment["model"] | null,
): { svg: string; description: string } {
  const images = shapeLine(`images ${describeShape(input)}`);
  const { base, others } = model ? foldBase(rows, model) : { base: null, others: rows };
  const nodes = [...(base ? [{ ...base, lists: [] }] : []), ...nodesOf(others)];
  const piece = inColumns([images, ...piecesOf(nodes, input)]);
  const [width, height] = [piece.width, piece.height].map((size) => Math.ceil(size + 2 * MARGIN));
  return {
    svg: [
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="Helvetica, Arial, sans-serif" font-size="12">`,
      `<rect width="${width}" height="${height}" fill="${colours.page}"/>`,
      ...piece.draw(MARGIN, MARGIN),
      "</svg>",
    ].join("\n"),
    description: `${count(layersOf(rows), "layer")} from images of ${describeShape(input)} to ${count(rows.at(-1)?.outputShape.at(-1) ?? 0, "score")}`,
  };
}

function nodesOf(rows: readonly LayerRow[]): Node[] {
  const depth = rows[0]?.depth;
  const starts = rows.flatMap((row, index) => (row.depth === depth ? [index] : []));
  return starts.map((start, index) => {
    const row = rows[start]!;
    const { name, kind, outputShape } = row;
    const lists = listsOf(row, rows.slice(start + 1, starts[index + 1]));
    return { name, kind, outputShape, settings: describeSettings(row.layer), lists };
  });
}

/** What a joint holds; of a residual its layers and its shortcut. */
function listsOf({ layer, depth }: LayerRow, inside: readonly LayerRow[]): Node[][] {
  const joint = jointOf(layer);
  if (!joint) return [];
  const lists = Array.from({ length: Math.max(2, joint.branches.length) }, (): LayerRow[] => []);
  let branch = 0;
  for (const row of inside) {
    if (row.depth === depth + 1) branch = row.branch;
    lists[branch]!.push(row);
  }
  return lists.map(nodesOf);
}

/** @param input shape of what comes in: it is not said again where it stays the same */
function piecesOf(nodes: readonly Node[], input: Shape): Piece[] {
  return nodes.map((node, index) => {
    const before = nodes[index - 1]?.outputShape ?? input;
    const piece = node.lists.length === 0 ? box(node) : fork(node, before);
    const [from, to] = [before, node.outputShape].map(describeShape) as [string, string];
    return stacked([piece, shapeLine(from === to ? "" : to)]);
  });
}

function box({ name, settings }: Node): Piece {
  const lines = brokenLines(settings);
  const width = LETTER * (3 + maximum([BOLD * name.length, ...lines.map(({ length }) => length)]));
  return {
    width,
    height: NAME_HEIGHT + TEXT_HEIGHT * lines.length,
    axis: width / 2,
    draw(left, top) {
      const middle = left + width / 2;
      return [
        `<rect x="${left}" y="${top}" width="${width}" height="${this.height}" rx="6" fill="none" stroke="${colours.quiet}"/>`,
        text(middle, top + 18, name, { colour: colours.ink, anchor: "middle", isBold: true }),
        ...lines.map((line, index) =>
          text(middle, top + 33 + TEXT_HEIGHT * index, line, {
            colour: colours.quiet,
            anchor: "middle",
          }),
        ),
      ];
    },
  };
}

/** Settings, broken behind commas. */
function brokenLines(settings: string): string[] {
  const lines: string[] = [];
  for (const part of settings.split(/(?<=, )/).filter((one) => one !== "")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + part.trimEnd().length <= MOST_LETTERS)
      lines[lines.length - 1] = last + part;
    else lines.push(part);
  }
  return lines.map((line) => shorten(line.trimEnd(), MOST_LETTERS));
}

/** Lists side by side between two lines across, and the sign of what makes one of them. */
function fork({ kind, lists }: Node, input: Shape): Piece {
  const pieces = lists.map((nodes) => stacked(piecesOf(nodes, input)));
  const inner = maximum(pieces.map(({ height }) => height));
  const lefts = pieces.map((_, index) =>
    pieces.slice(0, index).reduce((sum, { width }) => sum + width + BETWEEN, 0),
  );
  const axes = pieces.map(({ axis }, index) => lefts[index]! + axis);
  const [first, last] = [axes[0]!, axes.at(-1)!];
  const axis = (first + last) / 2;
  const height = LINE + inner + LINE + 2 * JOIN_RADIUS;
  const sign = kind === "concat" ? "concat" : "+";
  return {
    width: lefts.at(-1)! + pieces.at(-1)!.width,
    height,
    axis,
    draw(left, top) {
      const [above, below] = [top + LINE / 2, top + LINE + inner + LINE / 2];
      const middle = left + axis;
      const joinAt = below + LINE / 2 + JOIN_RADIUS;
      return [
        path(`M${middle} ${top}V${above}M${left + first} ${above}H${left + last}`),
        ...pieces.flatMap((piece, index) => {
          const x = left + axes[index]!;
          return [
            path(`M${x} ${above}V${top + LINE}M${x} ${top + LINE + piece.height}V${below}`),
            ...piece.draw(left + lefts[index]!, top + LINE),
          ];
        }),
        path(`M${left + first} ${below}H${left + last}M${middle} ${below}V${joinAt - JOIN_RADIUS}`),
        ...(sign === "+"
          ? [
              `<circle cx="${middle}" cy="${joinAt}" r="${JOIN_RADIUS}" fill="none" stroke="${colours.quiet}"/>`,
              path(`M${middle - 5} ${joinAt}H${middle + 5}M${middle} ${joinAt - 5}V${joinAt + 5}`),
            ]
          : [
              text(middle, joinAt + 4, sign, {
                colour: colours.ink,
                anchor: "middle",
                isBold: true,
              }),
            ]),
      ];
    },
  };
}

/** A line down, with the shape of what goes along it, or nothing. */
function shapeLine(shape: string): Piece {
  return {
    width: LETTER * shape.length + 8,
    height: LINE,
    axis: 0,
    draw: (left, top) => [
      path(`M${left} ${top}v${LINE}`),
      ...(shape === ""
        ? []
        : [text(left + 7, top + LINE / 2 + 4, shape, { colour: colours.quiet, anchor: "start" })]),
    ],
  };
}

/** One below the other, their lines on one axis. */
function stacked(pieces: readonly Piece[]): Piece {
  const axis = maximum([0, ...pieces.map((piece) => piece.axis)]);
  const right = maximum([0, ...pieces.map((piece) => piece.width - piece.axis)]);
  return {
    width: axis + right,
    height: pieces.reduce((sum, { height }) => sum + height, 0),
    axis,
    draw(left, top) {
      let at = top;
      return pieces.flatMap((piece) => {
        const drawn = piece.draw(left + axis - piece.axis, at);
        at += piece.height;
        return drawn;
      });
    },
  };
}

/** One below the other; in columns of about one height where they would be too high, from left to right. */
function inColumns(pieces: readonly Piece[]): Piece {
  const total = pieces.reduce((sum, { height }) => sum + height, 0);
  const most = total / Math.ceil(total / COLUMN_HEIGHT);
  const lists: Piece[][] = [];
  let before = 0;
  for (const piece of pieces) {
    const place = Math.floor(before / most);
    (lists[place] ??= []).push(piece);
    before += piece.height;
  }
  const columns = lists.filter((list) => list.length > 0).map(stacked);
  return columns.length === 1 ? columns[0]! : beside(columns);
}

/** Columns, with a line from the foot of each to the head of the next. */
function beside(columns: readonly Piece[]): Piece {
  const height = maximum(columns.map((column) => column.height)) + 2 * LINE;
  const lefts = columns.map((_, index) =>
    columns.slice(0, index).reduce((sum, { width }) => sum + width + GUTTER, 0),
  );
  return {
    width: lefts.at(-1)! + columns.at(-1)!.width,
    height,
    axis: columns[0]!.axis,
    draw(left, top) {
      return columns.flatMap((column, index) => {
        const x = left + lefts[index]!;
        const next = columns[index + 1];
        const drawn = column.draw(x, top + LINE);
        if (!next) return drawn;
        const head = left + lefts[index + 1]! + next.axis;
        const turn = x + column.width + GUTTER / 2;
        const foot = top + LINE + column.height;
        return [
          ...drawn,
          path(
            `M${x + column.axis} ${foot}V${top + height - LINE / 2}H${turn}V${top + LINE / 2}H${head}V${top + LINE}`,
          ),
        ];
      });
    },
  };
}

function path(along: string): string {
  return `<path d="${along}" fill="none" stroke="${colours.quiet}"/>`;
}

function text(
  x: number,
  y: number,
  content: string,
  { colour, anchor, isBold }: { colour: string; anchor: string; isBold?: boolean },
): string {
  const weight = isBold ? ' font-weight="600"' : "";
  return `<text x="${x}" y="${y}" text-anchor="${anchor}" fill="${colour}"${weight}>${escapeMarkup(content)}</text>`;
}
