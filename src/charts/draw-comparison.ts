import type { Side } from "../compare/side.ts";
import { jsonText } from "../json-text.ts";
import { comparisonCharts } from "./comparison.ts";
import { describedSvg, renderSvg, svgFile } from "./render.ts";

/** The curves of two runs. The same runs give the same bytes. */
export interface DrawnComparison {
  /** Text of each file by its name. */
  files: Map<string, string>;
  /** For a page, in the order in which they are shown. */
  svgs: string[];
}

export async function drawComparison(a: Side, b: Side): Promise<DrawnComparison> {
  const drawn: DrawnComparison = { files: new Map(), svgs: [] };
  for (const [name, spec] of comparisonCharts(a, b)) {
    const { svg } = await renderSvg(spec);
    const description = `${spec.description ?? name}.`;
    drawn.files.set(`${name}.vl.json`, jsonText(spec));
    drawn.files.set(`${name}.svg`, svgFile(svg, description));
    drawn.svgs.push(describedSvg(svg, description));
  }
  return drawn;
}
