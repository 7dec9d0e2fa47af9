import { files, type Pictures, type Run } from "../run/layout.ts";
import { jsonText } from "../run/text.ts";
import { charts, chosenCharts, type ChartName } from "./charts.ts";
import { renderPng, renderSvg, svgFile } from "./render.ts";
import { report } from "./report/report.ts";
import { drawTemplate, type OwnChart } from "./own-chart.ts";
import type { Template } from "./template.ts";

/**
 * Everything that is drawn of a run: the content of each file by its path in the run's folder. The same run and the
 * same pictures give the same bytes, today and when it is drawn again from what was kept of it.
 */
export async function drawCharts(
  run: Run,
  pictures: Pictures | null = null,
  templates: readonly Template[] = [],
  seal = "",
): Promise<Map<string, string | Uint8Array>> {
  const drawn = new Map<string, string | Uint8Array>();
  const painted = new Map<string, Promise<Uint8Array>>();
  const svgs = new Map<ChartName, string>();
  for (const name of chosenCharts(run)) {
    const spec = charts[name].draw(run);
    const { svg } = await renderSvg(spec);
    svgs.set(name, svg);
    drawn.set(`${files.charts}/${name}.vl.json`, jsonText(spec));
    drawn.set(`${files.charts}/${name}.svg`, svgFile(svg));
    // Painted on other threads while Vega goes on.
    painted.set(`${files.charts}/${name}.png`, renderPng(svg));
  }
  const own: OwnChart[] = [];
  for (const template of templates) {
    const chart = await drawTemplate(template, run);
    own.push(chart);
    if (chart.svg === null) continue;
    drawn.set(`${files.charts}/${chart.name}.vl.json`, jsonText(chart.spec));
    drawn.set(`${files.charts}/${chart.name}.svg`, svgFile(chart.svg));
    painted.set(`${files.charts}/${chart.name}.png`, renderPng(chart.svg));
  }
  drawn.set(files.report, report(run, svgs, pictures, own, seal));
  for (const [name, picture] of painted) drawn.set(name, await picture);
  return drawn;
}
