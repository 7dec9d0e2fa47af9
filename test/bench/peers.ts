import { readFileSync } from "node:fs";
import { RunError } from "../../src/errors.ts";
import { startGroup } from "./process-group.ts";

/** A program that compares with Lamina: a Python that can import one module. */
export interface Peer {
  name: string;
  python: string;
}

/** @returns null, and says so, where the modules are not to be had */
export async function findPeer(
  name: string,
  modules: string,
  variable: string,
): Promise<Peer | null> {
  const python = process.env[variable] ?? "python3";
  const probe = Bun.which(python)
    ? Bun.spawn([python, "-c", `import ${modules}`], { stdout: "ignore", stderr: "ignore" })
    : null;
  if ((await probe?.exited) === 0) return { name, python };
  process.stderr.write(
    `${name} is left out: ${python} cannot import ${modules}. Set ${variable} to a Python that can.\n`,
  );
  return null;
}

/** A process that works when it is asked to, a round at a time, and says how long each took. */
export interface Worker {
  /** The numbers that it said when it was ready. */
  ready: number[];
  /** @returns seconds */
  round(): Promise<number>;
  /** The most memory that it has had so far, MiB. null but on Linux. */
  peakMemory(): number | null;
  /** What its threads have had of the processors so far, seconds. null but on Linux. */
  processorSeconds(): number | null;
  stop(): Promise<unknown>;
}

/** @throws RunError with the end of what the process wrote to standard error, when it ends by itself */
export async function startWorker(command: readonly string[]): Promise<Worker> {
  const { child, stop } = startGroup(command);
  const complaints = new Response(child.stderr).text();
  const lines = readLines(child.stdout);
  const next = async () => {
    const { value, done } = await lines.next();
    if (!done) return value;
    const reason = (await complaints).trim().slice(-1000);
    throw new RunError(`${command.join(" ")} ended with ${await child.exited}: ${reason}`);
  };
  const [, ...ready] = (await next()).split(" ");
  return {
    ready: ready.map(Number),
    async round() {
      child.stdin.write("\n");
      await child.stdin.flush();
      return Number(await next());
    },
    peakMemory: () => {
      if (process.platform !== "linux") return null;
      const status = readFileSync(`/proc/${child.pid}/status`, "utf8");
      return Number(/VmHWM:\s+(\d+)/.exec(status)![1]) / 1024;
    },
    processorSeconds: () => {
      if (process.platform !== "linux") return null;
      const status = readFileSync(`/proc/${child.pid}/stat`, "utf8");
      // The program's name, in brackets, may hold anything; utime and stime are the 12th and 13th field behind it.
      const fields = status.slice(status.lastIndexOf(")") + 2).split(" ");
      return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
    },
    stop,
  };
}

/** USER_HZ, of every Linux. */
const TICKS_PER_SECOND = 100;

/** Threads of OpenMP go on spinning for a while when their work is done, and would slow down the next process. */
const SETTLING_MS = 500;

/** One round each in turn, one at a time, the first of each not counted. @returns seconds a round, for each worker */
export async function interleave(workers: readonly Worker[], rounds: number): Promise<number[][]> {
  const seconds: number[][] = workers.map(() => []);
  for (let round = 0; round <= rounds; round++) {
    for (const [index, worker] of workers.entries()) {
      await Bun.sleep(SETTLING_MS);
      const taken = await worker.round();
      if (round > 0) seconds[index]!.push(taken);
    }
  }
  return seconds;
}

async function* readLines(stream: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const chunk of stream) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split("\n");
    rest = lines.pop()!;
    yield* lines;
  }
}
