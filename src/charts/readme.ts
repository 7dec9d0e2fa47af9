import { cautions } from "../evaluate/cautions.ts";
import { messages } from "../evaluate/messages.ts";
import { files, type Run } from "../layout.ts";
import { sentence } from "../markup/markdown.ts";
import { README_MARK } from "../run/readme.ts";
import { count } from "../wording.ts";

/** A chart in charts/, and what it shows in words. */
export interface ShownChart {
  name: string;
  description: string;
}

/** A run as a forge shows its folder: what it came to, its charts, and where the rest is. */
export function readme(run: Run, charts: readonly ShownChart[]): string {
  const { split, images, accuracy, accuracyInterval, majorityClassAccuracy } = run.metrics;
  const { low, high } = accuracyInterval;
  const pictures = charts.map(
    ({ name, description }) => `![${sentence(description)}](${files.charts}/${name}.svg)`,
  );
  const link = (file: string) => `[${file}](${file})`;
  const parts = [
    README_MARK,
    `# ${sentence(run.name)}: ${split} accuracy ${accuracy.toFixed(3)}`,
    `95 % interval ${low.toFixed(3)} to ${high.toFixed(3)}, on ${count(images, "image")}. Always predicting the most frequent class gives ${majorityClassAccuracy.toFixed(3)}.`,
    ...(run.data.evaluation
      ? [`> ${sentence(messages.judgedElsewhere(run.data.folder, run.data.evaluation))}`]
      : []),
    ...cautions(run).map((text) => `> ${sentence(text)}`),
    pictures.join("\n"),
    [
      `- ${link(files.experiment)}: the experiment; ${link(files.resolved)}: every value of it`,
      `- ${link(files.metrics)}: every figure; ${link(files.history)}: each epoch; ${link(files.predictions)}: each ${split} image; ${link(files.confusionMatrix)}: counts`,
      `- ${link(files.data)}: the images; ${link(files.manifest)}: when, where and with what it was made`,
    ].join("\n"),
    `${files.report}, with all of it on one page, is not in git: \`exp charts\` draws it from these files.`,
  ];
  return `${parts.join("\n\n")}\n`;
}
