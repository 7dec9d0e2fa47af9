import { relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { checkExperiment, type CheckedExperiment } from "../check.ts";
import type { ImageSource } from "../data/source/image-source.ts";
import { lackWarnings } from "../data/split/lacking.ts";
import { messages } from "./messages.ts";
import { splits } from "../layout.ts";
import { UsageError } from "../errors.ts";
import { ExperimentError, printOrigin } from "../spec/diagnostic.ts";
import type { Request } from "../spec/draft.ts";
import type { LoadedExperiment } from "../spec/load.ts";
import type { ResolvedExperiment } from "../spec/resolved.ts";
import { resolvedYaml } from "../spec/resolved-yaml.ts";
import { jsonText } from "../json-text.ts";
import { shorten, visible, visibleName } from "../text.ts";
import { imageCounts } from "./image-counts.ts";
import { inputShape } from "../model/describe.ts";
import { trainingFlops } from "../model/flops.ts";
import { stepMemory } from "../model/memory.ts";
import { layerTable } from "./layer-table.ts";
import type { CheckOutput } from "./outputs.ts";
import { terminal } from "./progress.ts";
import { readRequest, requestHelp, requestOptions } from "./request.ts";
import { skippedLine } from "./run-reporter.ts";
import { drawTable, fitColumns, MOST_NAME_COLUMNS } from "./table.ts";

export const help = `Usage: exp check FILE.yaml | --from RUN  [--set KEY=VALUE]... [--graph FILE.svg]
                 [--expand | --json | --resolved | --origins]

Finds every mistake in an experiment and shows its network and its images, without TensorFlow and without a run.
The exit code is 0 when there is no mistake, otherwise 2.

${requestHelp}
  --graph FILE.svg Also draw the network.
  --expand         Show each layer of model.base, which is one line otherwise, and one box of the drawing.
  --json           Print the layers and images, or the mistakes with their places, as JSON.
  --resolved       Print the experiment as YAML with every value in it: defaults, what it extends, layers written out.
  --origins        The same, and behind each value the file and line that it comes from, or that it is a default.`;

/** `exp check FILE.yaml`: what is wrong with an experiment, or what it is made of. */
export async function check(words: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: {
      ...requestOptions,
      graph: { type: "string" },
      expand: { type: "boolean" },
      json: { type: "boolean" },
      resolved: { type: "boolean" },
      origins: { type: "boolean" },
    },
  });
  if (values.graph !== undefined && !/\.svg$/i.test(values.graph))
    throw new UsageError(messages.notSvg(values.graph));
  const isYaml = values.resolved || values.origins;
  if (values.json && isYaml) throw new UsageError(messages.oneFormat(["--json", "--resolved"]));
  const request = await readRequest(values, positionals, process.cwd());
  const isWhole = values.expand ?? false;
  const draw = async (checked: CheckedExperiment) => {
    if (values.graph !== undefined) await drawNetwork(checked, resolve(values.graph), isWhole);
  };
  if (values.json) return checkAsJson(request, draw);
  const checked = await checkExperiment(request);
  if (isYaml) process.stdout.write(printResolved(checked.experiment, values.origins ?? false));
  else {
    const output = terminal(process.stdout);
    output.write(printChecked(checked, isWhole, output.isTerminal ? output.columns : Infinity));
  }
  await draw(checked);
  return 0;
}

async function drawNetwork(
  checked: CheckedExperiment,
  path: string,
  isWhole: boolean,
): Promise<void> {
  // Loaded where something is drawn: Vega comes with it.
  const { networkPicture } = await import("../charts/network-picture.ts");
  const { svgFile } = await import("../charts/render.ts");
  const { experimentInputs, writeOutputs } = await import("./output-files.ts");
  const { data, model } = checked.experiment.resolved;
  const { svg, description } = networkPicture(
    checked.layers,
    inputShape(data),
    isWhole ? null : model,
  );
  await writeOutputs(new Map([[path, svgFile(svg, description)]]), experimentInputs(checked));
  process.stderr.write(`${visible(relative(process.cwd(), path))}\n`);
}

