import { statSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { TOLERANCE, makeApp } from "../app/app.ts";
import { messages as appMessages } from "../app/messages.ts";
import { UsageError } from "../errors.ts";
import { experimentFolder } from "../export/samples.ts";
import { findRun, runName } from "../run/find.ts";
import { looseManifest } from "../run/loose-manifest.ts";
import { readRun } from "../run/read.ts";
import { visible } from "../text.ts";
import { listenForInterrupt } from "./interrupt.ts";
import { messages } from "./messages.ts";
import { imageFolders, requireOutputs, writeOutputs } from "./output-files.ts";
import type { AppOutput } from "./outputs.ts";
import { ProgressLine, terminal } from "./progress.ts";

/** The one file that is written. */
const PAGE = "index.html";

export const help = `Usage: exp app RUN FOLDER [--no-pictures] [--json]

Writes FOLDER/${PAGE}, a page in which anybody can try a finished run's network. It opens from the file, on a phone
too, or from any web server, and needs no network. Images are dropped, pasted, chosen or taken by the camera, and do not
leave the page. It shows the probabilities, the answer at the run's threshold where there is one, what in the image
spoke for it (Grad-CAM), and the test images nearest to it that the run got wrong; and it says how good the run is, on
which images, and what it is not for.

Images are prepared by the code that the run prepared its own by. Before the page is written, what will run in it is run
on up to 60 of the run's test images: where a probability differs by more than ${TOLERANCE} there is no page. It does
without TensorFlow.

  RUN            A run's name (baseline/v003), an experiment's for its latest run (baseline), or a run's folder.
  FOLDER         Where to. A page there is written over where Lamina wrote it and nobody changed it.
  --no-pictures  Leave out the test images that the run got wrong: copies of yours, 112 pixels high or wide at most.
  --json         Print what was written as JSON.`;

/** `exp app RUN FOLDER`: a page that predicts. */
export async function app(words: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: { "no-pictures": { type: "boolean" }, json: { type: "boolean" } },
  });
  const [operand, target, ...rest] = positionals;
  if (operand === undefined || target === undefined)
    throw new UsageError(messages.operandMissing("a run and a folder"));
  if (rest.length > 0) throw new UsageError(messages.operandTooMuch("a run and a folder", rest));
  const json = values.json ?? false;
  const directory = process.cwd();
  const runs = join(directory, "runs");
  const folder = await findRun(operand, runs, directory);
  const name = runName(folder, runs, directory);
  const manifest = looseManifest(folder) ?? {};
  if (manifest.status !== "completed") throw new UsageError(appMessages.notFinished(name));
  const run = await readRun(folder);
  const path = join(resolve(directory, target), PAGE);
  const home = await experimentFolder(folder, directory);
  const inputs = { folders: home === null ? [] : imageFolders(run.resolved.data, home) };
  requireOutputs([path], inputs);
  const interrupt = listenForInterrupt(messages.exportInterrupted());
  const line = new ProgressLine(terminal(process.stderr), () => performance.now());
  try {
    const { page, checked, mistakes } = await makeApp(run, manifest, {
      folder,
      name,
      directory,
      pictures: !(values["no-pictures"] ?? false),
      onProgress: (done, total) => line.show(done, total, messages.appChecking(done, total)),
      signal: interrupt.signal,
    });
    line.clear();
    interrupt.signal.throwIfAborted();
    await writeOutputs(new Map([[path, page]]), inputs);
    const place = relative(directory, path);
    const bytes = statSync(path).size;
    if (json) {
      const said: AppOutput = { run: name, page: place, bytes, mistakes, checked };
      process.stdout.write(`${JSON.stringify(said, null, 2)}\n`);
    }
    const lines = [
      messages.appWritten(place, bytes),
      ...(mistakes > 0 ? [messages.appPictures(mistakes)] : []),
      "unchecked" in checked
        ? messages.exportUnchecked(checked.unchecked)
        : messages.appChecked(checked.images, checked.largestDifference),
    ];
    terminal(json ? process.stderr : process.stdout).write(`${lines.map(visible).join("\n")}\n`);
  } finally {
    line.clear();
    interrupt.close();
  }
  return 0;
}
