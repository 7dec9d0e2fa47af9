import { join } from "node:path";
import type { ProcessLimits } from "../process-watch.ts";
import { Unreadable } from "./errors.ts";
import { messages } from "./messages.ts";
import { bytesPer, toFloats, valuesIn, type NumberType } from "./numbers.ts";

/** A group or a dataset of an HDF5 file. */
export interface Hdf5Object {
  /** Attributes that are texts, or lists of them. */
  attributes: Readonly<Record<string, string | string[]>>;
  /** null of a group. */
  values: { shape: readonly number[]; floats: Float32Array } | null;
}

/** Objects by their paths, without a slash before them; the file's own attributes are under "". */
export type Hdf5File = ReadonlyMap<string, Hdf5Object>;

/** What the process is told beside the bytes of the file. */
export interface Question {
  /** Groups at the top that nobody asks for. */
  without: readonly string[];
  limits: ProcessLimits;
}

/** A line of JSON; the values of the datasets follow it, one after the other. */
export type Answer = { objects: AnsweredObject[] } | { reason: string };

export interface AnsweredObject {
  path: string;
  attributes: Hdf5Object["attributes"];
  values: { shape: readonly number[]; type: NumberType } | null;
}

const LINE_END = 10;

/** Of a processor, for a small file: 0.2 are usual. */
const USUAL_SECONDS = 5;

/**
 * Reads an HDF5 file in a process of its own: its library goes round for ever in some files that are damaged, or writes where it
 * should not.
 *
 * @param without groups at the top that are not read
 * @param seconds of a processor, for a small file
 * @throws Unreadable
 */
export async function readHdf5(
  bytes: Uint8Array,
  without: readonly string[],
  seconds = USUAL_SECONDS,
): Promise<Hdf5File> {
  const limits = {
    processorSeconds: seconds + bytes.length / 20e6,
    seconds: 12 * seconds + bytes.length / 2e6,
    bytes: 1e9 + 4 * bytes.length,
  };
  const question: Question = { without, limits };
  const script = join(import.meta.dir, "hdf5-process.ts");
  const child = Bun.spawn([process.execPath, script, JSON.stringify(question)], {
    // Where no bunfig.toml or .env of others is.
    cwd: import.meta.dir,
    stdin: bytes,
    stdout: "pipe",
    stderr: "ignore",
  });
  const [output] = await Promise.all([new Response(child.stdout).bytes(), child.exited]);
  const end = output.indexOf(LINE_END);
  // Ended by its own watch, or by the system for want of memory.
  if (child.signalCode !== null) throw new Unreadable(messages.takesTooMuch());
  if (child.exitCode !== 0 || end === -1) throw new Unreadable(messages.damagedHdf5());
  const answer = JSON.parse(new TextDecoder().decode(output.subarray(0, end))) as Answer;
  if ("reason" in answer) throw new Unreadable(answer.reason);
  return fileOf(answer.objects, output.subarray(end + 1));
}

function fileOf(objects: readonly AnsweredObject[], data: Uint8Array): Hdf5File {
  let at = 0;
  return new Map(
    objects.map(({ path, attributes, values }): [string, Hdf5Object] => {
      if (values === null) return [path, { attributes, values }];
      const { shape, type } = values;
      const own = data.subarray(at, (at += valuesIn(shape) * bytesPer(type)));
      return [path, { attributes, values: { shape, floats: toFloats(own, type) } }];
    }),
  );
}