function printResolved({ resolved, origin }: LoadedExperiment, withOrigins: boolean): string {
  const written = withoutTrunk(resolved);
  if (!withOrigins) return resolvedYaml(written);
  return resolvedYaml(written, (path) => {
    const place = origin(path);
    return place ? visible(printOrigin(place)) : "default";
  });
}

/** As an experiment may have it: the layers of a base follow from its settings. */
function withoutTrunk({ model, ...resolved }: ResolvedExperiment): ResolvedExperiment {
  if (!model.base) return { ...resolved, model };
  const { trunk: _, ...base } = model.base;
  return { ...resolved, model: { ...model, base } };
}

async function checkAsJson(
  request: Request,
  draw: (checked: CheckedExperiment) => Promise<void>,
): Promise<number> {
  const output = await checkOutput(request, draw);
  process.stdout.write(jsonText(output));
  return output.ok ? 0 : 2;
}

/**
 * What is wrong with an experiment, or what it is made of, for programs.
 * @param seen done with one that has no mistakes @throws UsageError where there is no such file
 */
export async function checkOutput(
  request: Request,
  seen: (checked: CheckedExperiment) => Promise<void> = async () => undefined,
): Promise<Checked> {
  try {
    const checked = await checkExperiment(request);
    const { experiment, layers, source, warnings } = checked;
    await seen(checked);
    return {
      ok: true,
      diagnostics: [],
      layers,
      cost: costOf(checked),
      images: imageCounts(source),
      warnings: [...warningsOf(source), ...warnings],
      resolved: experiment.resolved,
    };
  } catch (error) {
    if (!(error instanceof ExperimentError)) throw error;
    const { diagnostics, untold } = error;
    return { ok: false, diagnostics: [...diagnostics], ...(untold > 0 && { untold }) };
  }
}

/** With the classes in their order. */
type Checked = Omit<CheckOutput, "images"> & { images?: ReturnType<typeof imageCounts> };

/** @param room in characters of a terminal */
function printChecked(checked: CheckedExperiment, isWhole: boolean, room: number): string {
  const { experiment, source } = checked;
  return [
    `${messages.experimentRight(experiment.shown)}\n`,
    fitColumns(layerTable(checked, isWhole), room).text,
    `${messages.cost(costOf(checked))}\n`,
    drawTable(countTable(imageCounts(source)), ["left", "right", "right", "right"]),
    ...(skippedLine(source.skipped) === "" ? [] : [skippedLine(source.skipped)]),
    ...[...warningsOf(source), ...checked.warnings].map((warning) => `${visible(warning)}\n`),
    ...(source.excluded.length > 0 ? [`${messages.filesLeftOut(source.excluded)}\n`] : []),
  ].join("\n");
}

/** What training takes: operations of a step with a whole batch, and bytes of memory. */
function costOf({ experiment, layers }: CheckedExperiment) {
  const { batchSize } = experiment.resolved.data;
  return {
    batchSize,
    stepFlops: trainingFlops(layers, batchSize),
    memoryBytes: stepMemory(layers, batchSize),
  };
}

/** As far as a listing tells. */
function warningsOf({ warnings, classes, files }: ImageSource): string[] {
  return [...warnings, ...lackWarnings(classes, files)];
}

function countTable(counts: ReturnType<typeof imageCounts>): string[][] {
  const present = splits.filter((split) => counts.total[split] > 0);
  const rows = [
    ...counts.classes,
    ["total", counts.total] as const,
    ...(counts.groups ? [["groups", counts.groups] as const] : []),
  ];
  return [
    ["images", ...present],
    ...rows.map(([name, row]) => [
      shorten(visibleName(name), MOST_NAME_COLUMNS),
      ...present.map((split) => String(row[split])),
    ]),
  ];
}
