import type { Depth } from "../pixels.ts";
import { maximum, minimum } from "../arrays.ts";
import { alternatives, byteSize, count, label, leakLine, list, quote } from "../wording.ts";
import type { Shortage } from "../shortage.ts";
import type { ImageNote, LeakRecord } from "../layout.ts";
import { indexRanges } from "../sweep/slurm/arrays.ts";
import type { SweepLife } from "../sweep/life.ts";
import type { TrialState } from "../stages/sweep/status.ts";

interface SweepAdvice {
  name: string;
  life: string;
  isOnSlurm: boolean;
  counts: Readonly<Record<TrialState, number>>;
}

/** What Lamina says about the commands, so that a test can name it and a reader can weigh it. */
export const messages = {
  // Training and the run
  verifyUnfinished: (run: string) =>
    `${run} is not a finished run: there is nothing to compare. exp resume ${run} goes on with it.`,
  verifyAbsent: (names: readonly string[]) =>
    `Not here, and so not compared: ${list([...new Set(names.map((name) => name.replace(/\/.*/, "/")))])}`,
  notEpochs: (text: string) => `--epochs takes a whole number from 1, not ${quote(text)}.`,
  notFinishedYet: (run: string) =>
    `${run} is not finished: exp resume ${run} goes on with it. --epochs is for a finished run.`,
  notLonger: (run: string, epochs: number) =>
    `${run} has trained ${count(epochs, "epoch")} already: --epochs has to be more.`,
  extendStopped: (run: string, epoch: number) =>
    `${run} was stopped by train.earlyStopping after epoch ${epoch}: more epochs change nothing. Run it again with more patience: exp run --from ${run} --set train.earlyStopping.patience=NUMBER`,
  extendSchedule: (run: string, schedule: string) =>
    `train.schedule: ${schedule} is laid out over all epochs, so the first ones would have been others: run it again with exp run --from ${run} --set train.epochs=NUMBER`,
  finished: (report: string) => `Finished. Open ${report}`,

  // Predictions
  predictInterrupted: () => "Stopped.",
  notTop: (text: string) => `--top takes a whole number from 1, not ${quote(text)}.`,
  otherBits: (changes: readonly string[]) =>
    `The last digits may not be those of the run: ${changes.join("; ")}.`,
  notPredicted: (file: string, reason: string, detail: string) =>
    `${quote(file)} cannot be used: ${reason}, ${detail}`,
  predicted: (images: number, refused: number) =>
    `${count(images, "image")} predicted${refused > 0 ? `; ${count(refused, "file")} could not be used` : ""}.`,
  noConvolution: () =>
    "The network has no convolution, so no picture can show where it looked. Leave --grad-cam out.",

  // Papers
  notAPrevalence: (text: string) =>
    `--prevalence takes shares above 0 and below 1, for example 0.01, not ${quote(text)}.`,
  prevalenceOfPair: (classes: number) =>
    `--prevalence is for two classes, but the run has ${classes}.`,

  // Evaluations
  notAnEvaluationName: (name: string) =>
    `${quote(name)} is not a name for an evaluation, which is also the name of its folder: use letters, digits, ".", "_" and "-", and not a run's number.`,
  notAPair: (option: string, word: string) =>
    option === "--columns"
      ? `--columns takes file=NAME,label=NAME and group=NAME, not ${quote(word)}.`
      : `${option} takes THEIRS=OURS, each class of the set once, not ${quote(word)}.`,
  cost: (cost: { batchSize: number; stepFlops: number; memoryBytes: number }) =>
    `A training step of ${count(cost.batchSize, "image")}: ${operations(cost.stepFlops)}. The run takes ${byteSize(cost.memoryBytes)} of memory at least.`,

  // Engine
  gpuFound: ({
    name,
    computeCapability,
    memoryBytes,
    driver,
  }: {
    name: string;
    computeCapability: string;
    memoryBytes: number;
    driver: string | null;
  }) =>
    `${name}, ${byteSize(memoryBytes)}, compute capability ${computeCapability}${driver === null ? "" : `, driver ${driver}`}`,
  bfloat16: (has: boolean) =>
    has
      ? "in the processor"
      : "not in the processor: engine.precision: mixed_bfloat16 would be slower here",
  libraryMissing: () => "exp doctor --fetch --gpu fetches it",
  libraryOfSystem: () => "the system's",
  onGpu: ({ name, memoryBytes }: { name: string; memoryBytes: number }) =>
    `${name}, ${byteSize(memoryBytes)}`,
  fetchPhase: (what: string, phase: "download" | "unpack", bytes: number) =>
    phase === "download"
      ? `Fetching ${what}, once for this machine (${byteSize(bytes)}).`
      : `Unpacking ${what} (${byteSize(bytes)}).`,
  weightsFetched: (name: string, path: string, wasThere: boolean) =>
    `The weights of ${name} ${wasThere ? "were there already" : "have been fetched"}: ${path}`,
  notFetchedYet: (folder: string) => `not fetched yet; it will be in ${folder}`,
  alsoKnown: (names: readonly string[]) =>
    `No package holds the weights of ${names.join(" and ")}: exp fetch NAME tells how to bring them.`,
  engineNotThere: (variable: string) =>
    `not on this machine yet. The first run fetches it; so does exp doctor --fetch. Or set ${variable} to a library of yours.`,
  platformSupport: (platform: string, tested: boolean | undefined) =>
    tested === undefined
      ? `${platform}: no TensorFlow build is known for it; bring your own library`
      : `${platform}${tested ? "" : ": a TensorFlow build is known for it, but Lamina's tests do not run on it"}`,

  // Folders of images
  skippedByPatterns: (skipped: readonly { by: string; pattern: string; files: number }[]) =>
    skipped
      .filter(({ files }) => files > 0)
      .map(({ by, pattern, files }) =>
        by === "exclude"
          ? `${count(files, "file")} by exclude ${quote(pattern)}`
          : `${count(files, "file")} not in include (${pattern})`,
      )
      .join(", "),

  // Files that are left out
  textOfRun: (file: string, run: string) =>
    `${quote(file)} is what a run has kept of its experiment; its paths start from another folder. Write --from ${run} in place of it.`,
  fromAndFile: (from: string, file: string) =>
    `Name a run with --from (${quote(from)}) or an experiment (${quote(file)}), not both.`,
  lettersDrawn: (missing: readonly string[]) =>
    missing.length === 0
      ? "Latin, Greek, Cyrillic, Chinese, Japanese, Korean, emoji"
      : `none for ${missing.join(", ")}: PNG charts show boxes (SVG charts and the report are right); install Noto, such as fonts-noto-cjk and fonts-noto-color-emoji`,

  // Reading the images
  imageNote: (note: ImageNote, depth: Depth) =>
    ({
      animated: "the first frame is used",
      "multi-page": "the first page is used; of DICOM the frame that data.dicom.frame names",
      cmyk: "turned into red, green and blue",
      alpha: "transparency is dropped",
      "16-bit": `scaled to ${depth} bits as data.range says, DICOM as data.dicom.window says${depth === 8 ? "; lower bits are dropped, which data.depth: 16 keeps" : ""}`,
      "own-range": `scaled to ${depth} bits from its own lowest to its own highest value${depth === 8 ? "; data.depth: 16 keeps more of it" : ""}`,
      "exif-rotated": "turned upright as EXIF says",
      blank: "one value everywhere",
      "wrong-extension": "of another format than its name says",
      duplicate: "the same pixels as an earlier one of its split",
    })[note],
  dataInterrupted: () => "Stopped. What was read so far is kept for the next time.",
  fileExists: (path: string) =>
    `${path} is there already, and is no page, chart or sheet as Lamina wrote it: it is not written over. Name another file, or remove it.`,
  outputAmongImages: (path: string, folder: string) =>
    `${path} would be among the images of ${folder}, and be taken for one. Name a place outside.`,
  outputAmongCharts: (path: string) =>
    `${path} would be taken for a chart of the experiment's own, which are in this folder. Name another place.`,
  outputInRun: (path: string, run: string) =>
    `${path} is in the folder of the run ${run}, which holds what the run made and nothing else. Name a place outside.`,
  outputIsInput: (path: string) => `${path} is read by this command. Name another file.`,
  outputInTheWay: (path: string) =>
    `${path} is a folder, a link or the like, and no file is put in its place. Name another file.`,
  outputTwice: (path: string) =>
    `Two files would be written to ${path}. Name another for one of them.`,
  notListed: (names: readonly string[]) =>
    `A list with one path per line cannot hold ${list(names)}: a name with a line break, or with bytes that are not UTF-8, would be read as another file. ${names.length === 1 ? "It is" : "They are"} not in the list. Rename ${names.length === 1 ? "it" : "them"} and call this again.`,
  leakLine: (leak: LeakRecord) => leakLine(leak),

  // The cache of decoded images
  notACacheSize: (variable: string, text: string) =>
    `${variable} is ${quote(text)}, but it has to be a number of gigabytes; 0 keeps no images.`,
  cacheCleared: (folder: string, bytes: number) =>
    `Removed ${byteSize(bytes)} of decoded images from ${folder}. Runs decode theirs again.`,

  // Notes and tags
  noteUnquoted: (run: string) => `A note is one text: write exp note ${run} "text", in quotes.`,
  noNotes: (name: string) => `${name} has no notes.`,
  noted: (file: string) => `Added to ${file}.`,
  tags: (name: string, tags: readonly string[]) =>
    tags.length === 0 ? `${name} has no tags.` : `${name}: ${tags.join(", ")}`,

  // Charts
  templateKept: (file: string) =>
    `${file} is a chart that the run was made with, and is not written over by another. Give yours another name.`,

  // Lists of runs
  noRuns: () => "There are no runs yet. exp FILE.yaml makes one.",
  runsNoFolder: (path: string, reason: string) =>
    `${path} is no folder of runs: ${reason}. Move it away, or let its link lead to a folder.`,
  noRunsIn: (name: string) =>
    `There are no runs ${quote(name)}, neither in runs nor as a folder. exp list shows all there are.`,
  someRuns: (shown: number, all: number) => `${shown} of ${count(all, "run")}.`,
  evaluationsUnshown: (number: number) =>
    `${count(number, "evaluation")} on other images ${number === 1 ? "is" : "are"} not shown; --evaluations shows ${number === 1 ? "it" : "them"}.`,
  columnsLeftOut: (titles: readonly string[]) =>
    `No room for ${titles.slice(0, 6).join(", ")}${titles.length > 6 ? ` and ${titles.length - 6} more` : ""}. --columns chooses, --csv and --json have everything.`,
  runProblem: (name: string, status: string, problem: string) => `${name} (${status}): ${problem}`,
  firstOf: (lines: readonly string[], most = 10) =>
    [
      ...lines.slice(0, most),
      ...(lines.length > most ? [`and ${lines.length - most} more`] : []),
    ].join("\n"),
  oneFormat: (options: readonly string[]) => `Give one of ${options.join(" and ")}.`,

  // Experiment: the file
  ownSeries: (name: string, other: string, own: string) =>
    `runs/${name} holds the runs of ${quote(other)}, another file of this name; these go to runs/${own}.`,
  residueFound: (folders: number, first: string) =>
    `${count(folders, "folder")} of runs that are not there, such as ${first}; exp clean removes ${folders === 1 ? "it" : "them"}`,
  nothingToClean: () => "Nothing is left behind of any run.",
  cleanAsks: () =>
    "Nothing was removed: there is no terminal to confirm it on. Call exp clean --yes to remove them.",
  cleanQuestion: (folders: number) =>
    `Remove ${count(folders, "folder")}? The weights and pictures in ${folders === 1 ? "it" : "them"} are in no other place.`,
  cleaned: (folders: number) => `${count(folders, "folder")} removed.`,
  removed: (name: string) => `Removed ${name}.`,
  removedButOwn: (name: string, folder: string, kept: readonly string[]) =>
    `Removed ${name}. ${messages.stays(folder, kept)}`,
  stays: (folder: string, kept: readonly string[]) =>
    `${folder} stays: ${list(kept, 10)} in it ${kept.length === 1 ? "is" : "are"} not Lamina's.`,
  restores: (commit: string, paths: readonly string[]) =>
    `To have the text back: git restore --source=${commit} ${paths.join(" ")}. The weights are gone; exp run --from trains them again.`,
  outputRefuses: (name: string, reason: string) => `${name} cannot be written: ${reason}`,

  // Experiment: what does not go together
  nothingToPreview: () =>
    "There is nothing to show: the experiment has no data.augment, so training gets the images unchanged.",

  // A new experiment
  notAName: (name: string) =>
    `${quote(name)} is not a name for an experiment, whose runs have a folder of this name: use letters, digits, ".", "_" and "-".`,
  fromMissing: (name: string) =>
    `Name the folder of its images: exp new ${name} --from FOLDER, with a folder in it for each class.`,
  noSuchFolder: (folder: string) => `There is no folder ${quote(folder)}.`,
  notFitForNew: (problems: readonly string[]) =>
    `No experiment was written:\n${problems.map((problem) => `  ${problem}`).join("\n")}`,
  noImagesToLookAt: (folder: string, files: readonly string[]) =>
    `None of the files in ${quote(folder)} that were looked at can be read as an image: ${list(files, 3)}.`,
  aboutImages: (
    classes: readonly [string, number][],
    sizes: readonly (readonly [number, number])[],
    all: number,
  ) => {
    const named = classes.slice(0, 8).map(([name, images]) => `${label(name)} ${images}`);
    const more = classes.length > 8 ? `, and ${classes.length - 8} more` : "";
    const [widths, heights] = [0, 1].map((side) => sizes.map((size) => size[side]!));
    const span = (values: readonly number[]) => {
      const [least, most] = [minimum(values), maximum(values)];
      return least === most ? `${least}` : `${least} to ${most}`;
    };
    const some = sizes.length < all ? ` (${sizes.length} were looked at)` : "";
    return `${classes.length} classes: ${named.join(", ")}${more}; ${span(widths!)} pixels wide, ${span(heights!)} high${some}.`;
  },
  experimentExists: (file: string) =>
    `${file} is there already, and is not written over. Choose another name.`,
  experimentWritten: (file: string, name: string) =>
    `Wrote ${file}. exp check ${name} shows its network, exp data ${name} its images; exp ${name} runs it.`,

  // Keys
  noSuchKey: (name: string, meant: readonly string[]) =>
    `Neither experiments nor sweeps have a key ${quote(name)}${meant.length > 0 ? `; did you mean ${alternatives(meant.slice(0, 4))}?` : ". exp explain alone shows those that it begins with."}`,
  keyOfSweeps: () => "It stands in the file of a sweep; schema/sweep.md shows all of its keys.",
  required: () => " Required.",
  usually: (value: string | null) =>
    value === null || value === "{}" || value === "null" ? "" : ` Default: ${value}.`,
  hasToBeGiven: () => "none: it has to be given",
  placeOfLayer: () => "among the layers, model.layers",

  // Commands
  operandMissing: (what: string) => `Name ${what}; --help tells how.`,
  operandTooMuch: (what: string, rest: readonly string[]) =>
    `Name ${what} only; ${list(rest)} is too much.`,
  valueMissing: (option: string, written: string) => `${option} takes a value: ${written}`,
  unknownOption: (option: string, nearest: string | undefined, known: readonly string[]) =>
    `There is no option ${quote(option)}${nearest === undefined ? `; there are ${known.join(", ")}` : `; did you mean ${nearest}?`}`,
  didYouMean: (name: string) => `did you mean ${name}?`,
  unknownCommand: (word: string, hint: string) =>
    `${quote(word)} is neither an experiment nor a command; ${hint}`,
  noCommandEither: (noExperiment: string) =>
    `${noExperiment} It is no command either; exp --help lists them.`,
  packageMissing: (name: string) => `The package ${name} is not installed. Run: bun install`,
  shortage: (what: Shortage, reason: string) =>
    what === "memory"
      ? `There is not enough memory: ${reason}\nSet a smaller data.batchSize or data.targetSize, end other programs, or allow this one more (ulimit -v, the memory of a container or of a batch job).`
      : `The system starts no more threads: ${reason}\nSet engine.threads to fewer, end other programs, or allow this user more (ulimit -u, the number of processes of a container).`,
  bug: (details: string) =>
    `This is a mistake in Lamina, not in your experiment. Please report it with these lines:\n${details}`,
  experimentRight: (file: string) => `No mistakes found in ${file}.`,
  filesLeftOut: (files: readonly { file: string; detail: string }[], most = 10) =>
    [
      `${count(files.length, "file")} will be skipped:`,
      ...files.slice(0, most).map(({ file, detail }) => `  ${quote(file)}: ${detail}`),
      ...(files.length > most ? [`  and ${files.length - most} more`] : []),
    ].join("\n"),

  // Exported models
  formatMissing: (formats: readonly string[]) =>
    `Say what to write: --to ${alternatives(formats)}.`,
  notSvg: (path: string) =>
    `--graph draws SVG: name a file whose name ends in .svg, not ${quote(path)}.`,
  notAFormat: (text: string, near: string | undefined, formats: readonly string[]) =>
    `--to takes ${alternatives(formats)}, not ${quote(text)}${near === undefined ? "" : `; did you mean ${near}?`}`,
  notSamples: (text: string, most: number) =>
    `--samples takes a whole number from 0 to ${most}, not ${quote(text)}.`,
  claheOutside: (readme: string) =>
    `data.preprocess.clahe is not in the model: it is done to the pixels before they go in, as ${readme} says.`,
  exportInterrupted: () => "Stopped. Nothing was written.",
  readmeWritten: (file: string) => `${file}: how images are prepared, and how to use it`,
  recordWritten: (file: string) => `${file}: the same for programs`,
  samplesWritten: (folder: string, images: number) =>
    `${folder}: ${count(images, "image")} of yours, as ${images === 1 ? "it goes" : "they go"} in; --samples 0 omits ${images === 1 ? "it" : "them"}`,
  exportChecked: (runtime: string, images: number, difference: number) =>
    `Checked in ${runtime} on ${count(images, "image")}: at most ${difference === 0 ? "0" : difference.toExponential(1)} from the run's own probabilities.`,
  appChecking: (done: number, total: number) =>
    `holding the page against the run: ${done} of ${count(total, "image")}`,
  appWritten: (file: string, bytes: number) => `${file} (${byteSize(bytes)}): open it in a browser`,
  appPictures: (images: number) =>
    `In it ${images === 1 ? "is a small copy" : "are small copies"} of ${count(images, "image")} of yours that the run got wrong; --no-pictures leaves ${images === 1 ? "it" : "them"} out.`,
  appChecked: (images: number, difference: number) =>
    `Checked on ${count(images, "image")}: at most ${difference === 0 ? "0" : difference.toExponential(1)} from the run's own probabilities.`,
  exportUnchecked: (reason: string) => `Not checked: ${reason}.`,

  // Learning-rate range test
  rangeEnded: (end: "diverged" | "notFinite", steps: number) =>
    end === "diverged"
      ? `stopped after ${steps}, where the loss had diverged`
      : `stopped after ${steps}, where the loss was no longer a number`,
  suggestedRate: (rate: number, now: number) =>
    `Suggested learning rate: ${rate}, where the loss falls fastest. The experiment has ${now}.`,
  tryRate: (setting: string, rate: number) => `To try it, add --set ${setting}=${rate}`,
  stillFalling: (most: number) =>
    `The loss was still falling at ${most}: a larger --max may show a better one.`,
  noRate: (kind: "flat" | "rises") =>
    kind === "flat"
      ? "No learning rate is suggested: with none of these does the network become clearly better than guessing. Try more --steps, or another range (--min, --max)."
      : "No learning rate is suggested: the loss grows without having fallen before. Try a smaller --min, or more --steps.",
  notRate: (option: string, text: string) =>
    `${option} takes a number above 0, such as 1e-6, not ${quote(text)}.`,
  rangeEmpty: (least: number, most: number) =>
    `The learning rate grows from --min to --max: ${least} has to be below ${most}.`,
  notSteps: (text: string, least: number, most: number) =>
    `--steps takes a whole number from ${least} to ${most}, not ${quote(text)}.`,

  // Sweeps
  byTheClock: () =>
    "train.maxMinutes ends trials by the clock: on another machine, or with more workers, they may come to other figures.",
  templateOfSweep: () =>
    "--template adds a chart to a run: a sweep has none of its own. Name one of its trials, such as lr/sweep-001/trials/0001.",
  allAtRandom: (settings: number, startup: number) =>
    `search: tpe draws its first ${startup} settings at random, and this sweep has ${settings}: no result is ever used, as with search: random. Raise trials, or write search: { tpe: { startup: ${Math.max(1, Math.floor(settings / 2))} } }.`,
  setInSweep: (key: string, value: string) =>
    `exp sweep has no --set: what its trials are to have stands in its file, also where all have the same. Write vary: { ${key}: [${value}] }`,
  dryResume: () => "--dry-run shows what a sweep would do that has not begun: leave --resume out.",
  notWhole: (option: string, text: string) =>
    `${option} must be a whole number from 1 on, but is ${quote(text)}.`,
  checkingSettings: (done: number, total: number) => `checking settings ${done} of ${total}`,
  dryTrials: (name: string, total: number, each: number, more: number) =>
    [
      `${name}: ${count(total, "trial")}${each > 1 ? `, ${count(total / each, "setting")} of ${each} each` : ""}.`,
      ...(more > 0 ? [`The other ${more} follow from results of these.`] : []),
      "Nothing was run.",
    ].join(" "),
  sweepStarted: (name: string, total: number) => `sweep   ${name}, ${count(total, "trial")}`,
  sweepUnfinished: (name: string, life: SweepLife) =>
    life === "running"
      ? `${name} is still running: this begins another sweep beside it.`
      : `${name} is not finished (${life}): exp sweep ${name} --resume goes on with it. This begins a new sweep.`,
  sweepFound: (finished: number, total: number) =>
    `${finished} of ${count(total, "trial")} ${finished === 1 ? "was" : "were"} finished before`,
  workerDied: (trial: number, reason: string, isTriedAgain: boolean) =>
    `trial ${trial}: its process ended without a word (${reason})${isTriedAgain ? "; it goes on in another one" : ""}`,
  judgesWinner: (setting: number) =>
    `setting ${setting} is the best; it is trained once more and judged on the test images`,
  inQueue: () => "in the queue",
  andMore: (trials: number) => `  and ${trials} more`,
  submitWithoutSlurm: () =>
    "--submit leaves a sweep to Slurm's queue: it goes with run: { slurm: … }, and without --workers.",
  submitSearch: (kind: string) =>
    `--submit leaves a sweep to Slurm's queue, and search: ${kind} chooses its trials by the results of others: leave --submit out, and the command running (in tmux, for one).`,
  noSweeps: () => "There is no sweep in runs/ yet: exp sweep FILE.sweep.yaml begins one.",
  trialState: (state: TrialState) => (state === "stopped" ? "ended early" : state),
  sweepCounts: (name: string, total: number, counts: Readonly<Record<TrialState, number>>) =>
    `${name}: ${count(total, "trial")}, ${Object.entries(counts)
      .filter(([, trials]) => trials > 0)
      .map(([state, trials]) => `${trials} ${messages.trialState(state as TrialState)}`)
      .join(", ")}`,
  trialReason: (trials: readonly number[], state: string, reason: string, log: string | null) =>
    `${trials.length === 1 && trials[0] === 0 ? "winner" : `trial${trials.length > 1 ? "s" : ""} ${indexRanges(trials)}`} ${state}: ${reason}${log === null || reason.includes(log) ? "" : ` (${log})`}`,
  andMoreReasons: (reasons: number) => `and ${count(reasons, "other reason")}: --json has them all`,
  sweepAdvice({ name, life, isOnSlurm, counts }: SweepAdvice): string[] {
    if (life === "completed") return [`It is finished: runs/${name}`];
    if (life === "running")
      return [isOnSlurm ? "exp sweep is waiting for its trials." : "It is running."];
    const left = counts.waiting + counts.running + counts.interrupted;
    const resume = `exp sweep ${name} --resume`;
    if (left === 0) return [`All trials have ended: ${resume} sums them up.`];
    const onItsOwn = isOnSlurm && counts.waiting + counts.running > 0;
    return [
      onItsOwn
        ? `No exp sweep is waiting for it. Trials in Slurm's queue go on; ${resume} waits for them, submits what has no task and sums up.`
        : `It stands still: ${resume} goes on.`,
    ];
  },
  noRoomInStatus: (titles: readonly string[]) =>
    `No room for ${titles.join(", ")}: --json has everything.`,
  noRoomFor: (titles: readonly string[]) => `No room for ${titles.join(", ")}: report.html has it.`,
  moreSettings: (more: number) => `and ${count(more, "more setting")} in trials.csv`,

  // exp serve
  serving: (port: number) => `The runs are at http://localhost:${port}/ until Ctrl-C.`,
  noPort: (given: string) => `--port ${given}: a port is a number from 0 to 65535.`,
  cannotListen: (port: number, reason: string) =>
    `No pages can be served at port ${port}: ${reason}. --port takes another one.`,
};

/** 129_000_000 → 130 MFLOP, 1_810_000_000 → 1.8 GFLOP */
function operations(flops: number): string {
  const isMany = flops >= 1e9;
  const number = Number((flops / (isMany ? 1e9 : 1e6)).toPrecision(2));
  return `${number} ${isMany ? "GFLOP" : "MFLOP"}`;
}
