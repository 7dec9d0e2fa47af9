import { jsonText } from "../../json-text.ts";
import { sweepFiles } from "../../sweep/layout.ts";
import type { SweepText } from "../../sweep/sweep-text.ts";
import { describedSvg, renderPng, renderSvg, svgFile } from "../render.ts";
import { suitingCharts, sweepCharts, type SweepChartName } from "./charts.ts";
import { sweepReport } from "./report.ts";

/**
 * Everything that is drawn of a sweep: the content of each file by its path in the sweep's folder. The same text gives the
 * same bytes.
 */
export async function drawSweep(sweep: SweepText): Promise<Map<string, string | Uint8Array>> {
  const drawn = new Map<string, string | Uint8Array>();
  const painted = new Map<string, Promise<Uint8Array>>();
  const svgs = new Map<SweepChartName, string>();
  for (const name of suitingCharts(sweep)) {
    const { draw, describe } = sweepCharts[name];
    const description = describe(sweep);
    const spec = { ...draw(sweep), description };
    const { svg } = await renderSvg(spec);
    svgs.set(name, describedSvg(svg, description));
    drawn.set(`${sweepFiles.charts}/${name}.vl.json`, jsonText(spec));
    drawn.set(`${sweepFiles.charts}/${name}.svg`, svgFile(svg, description));
    // Painted on other threads while Vega goes on.
    painted.set(`${sweepFiles.charts}/${name}.png`, renderPng(svg));
  }
  drawn.set(sweepFiles.report, sweepReport(sweep, svgs));
  for (const [file, picture] of painted) drawn.set(file, await picture);
  return drawn;
}
