import { maximum } from "../arrays.ts";
import type { DataRecord } from "../layout.ts";
import { escapeMarkup } from "../markup/html.ts";
import { shown } from "../markup/label.ts";
import { shorten } from "../text.ts";
import { count, grouped } from "../wording.ts";
import { type Flow, flowOf } from "./flow.ts";
import { describedSvg } from "./render.ts";
import { colours } from "./theme.ts";

// Lengths in pixels.
const MARGIN = 12;
const WIDTH = 560;
const MAIN_WIDTH = 168;
const SIDE_LEFT = 204;
const LINE = 17;
const PADDING = 8;
const BETWEEN = 26;
const MOST_LETTERS = 48;
/** Reasons that are shown one by one. */
const MOST_REASONS = 8;

interface Box {
  left: number;
  top: number;
  width: number;
  lines: string[];
}

/**
 * What became of the files, as SVG in the colours of white paper: those that were found, beside them what was left out and
 * why, below what is used and the split that it is in.
 *
 * @param noun of a group: patient
 */
export function flowPicture(data: DataRecord, noun: string): string {
  const flow = flowOf(data);
  const found: Box = {
    left: MARGIN,
    top: MARGIN,
    width: MAIN_WIDTH,
    lines: [`${count(flow.found, flow.unit)} found`],
  };
  const out: Box[] =
    flow.left.length === 0
      ? []
      : [
          {
            left: SIDE_LEFT,
            top: bottomOf(found) + 8,
            width: WIDTH - SIDE_LEFT - MARGIN,
            lines: reasonLines(flow),
          },
        ];
  const used: Box = {
    left: MARGIN,
    top: out[0] ? bottomOf(out[0]) + 8 : bottomOf(found) + BETWEEN,
    width: MAIN_WIDTH,
    lines: linesOf("used", flow, noun),
  };
  const room =
    (WIDTH - 2 * MARGIN - 16 * (flow.splits.length - 1)) / Math.max(1, flow.splits.length);
  const parts = flow.splits.map((part, index): Box => ({
    left: MARGIN + index * (room + 16),
    top: bottomOf(used) + BETWEEN,
    width: room,
    lines: linesOf(part.split, part, noun),
  }));
  const height = maximum([used, ...parts].map(bottomOf)) + MARGIN;
  const axis = MARGIN + MAIN_WIDTH / 2;
  const turn = bottomOf(used) + BETWEEN / 2;
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="Helvetica, Arial, sans-serif" font-size="12">`,
    `<rect width="${WIDTH}" height="${height}" fill="${colours.page}"/>`,
    path(`M${axis} ${bottomOf(found)}V${used.top}`),
    ...out.map((box) => path(`M${axis} ${middleOf(box)}H${box.left}`)),
    ...parts.map((part) => {
      const isBelow = part.left < axis && axis < part.left + part.width;
      const to = isBelow ? axis : part.left + part.width / 2;
      return path(`M${axis} ${bottomOf(used)}V${turn}H${to}V${part.top}`);
    }),
    ...[found, ...out, used, ...parts].flatMap(draw),
    "</svg>",
  ].join("\n");
  return describedSvg(svg, describe(flow, noun));
}

function linesOf(title: string, { images, groups }: Pick<Flow, "images" | "groups">, noun: string) {
  return [
    title,
    `${grouped(images)} ${images === 1 ? "image" : "images"}`,
    ...(groups === null ? [] : [`${grouped(groups)} ${noun}${groups === 1 ? "" : "s"}`]),
  ];
}

function reasonLines({ left }: Flow): string[] {
  const total = left.reduce((sum, { files }) => sum + files, 0);
  const more = left.length - MOST_REASONS;
  return [
    `${grouped(total)} excluded`,
    ...left.slice(0, MOST_REASONS).map(({ why, files }) => `${grouped(files)} ${why}`),
    ...(more > 0 ? [`and ${count(more, "reason")} more`] : []),
  ];
}

/** The same in a sentence, for those who do not see it. */
function describe(flow: Flow, noun: string): string {
  const of = ({ images, groups }: Pick<Flow, "images" | "groups">) =>
    `${count(images, "image")}${groups === null ? "" : ` of ${count(groups, noun)}`}`;
  return [
    `Flow of the files: ${flow.found} found`,
    ...flow.left.map(({ why, files }) => `${files} excluded, ${why}`),
    `${of(flow)} used`,
    ...flow.splits.map((part) => `${part.split}: ${of(part)}`),
  ].join("; ");
}

function draw({ left, top, width, lines }: Box): string[] {
  const height = heightOf(lines);
  return [
    `<rect x="${left}" y="${top}" width="${width}" height="${height}" rx="4" fill="${colours.page}" stroke="${colours.edge}"/>`,
    ...lines.map((line, index) => {
      const text = escapeMarkup(shorten(shown(line), MOST_LETTERS));
      const weight = index === 0 ? ' font-weight="600"' : "";
      return `<text x="${left + PADDING}" y="${top + PADDING + index * LINE + 12}" fill="${colours.ink}"${weight}>${text}</text>`;
    }),
  ];
}

function path(steps: string): string {
  return `<path d="${steps}" fill="none" stroke="${colours.quiet}"/>`;
}

function heightOf(lines: readonly string[]): number {
  return lines.length * LINE + 2 * PADDING - 2;
}

function bottomOf({ top, lines }: Box): number {
  return top + heightOf(lines);
}

function middleOf({ top, lines }: Box): number {
  return top + heightOf(lines) / 2;
}
