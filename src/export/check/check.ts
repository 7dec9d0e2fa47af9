import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bytesOf, depthOf } from "../../pixels.ts";
import { typeOfDepth } from "../model.ts";
import type { Sample } from "../samples.ts";
import { messages } from "../messages.ts";
import { RunError } from "../../errors.ts";

/** What a runtime is given: files with the model, the first of them where it has several, and with the pixels of images, one behind the other. */
export interface Question {
  model: string;
  images: string;
  /** Of the pixels, little-endian. */
  pixels: "uint8" | "uint16";
  /** [height, width, channels] */
  shape: readonly number[];
  /** Images at a time. */
  batch: number;
}

/** What it answers: its version, and the probabilities of all images one behind the other. */
export interface Answer {
  version: string;
  probabilities: number[];
}

/** What came of holding an exported model against the run's own probabilities. */
export type Checked =
  | { images: number; largestDifference: number; runtime: string }
  /** Why it was not done, and how it is. */
  | { unchecked: string };

/** A program that runs a format. */
export interface Runtime {
  name: string;
  /** The command that it is asked by, before the question. */
  command: readonly string[];
  /** Its exit code where there is nothing to run the format with. */
  absentCode?: number;
}

/** A file that says something else than the run is not written. */
export const TOLERANCE = 1e-5;
const BATCH = 4;

/**
 * Runs images through an exported model in a process of its own.
 * @param content the model's files by name @param absent why it is not checked where there is no runtime
 * @throws RunError where it gives other probabilities than the run, or cannot be run
 */
export async function checkModel(
  content: ReadonlyMap<string, Uint8Array>,
  shape: readonly number[],
  samples: readonly Sample[],
  { runtime, absent }: { runtime: Runtime | null; absent: string },
  signal?: AbortSignal,
): Promise<Checked> {
  if (samples.length === 0) return { unchecked: messages.noSamples() };
  if (!runtime) return { unchecked: absent };
  const [file] = content.keys() as Iterable<string> as [string];
  const folder = await mkdtemp(join(tmpdir(), "lamina-export-"));
  try {
    const question: Question = {
      model: join(folder, file),
      images: join(folder, "images.bin"),
      pixels: typeOfDepth(depthOf(samples[0]!.pixels)),
      shape,
      batch: BATCH,
    };
    for (const [name, bytes] of content) await writeFile(join(folder, name), bytes);
    await writeFile(question.images, Buffer.concat(samples.map(({ pixels }) => bytesOf(pixels))));
    const answers = await ask(runtime, [question], folder, signal);
    if (answers === null) return { unchecked: absent };
    const [answer] = answers as [Answer];
    const expected = samples.flatMap(({ probabilities }) => probabilities);
    const largestDifference = differenceOf(answer.probabilities, expected);
    const shown = `${runtime.name} ${answer.version}`;
    if (!(largestDifference <= TOLERANCE))
      throw new RunError(messages.differs(file, shown, samples.length, largestDifference));
    return { images: samples.length, largestDifference, runtime: shown };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** @returns NaN where there are more or fewer, or one is no number */
function differenceOf(found: readonly number[], expected: readonly number[]): number {
  if (found.length !== expected.length) return Number.NaN;
  return found.reduce((most, value, at) => Math.max(most, Math.abs(value - expected[at]!)), 0);
}

/**
 * Asks a runtime about several models.
 * @param cwd a folder in which no program finds anything of others
 * @returns null where there is no runtime after all
 * @throws RunError where it cannot run one of them
 */
export async function ask(
  { name, command, absentCode }: Runtime,
  questions: readonly Question[],
  cwd: string,
  signal?: AbortSignal,
): Promise<Answer[] | null> {
  const child = Bun.spawn([...command, JSON.stringify(questions)], {
    cwd,
    stdout: "pipe",
    stderr: "pipe",
    ...(signal && { signal }),
  });
  const [output, complaint, code] = await Promise.all([
    new Response(child.stdout).text(),
    new Response(child.stderr).text(),
    child.exited,
  ]);
  signal?.throwIfAborted();
  if (code === absentCode) return null;
  try {
    return JSON.parse(output) as Answer[];
  } catch {
    throw new RunError(messages.cannotRun(name, reasonIn(complaint)));
  }
}

/** The line of a runtime's complaint that says what is wrong: Bun's begins with "error:", Python's is the last. */
function reasonIn(complaint: string): string {
  const lines = complaint.trim().split("\n");
  return lines.find((line) => line.startsWith("error: ")) ?? lines.at(-1)!;
}
