import { join } from "node:path";
import { formatted } from "../run/document.ts";
import { datasets } from "./datasets.ts";

const root = join(import.meta.dir, "../..");
const page = "src/charts/README.md";

const introduction = `# Charts of your own

Written by \`bun run generate\` from src/charts. Edit that instead.

A [Vega-Lite](https://vega.github.io/vega-lite/) specification called \`charts/NAME.vl.json\` beside an experiment is drawn
with the charts of each of its runs, and \`exp charts RUN --template FILE\` adds one to a run that is there. It names its data
in place of holding it:

\`\`\`json
{
  "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
  "title": "Loss by epoch",
  "data": { "name": "history" },
  "mark": "line",
  "encoding": {
    "x": { "field": "epoch" },
    "y": { "field": "loss", "type": "quantitative" },
    "color": { "field": "split" }
  }
}
\`\`\`

The run keeps the specification in \`templates/\`, and the chart in \`charts/\`, with the data in it. A specification may not
load anything, or link to anything. A field that its data does not have, and that no transform makes, is named in a
warning, by \`exp check\` too.

## The data
`;

/** The page on charts of one's own, by path from the root. */
export async function documentCharts(): Promise<Record<string, string>> {
  const parts = Object.entries(datasets).map(([name, { row, fields }]) => {
    const columns = Object.entries(fields).map(([field, what]) => `| \`${field}\` | ${what} |`);
    return `### ${name}\n\n${row}\n\n| field | |\n| --- | --- |\n${columns.join("\n")}\n`;
  });
  return { [page]: await formatted(page, [introduction, ...parts].join("\n")) };
}

if (import.meta.main)
  for (const [path, text] of Object.entries(await documentCharts()))
    await Bun.write(join(root, path), text);
