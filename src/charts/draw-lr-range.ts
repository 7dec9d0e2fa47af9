import { csvText } from "../run/csv.ts";
import { jsonText } from "../json-text.ts";
import { lrRangeChart, type TestedRates } from "./lr-range.ts";
import { renderPng, renderSvg, svgFile } from "./render.ts";

/** A test of learning rates as a chart and as a table. @returns the content of each file by its name */
export async function drawLrRange(tested: TestedRates): Promise<Map<string, string | Uint8Array>> {
  const spec = lrRangeChart(tested);
  const { svg } = await renderSvg(spec);
  const rows = tested.trials.map((trial) =>
    [trial.update, trial.learningRate, trial.loss, trial.smoothed].map(String),
  );
  return new Map<string, string | Uint8Array>([
    ["lr-range.svg", svgFile(svg, spec.description!)],
    ["lr-range.png", await renderPng(svg)],
    ["lr-range.vl.json", jsonText(spec)],
    ["lr-range.csv", csvText([["step", "learning_rate", "loss", "smoothed_loss"], ...rows])],
  ]);
}
