import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { existsSync } from "node:fs";
import { drawTable } from "../../../src/cli/table.ts";
import { RunError, UsageError } from "../../../src/errors.ts";
import { unpackMnist } from "../mnist/mnist.ts";
import { findPeer, interleave, startWorker, type Worker } from "../peers.ts";
import { compare, median, type Row } from "../table.ts";

const shared = resolve(import.meta.dir, "../../../../shared/data");

interface ImageSet {
  name: string;
  /** One folder a class. */
  folder: string;
  size: readonly [height: number, width: number];
  colour: "grey" | "rgb";
}

const sets: readonly ImageSet[] = [
  { name: "ants-bees", folder: join(shared, "ants-bees/train"), size: [200, 200], colour: "rgb" },
  {
    name: "sign-digits",
    folder: join(shared, "sign-digits-100px/Dataset"),
    size: [100, 100],
    colour: "rgb",
  },
  { name: "MNIST", folder: join(tmpdir(), "lamina-mnist/test"), size: [28, 28], colour: "grey" },
];

const BATCH = 32;

const ours = [
  { how: "first", label: "first pass" },
  { how: "run", label: "next run" },
  { how: "epoch", label: "next epoch" },
] as const;

const theirs = [
  { how: "antialiased", name: "Keras, antialiased" },
  { how: "dataset", name: "Keras" },
  { how: "generator", name: "ImageDataGenerator" },
] as const;

/**
 * Images a second, from files to batches, in Lamina and in Keras, in turn: the first time, and later.
 * @param only names of image sets; all when empty
 * @throws UsageError for a name that is none
 */
export async function benchData(options: {
  json: boolean;
  rounds: number;
  only: readonly string[];
}): Promise<void> {
  const unknown = options.only.find((name) => !sets.some((set) => set.name === name));
  if (unknown !== undefined)
    throw new UsageError(
      `No case "${unknown}"; there are ${sets.map(({ name }) => name).join(", ")}.`,
    );
  await unpackMnist(join(tmpdir(), "lamina-mnist"));
  const keras = await findPeer("Keras", "keras, tensorflow, PIL, scipy", "LAMINA_BENCH_KERAS");
  const rows: Row[] = [];
  for (const set of sets) {
    if (options.only.length > 0 && !options.only.includes(set.name)) continue;
    if (!existsSync(set.folder)) {
      process.stderr.write(`${set.name} is left out: there is no ${set.folder}.\n`);
      continue;
    }
    process.stderr.write(`${set.name} …\n`);
    rows.push(...(await measure(set, keras?.python ?? null, options.rounds)));
  }
  process.stdout.write(options.json ? `${JSON.stringify(rows, null, 2)}\n` : table(rows));
}

async function measure(set: ImageSet, keras: string | null, rounds: number): Promise<Row[]> {
  const { folder, size, colour } = set;
  const words = (how: string) => [how, folder, ...size, colour, BATCH].map(String);
  const commands = [
    ...ours.map(({ how }) => ["bun", join(import.meta.dir, "lamina-data.ts"), ...words(how)]),
    ...(keras === null ? [] : theirs).map(({ how }) => [
      keras!,
      join(import.meta.dir, "keras_data.py"),
      ...words(how),
    ]),
  ];
  const workers: Worker[] = [];
  try {
    for (const command of commands) workers.push(await startWorker(command));
    const counts = new Set(workers.map(({ ready }) => ready[0]!));
    if (counts.size > 1)
      throw new RunError(`${set.name}: different numbers of images: ${[...counts].join(", ")}`);
    const [images] = counts;
    const speeds = (await interleave(workers, rounds)).map((seconds) => images! / median(seconds));
    const peers = theirs
      .map(({ name }, index) => ({ name, value: speeds[ours.length + index]! }))
      .slice(0, keras === null ? 0 : undefined);
    return ours.flatMap(({ label }, index) =>
      compare({
        case: `${set.name}, ${label}`,
        unit: "images/s",
        better: "more",
        ours: speeds[index]!,
        peers,
      }),
    );
  } finally {
    await Promise.all(workers.map((worker) => worker.stop()));
  }
}

/** One line a case, one column a peer. */
function table(rows: readonly Row[]): string {
  const peers = [...new Set(rows.flatMap(({ peer }) => peer ?? []))];
  const whole = (value: number) => Math.round(value).toLocaleString("en");
  const lines = Array.from(
    Map.groupBy(rows, (row) => row.case),
    ([label, ofCase]) => [
      label,
      whole(ofCase[0]!.ours),
      ...peers.map((name) => {
        const { theirs: value, ratio } = ofCase.find(({ peer }) => peer === name)!;
        return `${whole(value!)} (${ratio!.toFixed(ratio! < 10 ? 2 : 0)})`;
      }),
    ],
  );
  const header = ["images/s (ratio)", "Lamina", ...peers];
  return drawTable(
    [header, ...lines],
    header.map((_, column) => (column === 0 ? "left" : "right")),
  );
}
