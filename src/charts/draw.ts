import type { TopLevelSpec } from "vega-lite";
import { files, type Run } from "../run/layout.ts";
import { jsonText } from "../run/text.ts";
import { accuracyChart } from "./accuracy.ts";
import { confusionMatrixChart } from "./confusion-matrix.ts";
import { lossChart } from "./loss.ts";
import { renderSvg } from "./render.ts";
import { report } from "./report/report.ts";

/**
 * Everything that is drawn of a run: the text of each file by its path in the run's folder. The same run gives the
 * same bytes, today and when it is drawn again from the text that was kept of it.
 */
export async function drawCharts(run: Run): Promise<Map<string, string>> {
  const drawn = new Map<string, string>();
  const draw = async (name: string, spec: TopLevelSpec) => {
    const { svg } = await renderSvg(spec);
    drawn.set(`${files.charts}/${name}.vl.json`, jsonText(spec));
    drawn.set(`${files.charts}/${name}.svg`, svg);
    return svg;
  };
  const charts = {
    accuracy: await draw("accuracy", accuracyChart(run)),
    loss: await draw("loss", lossChart(run)),
    confusionMatrix: await draw("confusion-matrix", confusionMatrixChart(run)),
  };
  return drawn.set(files.report, report(run, charts));
}
