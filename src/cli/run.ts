import { join, relative } from "node:path";
import { parseArgs } from "node:util";
import { checkExperiment } from "../check.ts";
import { defaultThreads } from "../engine/process.ts";
import { runExperiment } from "../pipeline.ts";
import { files } from "../run/layout.ts";
import { openEngine, openLibraryHere } from "./engine.ts";
import { imageCache } from "./image-cache.ts";
import { readRequest, requestHelp, requestOptions } from "./request.ts";
import { terminal } from "./progress.ts";
import { closingLines, runReporter } from "./run-reporter.ts";
import { messages } from "../messages.ts";
import { seriesOf } from "../run/series.ts";
import { visible } from "../text.ts";
import { listenForInterrupt } from "./interrupt.ts";

export const help = `Usage: exp [run] FILE.yaml | --from RUN  [--set KEY=VALUE]... [--json] [--profile]

Runs an experiment and writes a numbered folder, runs/NAME/v001. A bare name is looked for in experiments/.

${requestHelp}
  --profile        First show where the time of a training step goes, operation by operation.
  --json           Print the finished run's metrics as JSON; everything else goes to standard error.`;

/** `exp run FILE.yaml`: an experiment from its images to a finished run folder. */
export async function run(words: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: {
      ...requestOptions,
      json: { type: "boolean" },
      profile: { type: "boolean" },
    },
  });
  const directory = process.cwd();
  const request = await readRequest(values, positionals, directory);
  const checked = await checkExperiment(request);
  const output = terminal(values.json ? process.stderr : process.stdout);
  const { experiment } = checked;
  const { name, other } = request.kept
    ? { name: request.kept.name }
    : seriesOf(experiment, directory);
  if (other !== undefined)
    output.write(`${visible(messages.ownSeries(experiment.name, other, name))}\n`);
  const interrupt = listenForInterrupt(messages.dataInterrupted());
  try {
    const placed = { ...checked, experiment: { ...experiment, name } };
    const finished = await runExperiment(placed, {
      runsDirectory: join(directory, "runs"),
      directory,
      now: () => new Date(),
      newId: () => crypto.randomUUID(),
      signal: interrupt.signal,
      nowMs: () => performance.now(),
      cache: imageCache(process.env),
      profile: values.profile ?? false,
      command: words,
      defaultThreads: defaultThreads(),
      openLibrary: openLibraryHere,
      startEngine: (options, open) => openEngine(options, open, output),
      reporter: runReporter(output, () => performance.now()),
    });
    const folder = relative(directory, finished.folder.path);
    output.write(closingLines(finished.run, join(folder, files.report)));
    if (values.json) {
      process.stdout.write(
        `${JSON.stringify({ run: finished.folder.name, folder, metrics: finished.run.metrics })}\n`,
      );
    }
    return 0;
  } finally {
    interrupt.close();
  }
}
