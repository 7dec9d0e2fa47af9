import type { Config } from "vega-lite";

/** A colour on white paper, and the one that takes its place in the dark. */
interface Colour {
  light: string;
  dark: string;
}

const pairs = {
  page: { light: "#ffffff", dark: "#1b1f24" },
  ink: { light: "#222222", dark: "#e6e6e6" },
  quiet: { light: "#666666", dark: "#a8a8a8" },
  axis: { light: "#888888", dark: "#8b929b" },
  grid: { light: "#e4e4e4", dark: "#30363d" },
  edge: { light: "#cccccc", dark: "#3f464f" },
  onDark: { light: "#fefefe", dark: "#0f1318" },
  blue: { light: "#0072b2", dark: "#56b4e9" },
  orange: { light: "#d55e00", dark: "#ff8f40" },
  green: { light: "#009e73", dark: "#2fcb9f" },
  pink: { light: "#b8578f", dark: "#e59ac6" },
} as const satisfies Record<string, Colour>;

/** From few to many: ten steps, so that each is a colour that has its counterpart in the dark. */
const steps: readonly Colour[] = [
  { light: "#d9e8f5", dark: "#1f3040" },
  { light: "#c3daee", dark: "#203a50" },
  { light: "#a9cce6", dark: "#234560" },
  { light: "#8bbbdd", dark: "#265172" },
  { light: "#6ba9d3", dark: "#2b5d83" },
  { light: "#4a94c7", dark: "#336894" },
  { light: "#2a76b3", dark: "#5d97c4" },
  { light: "#1966ad", dark: "#7cadd2" },
  { light: "#0b4c8f", dark: "#a0c5e0" },
  { light: "#08306b", dark: "#cfe3f2" },
];

/**
 * The colours of charts, chosen from Wong's palette for colour-blind readers: train is blue, the split that is watched
 * or evaluated orange.
 */
export const colours = {
  train: pairs.blue.light,
  /** Where it stands between the two. Wong's amber is too faint on white, and darker looks like orange to many. */
  validation: pairs.green.light,
  heldOut: pairs.orange.light,
  page: pairs.page.light,
  ink: pairs.ink.light,
  quiet: pairs.quiet.light,
  edge: pairs.edge.light,
  /** Text on the darker half of `steps`. */
  onDark: pairs.onDark.light,
  steps: steps.map(({ light }) => light),
  /** Lines of one chart, told apart by their dashes too: pink is blue, or green, to some. */
  series: [
    { colour: pairs.blue.light, dash: [1, 0] },
    { colour: pairs.orange.light, dash: [7, 3] },
    { colour: pairs.green.light, dash: [2, 2] },
    { colour: pairs.pink.light, dash: [8, 2, 2, 2] },
  ],
  good: pairs.green.light,
  failed: pairs.pink.light,
} as const;

/** From here on text on a step is `onDark`. */
export const DARK_FROM = 0.6;

/** For a page or a picture that holds charts: each colour's counterpart where the reader prefers the dark. */
export const darkRules = darkRulesOf();

/** @param svg only the rules that it needs */
export function darkRulesOf(svg?: string): string {
  return [...Object.values<Colour>(pairs), ...steps]
    .flatMap(({ light, dark }) =>
      ["fill", "stroke"].map((paint) => ({
        place: `${paint}="${light}"`,
        rule: `${paint}:${dark}`,
      })),
    )
    .filter(({ place }) => svg === undefined || svg.includes(place))
    .map(({ place, rule }) => `svg [${place}]{${rule}}`)
    .join("");
}

export const theme: Config = {
  background: pairs.page.light,
  font: "Helvetica, Arial, sans-serif",
  padding: 16,
  view: { stroke: null },
  title: {
    anchor: "start",
    color: pairs.ink.light,
    fontSize: 16,
    fontWeight: 600,
    subtitleColor: pairs.quiet.light,
    subtitleFontSize: 13,
    subtitlePadding: 4,
    offset: 14,
  },
  axis: {
    labelColor: pairs.ink.light,
    labelFontSize: 12,
    titleColor: pairs.ink.light,
    titleFontSize: 13,
    titleFontWeight: "normal",
    titlePadding: 8,
    // Vega's own limit, 200, puts the title over longer labels.
    maxExtent: 1000,
    domainColor: pairs.axis.light,
    tickColor: pairs.axis.light,
    gridColor: pairs.grid.light,
  },
  legend: {
    labelColor: pairs.ink.light,
    labelFontSize: 13,
    labelLimit: 0,
    titleColor: pairs.ink.light,
    titleFontSize: 12,
    titleFontWeight: "normal",
    titleLimit: 0,
  },
  text: { color: pairs.ink.light },
  // A line is told as its first point alone: its points, and the description of the chart, tell more.
  line: { aria: false },
};
