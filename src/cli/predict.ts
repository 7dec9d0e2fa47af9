import { basename, dirname, extname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { listNamed, type NamedFile } from "../data/source/named.ts";
import { UsageError } from "../errors.ts";
import { gradCam, hasConvolution } from "../evaluate/grad-cam.ts";
import { largest } from "../evaluate/confusion.ts";
import { paintHeat } from "../evaluate/paint.ts";
import { frameIn } from "../frame-names.ts";
import { findRun, runName } from "../run/find.ts";
import { openModel, type OpenModel, readModel } from "../stages/open-model.ts";
import { predictFiles, type Predicted } from "../stages/predict.ts";
import { visible } from "../text.ts";
import { isFolder } from "../data/source/folder.ts";
import { inThisWorld, threadsOf } from "./effects.ts";
import { messages } from "./messages.ts";
import { requireOutputs, writeOutputs } from "./output-files.ts";
import { drained } from "./output.ts";
import { type PredictionFormat, csvFormat, jsonFormat, tableFormat } from "./prediction-formats.ts";
import { formatDuration } from "../duration.ts";
import { Pace, ProgressLine, terminal } from "./progress.ts";

export const help = `Usage: exp predict RUN PATH... [--csv | --json] [--top K] [--grad-cam FOLDER] [--strict]

Predicts images with the model of a finished run. They are prepared as the run prepared its own, by the same code: its
test images in the run's order have the probabilities of predictions.csv, to the last digit. Needs the run's folder and
nothing else; images are streamed, however many there are.

  RUN   A run's name (baseline/v003), an experiment's for its latest run (baseline), or a run's folder.
  PATH  An image, a folder with all that is in it, a pattern ("scans/*.png"), or a table (.csv, .tsv) with a row for each
        image, whose paths start from the table's folder. Where the run has data.dicom.frame: all, a DICOM file is all of
        its frames, and scan.dcm#3 is the third.

  --csv              Print CSV: file, predicted, and a probability for each class.
  --json             Print JSON.
  --top K            Show the K most probable classes, in the table and in --json. By default 3.
  --grad-cam FOLDER  Write a picture for each image, of what in it spoke for the predicted class.
  --strict           Exit code 1 where a file could not be used. Without it such files are named, and it is 0.`;

const USUAL_TOP = 3;

/** `exp predict RUN PATH…`: the classes of images. */
export async function predict(words: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: {
      csv: { type: "boolean" },
      json: { type: "boolean" },
      top: { type: "string" },
      "grad-cam": { type: "string" },
      strict: { type: "boolean" },
    },
  });
  if (values.csv && values.json) throw new UsageError(messages.oneFormat(["--csv", "--json"]));
  const [name, ...paths] = positionals;
  if (name === undefined || paths.length === 0)
    throw new UsageError(messages.operandMissing("a run and images"));
  const directory = process.cwd();
  const runs = join(directory, "runs");
  const path = await findRun(name, runs, directory);
  const read = await readModel({ name: runName(path, runs, directory), path });
  const top = topOf(values.top, read.stored.classes);
  const files = await listNamed(paths, read.resolved.data, directory);
  const pictures = values["grad-cam"];
  const folders = paths.map((one) => resolve(directory, one)).filter(isFolder);
  if (pictures !== undefined) requirePictures(resolve(directory, pictures), folders, files);
  const format = values.csv
    ? csvFormat(read.stored.classes)
    : values.json
      ? jsonFormat(read, top)
      : tableFormat(read, top, files, terminal(process.stdout));
  const call = {
    words,
    json: true,
    directory,
    threads: threadsOf(read.manifest),
    isQuiet: true,
    interrupted: messages.predictInterrupted(),
  };
  const refused = await inThisWorld(call, async (effects) => {
    const model = await openModel(read, effects);
    const see =
      pictures === undefined
        ? async () => undefined
        : painter(model, resolve(directory, pictures), folders);
    return show(model, files, format, see, effects);
  });
  return values.strict && refused > 0 ? 1 : 0;
}

/** @throws UsageError where pictures would be taken for images the next time */
function requirePictures(
  folder: string,
  folders: readonly string[],
  files: readonly NamedFile[],
): void {
  requireOutputs([join(folder, "picture.png")], { folders });
  if (files.some(({ absolutePath }) => dirname(absolutePath) === folder))
    throw new UsageError(messages.outputAmongImages(join(folder, "picture.png"), folder));
}

/** @throws UsageError */
function topOf(text: string | undefined, classes: readonly string[]): number {
  if (text === undefined) return Math.min(USUAL_TOP, classes.length);
  const top = Number(text);
  if (!/^\d+$/.test(text) || top < 1) throw new UsageError(messages.notTop(text));
  return Math.min(top, classes.length);
}

type See = (one: Predicted<NamedFile>) => Promise<void>;

/** @returns how many files could not be used */
async function show(
  model: OpenModel,
  files: readonly NamedFile[],
  format: PredictionFormat,
  see: See,
  effects: { signal: AbortSignal; nowMs: () => number },
): Promise<number> {
  const output = terminal(process.stderr);
  const line = new ProgressLine(output, effects.nowMs);
  const pace = new Pace(effects.nowMs);
  if (model.changes.length > 0) output.write(`${visible(messages.otherBits(model.changes))}\n`);
  const print = (text: string) => {
    // Both may be one screen.
    if (process.stdout.isTTY) line.clear();
    return drained(process.stdout, text);
  };
  let [done, refused] = [0, 0];
  await print(format.head);
  try {
    for await (const batch of predictFiles(model, files, effects)) {
      let text = "";
      for (const one of batch) {
        done++;
        if ("why" in one) {
          refused++;
          line.clear();
          const { reason, detail } = one.why;
          output.write(`${visible(messages.notPredicted(one.file.file, reason, detail))}\n`);
          format.refused(one.file.file, one.why);
          continue;
        }
        text += format.row(one.file.file, one.probabilities);
        await see(one);
      }
      // The reader has seen enough: head has its lines.
      if (!(await print(text))) return refused;
      const seconds = pace.secondsLeft(done, files.length);
      const left = seconds === null ? "" : `  ${formatDuration(seconds)} left`;
      line.show(done, files.length, `predicting ${done} of ${files.length}${left}`);
    }
  } finally {
    line.clear();
  }
  await print(format.foot());
  output.write(`${messages.predicted(done - refused, refused)}\n`);
  return refused;
}

/** Writes a picture of each image, called as the image is. @throws UsageError where the network has no convolution */
function painter(
  { engine, network, target }: OpenModel,
  folder: string,
  folders: readonly string[],
): See {
  if (!hasConvolution(network)) throw new UsageError(messages.noConvolution());
  const taken = new Set<string>();
  const shape = [target.height, target.width, target.channels] as const;
  return async ({ file, probabilities, pixels }) => {
    const image = await pixels();
    const heat = gradCam(engine, network, image, largest(probabilities))!;
    const path = join(folder, pictureName(file, taken));
    await writeOutputs(new Map([[path, await paintHeat(image, shape, heat)]]), { folders });
  };
}

/** After the image's own name and its frame, with a number where another has it too. */
function pictureName({ file, frame }: NamedFile, taken: Set<string>): string {
  const own = frame === undefined ? file : frameIn(file)!.file;
  const stem = `${basename(own, extname(own))}${frame === undefined ? "" : `-frame-${frame}`}`;
  for (let number = 1; ; number++) {
    const name = `${stem}${number === 1 ? "" : `-${number}`}-grad-cam.png`;
    if (taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    return name;
  }
}
