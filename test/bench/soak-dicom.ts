/**
 * DICOM files damaged at random, each decoded on a thread of its own kind as a data set's are: it is read, or refused in
 * one line, in bounded time and memory. `bun test/bench/soak-dicom.ts [VARIANTS] [SEED] [WORD]`
 *
 * The files are those (with WORD, those whose transfer syntax has it in its name) of test/golden/dicom.json.gz, and with LAMINA_PYDICOM (the folder of Python's packages that holds
 * pydicom and data_store) the larger ones of pydicom too. Prints what became of them, and exits with 1 after a crash, or
 * where one took more than MOST_SECONDS.
 */
import { startThread } from "../../src/thread.ts";
import { damagedFile } from "../fixtures/damaged-dicom.ts";
import { goldenDicom } from "../fixtures/golden-dicom.ts";

const MOST_SECONDS = 10;
const MOST_BYTES = 600_000;
const [variants, seed] = [Number(process.argv[2] ?? 5000), Number(process.argv[3] ?? 1)];
const word = process.argv[4] ?? "";
const { files, read } = goldenDicom();
const sources = [...files].filter(
  ([name, bytes]) => bytes.length <= MOST_BYTES && (read.get(name)!.syntax ?? "").includes(word),
);
const target = { height: 32, width: 32, channels: 3, maxPixels: 50_000_000 };

let settle: (outcome: string) => void = () => undefined;
const start = () =>
  startThread<string>(new URL("../fixtures/decode-thread.ts", import.meta.url), target, {
    onMessage: (outcome) => settle(outcome),
    onError: (error) => settle(`crash: ${error.stack}`),
  });
let thread = start();

const found = new Map<string, number>();
const slowest = { seconds: 0, name: "" };
const failures: string[] = [];
let mostBytes = 0;
for (let index = 0; index < variants; index++) {
  const [name, bytes] = sources[Math.floor(index / 8) % sources.length]!;
  const file = damagedFile(bytes, seed, index);
  const startedMs = performance.now();
  const outcome = await new Promise<string>((resolve) => {
    const timer = setTimeout(() => resolve("hang"), MOST_SECONDS * 1000);
    settle = (told) => {
      clearTimeout(timer);
      resolve(told);
    };
    thread.postMessage(new Uint8Array(file));
  });
  const seconds = (performance.now() - startedMs) / 1000;
  if (seconds > slowest.seconds) Object.assign(slowest, { seconds, name: `${name} ${index}` });
  const kind = outcome.split(":")[0]!;
  found.set(kind, (found.get(kind) ?? 0) + 1);
  if (kind === "crash" || kind === "hang" || outcome.includes("\n")) {
    failures.push(`${name} ${index}: ${outcome}`);
    await thread.terminate();
    thread = start();
  }
  mostBytes = Math.max(mostBytes, process.memoryUsage().rss);
  if (index % 500 === 499) process.stdout.write(`${index + 1} of ${variants}\n`);
}
await thread.terminate();
const told = { ...Object.fromEntries(found), slowest, memoryMB: Math.round(mostBytes / 1e6) };
process.stdout.write(`${JSON.stringify(told)}\n`);
for (const one of failures) process.stdout.write(`${one}\n`);
if (failures.length > 0) process.exitCode = 1;
