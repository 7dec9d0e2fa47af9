import { count, grouped } from "../wording.ts";

/** What Lamina says on the pages that `exp serve` makes. */
export const messages = {
  // Of runs
  runs: (folder: string) => `Runs of ${folder}`,
  runsOf: (sweep: string) => `Trials of ${sweep}`,
  counted: (runs: number, shown: number, running: number) =>
    [
      shown === runs ? `${count(runs, "run")}.` : `${shown} of ${count(runs, "run")}.`,
      ...(running > 0 ? [`${running} running.`] : []),
    ].join(" "),
  noRuns: () => "There are no runs here yet: exp FILE.yaml makes one, and it appears here.",
  chooseTwo: () => "Choose two runs to compare: check the boxes beside their names.",
  comparing: (reason: string) => `They cannot be compared: ${reason}`,

  // Of a run
  running: (epoch: number, epochs: number | null, left: string | null, host: string | null) =>
    [
      host === null ? "Running" : `Running on ${host}`,
      epochs === null || epoch === 0 ? ": " : `: epoch ${epoch} of ${epochs} is over, `,
      epochs === null || epoch === 0
        ? "no epoch is over yet."
        : epoch >= epochs
          ? "and it is being evaluated."
          : left === null
            ? "and it goes on."
            : `about ${left} left.`,
    ].join(""),
  finished: () => "Finished.",
  ended: (status: string, epoch: number, epochs: number | null) =>
    `${ending[status] ?? status} after ${epochs === null ? count(epoch, "epoch") : `${grouped(epoch)} of ${grouped(epochs)} epochs`}.`,
  goesOn: (run: string) => `exp resume ${run} goes on with it.`,
  noEpoch: () => "Curves appear here when the first epoch is over.",
  reportMissing: (run: string) => `It has no report.html: exp charts ${run} draws it again.`,

  notBuilt: (reason: string) => `The script of the pages cannot be put together: ${reason}`,

  // Of what was asked for
  headings: { notFound: "Not found", refused: "Refused", notCompared: "Not compared" },
  unknown: (path: string) => `There is nothing at ${path}.`,
  otherMethod: (method: string) => `${method} is not answered here: these pages change nothing.`,
  foreignHost: (host: string) =>
    `These pages are for this machine: ask for localhost, not ${host}. From another machine, use a tunnel: ssh -L.`,
  foreignOrigin: (origin: string) => `Pages of ${origin} get no answer here.`,
};

const ending: Readonly<Record<string, string>> = {
  failed: "It failed",
  interrupted: "It was interrupted",
  killed: "It was killed",
  damaged: "It is damaged",
};
