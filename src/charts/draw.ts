import { files, type Manifest, MODEL_CARD, type Pictures, type Run } from "../layout.ts";
import type { Remarks } from "../run/remarks.ts";
import { jsonText } from "../json-text.ts";
import { charts, chosenCharts, type ChartName } from "./charts.ts";
import { descriptions } from "./describe.ts";
import { describedSvg, renderPng, renderSvg, svgFile } from "./render.ts";
import { modelCard } from "./model-card.ts";
import { readme } from "./readme.ts";
import { report } from "./report/report.ts";
import type { OwnChart } from "./own-chart.ts";

/** What is drawn beside a run's text. */
export interface Drawing {
  pictures?: Pictures | null;
  /** The user's own, which are on their way. */
  own?: Promise<readonly OwnChart[]>;
  /** Of the run's text, by which it is known where git lays another run's text beside the report. */
  seal?: string;
  /** Which run it is, when and with what it was made: for the report alone. */
  manifest?: Partial<Manifest> | null;
  /** For the report too. */
  remarks?: Remarks;
}

/**
 * Everything that is drawn of a run: the content of each file by its path in the run's folder. The same run and the
 * same pictures give the same bytes, today and when it is drawn again from what was kept of it.
 */
export async function drawCharts(
  run: Run,
  drawing: Drawing = {},
): Promise<Map<string, string | Uint8Array>> {
  const { pictures = null, seal = "", manifest = null } = drawing;
  const { remarks = { notes: [], tags: [] } } = drawing;
  const drawn = new Map<string, string | Uint8Array>();
  const painted = new Map<string, Promise<Uint8Array>>();
  const svgs = new Map<ChartName, string>();
  for (const name of chosenCharts(run)) {
    const description = descriptions[name](run);
    const spec = { ...charts[name].draw(run), description };
    const { svg } = await renderSvg(spec);
    svgs.set(name, describedSvg(svg, description));
    drawn.set(`${files.charts}/${name}.vl.json`, jsonText(spec));
    drawn.set(`${files.charts}/${name}.svg`, svgFile(svg, description));
    // Painted on other threads while Vega goes on.
    painted.set(`${files.charts}/${name}.png`, renderPng(svg));
  }
  const own = (await drawing.own) ?? [];
  for (const chart of own) {
    if (chart.svg === null) continue;
    drawn.set(`${files.charts}/${chart.name}.vl.json`, jsonText(chart.spec));
    drawn.set(`${files.charts}/${chart.name}.svg`, svgFile(chart.svg, chart.description));
    drawn.set(`${files.charts}/${chart.name}.png`, chart.png);
  }
  const known = [...svgs.keys()].map((name) => ({ name, description: descriptions[name](run) }));
  const others = own.filter((chart) => chart.svg !== null);
  drawn.set(files.readme, readme(run, [...known, ...others]));
  drawn.set(MODEL_CARD, modelCard(run, seal));
  const shown = own.map((chart) =>
    chart.svg === null ? chart : { ...chart, svg: describedSvg(chart.svg, chart.description) },
  );
  const parts = { run, charts: svgs, pictures, own: shown, seal, manifest, remarks };
  drawn.set(files.report, report(parts));
  for (const [name, picture] of painted) drawn.set(name, await picture);
  return drawn;
}
