import type { Config } from "vega-lite";

/** Wong's palette for colour-blind readers: train is blue, the split that is watched or evaluated orange. */
export const colours = { train: "#0072B2", heldOut: "#D55E00" } as const;

const INK = "#222222";
const QUIET = "#666666";

export const theme: Config = {
  background: "white",
  font: "Helvetica, Arial, sans-serif",
  padding: 16,
  view: { stroke: null },
  title: {
    anchor: "start",
    color: INK,
    fontSize: 16,
    fontWeight: 600,
    subtitleColor: QUIET,
    subtitleFontSize: 13,
    subtitlePadding: 4,
    offset: 14,
  },
  axis: {
    labelColor: INK,
    labelFontSize: 12,
    titleColor: INK,
    titleFontSize: 13,
    titleFontWeight: "normal",
    titlePadding: 8,
    domainColor: "#888888",
    tickColor: "#888888",
    gridColor: "#e4e4e4",
  },
  legend: {
    labelColor: INK,
    labelFontSize: 13,
    titleColor: INK,
    titleFontSize: 12,
    titleFontWeight: "normal",
  },
};
