import { join } from "node:path";
import { parseArgs } from "node:util";
import { RunError, UsageError } from "../errors.ts";
import { buildLiveScript } from "../serve/live-page.ts";
import { respond } from "../serve/respond.ts";
import type { Site } from "../serve/site.ts";
import { systemReason } from "../system-error.ts";
import { listenForInterrupt } from "./interrupt.ts";
import { sweepLine, listedSweeps } from "./list-sweeps.ts";
import { findListed } from "./listed.ts";
import { messages } from "./messages.ts";

/** Free on most machines, and the same each time, so that a page that is still open finds it again. */
const PORT = 4420;

export const help = `Usage: exp serve [--port NUMBER]

Shows the runs of this folder in a browser, until Ctrl-C: a list that is sorted and chosen from as exp list does it, the
report of each run, the curves of those that are still training, and any two held against each other. Pages follow what is
on disk by themselves.

Only this machine is answered. From another one, use a tunnel: ssh -L ${PORT}:localhost:${PORT} MACHINE.

  --port NUMBER  Where to listen; ${PORT} by default, the next that is free where it is taken. 0 takes any.`;

/** `exp serve`: the runs in a browser. */
export async function serve(words: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: { port: { type: "string" } },
  });
  if (positionals.length > 0)
    throw new UsageError(messages.operandTooMuch("no operand", positionals));
  const directory = process.cwd();
  const site: Site = {
    directory,
    script: await buildLiveScript(),
    now: () => new Date(),
    runs: async (sweep) => {
      const names = sweep === undefined ? [] : [join("runs", sweep)];
      return (await findListed(names, directory, { withEvaluations: true })).runs;
    },
    sweeps: async () => (await listedSweeps([], directory)).map(sweepLine),
  };
  // Ending it is how it is meant to end: nothing is said.
  const interrupt = listenForInterrupt("");
  const server = listen(portOf(values.port), values.port === undefined, site, interrupt.signal);
  process.stdout.write(`${messages.serving(server.port!)}\n`);
  await new Promise((resolve) => interrupt.signal.addEventListener("abort", resolve));
  await server.stop(true);
  interrupt.close();
  return 0;
}

function portOf(given: string | undefined): number {
  if (given === undefined) return PORT;
  const port = /^\d{1,5}$/.test(given) ? Number(given) : Number.NaN;
  if (!(port <= 65_535)) throw new UsageError(messages.noPort(given));
  return port;
}

/** Ports that are tried, one after the other. */
const MOST_PORTS = 20;

/** @param goesOn whether the next port is tried where one is taken. @throws RunError where it cannot listen */
function listen(
  port: number,
  goesOn: boolean,
  site: Site,
  ended: AbortSignal,
): ReturnType<typeof Bun.serve> {
  for (let next = port; ; next++) {
    try {
      return Bun.serve({
        port: next,
        hostname: "127.0.0.1",
        // A stream may be quiet for long.
        fetch: (request, server) => {
          server.timeout(request, 0);
          return respond(request, site, ended);
        },
        error: (error) => new Response(String(error.message), { status: 500 }),
      });
    } catch (error) {
      const isTaken = (error as NodeJS.ErrnoException).code === "EADDRINUSE";
      if (!isTaken || !goesOn || next - port >= MOST_PORTS)
        throw new RunError(messages.cannotListen(next, systemReason(error)));
    }
  }
}
