#!/usr/bin/env bun
import { writeSync } from "node:fs";
import packageJson from "../package.json";
import { describeFailure } from "./cli/failure.ts";
import { fitHelp } from "./cli/help.ts";
import { foreignCommand } from "./cli/foreign-commands.ts";
import { watchOutput } from "./cli/output.ts";
import { terminal } from "./cli/progress.ts";
import { UsageError } from "./errors.ts";
import { messages } from "./cli/messages.ts";
import { nearest } from "./nearest.ts";
import { findExperiment, isSweepName } from "./spec/find.ts";

interface Command {
  help: string;
  /** @returns the exit code */
  call: (words: string[]) => Promise<number>;
}

/** Each command, read from disk when it is called: what it does in a line, and where it is. */
const commands: Readonly<Record<string, { summary: string; load: () => Promise<Command> }>> = {
  run: {
    summary: "run an experiment: exp FILE.yaml does the same",
    load: () => import("./cli/run.ts").then(({ help, run }) => ({ help, call: run })),
  },
  sweep: {
    summary: "run an experiment many times: seeds, folds, searches over settings",
    load: () => import("./cli/sweep.ts").then(({ help, sweep }) => ({ help, call: sweep })),
  },
  explain: {
    summary: "show what a key of experiments means, its values and its default",
    load: () => import("./cli/explain.ts").then(({ help, explain }) => ({ help, call: explain })),
  },
  new: {
    summary: "write an experiment for a folder of images",
    load: () =>
      import("./cli/new.ts").then(({ help, newExperiment }) => ({ help, call: newExperiment })),
  },
  resume: {
    summary: "go on with a run that was interrupted, or train a finished one for longer",
    load: () => import("./cli/resume.ts").then(({ help, resume }) => ({ help, call: resume })),
  },
  verify: {
    summary: "run a finished run again and compare every byte",
    load: () => import("./cli/verify.ts").then(({ help, verify }) => ({ help, call: verify })),
  },
  check: {
    summary: "find every mistake in an experiment and show its layers and images",
    load: () => import("./cli/check.ts").then(({ help, check }) => ({ help, call: check })),
  },
  predict: {
    summary: "predict images with the model of a run",
    load: () => import("./cli/predict.ts").then(({ help, predict }) => ({ help, call: predict })),
  },
  evaluate: {
    summary: "judge a run on a labelled set from elsewhere",
    load: () =>
      import("./cli/evaluate.ts").then(({ help, evaluate }) => ({ help, call: evaluate })),
  },
  list: {
    summary: "show the runs, their figures and the settings that vary",
    load: () => import("./cli/list.ts").then(({ help, list }) => ({ help, call: list })),
  },
  serve: {
    summary: "show the runs in a browser, and how those that are training go on",
    load: () => import("./cli/serve.ts").then(({ help, serve }) => ({ help, call: serve })),
  },
  diff: {
    summary: "show how two runs differ: settings, images, figures, environment",
    load: () => import("./cli/diff.ts").then(({ help, diff }) => ({ help, call: diff })),
  },
  data: {
    summary: "read every image of an experiment: counts, sizes, damage, leaks, contact sheets",
    load: () => import("./cli/data.ts").then(({ help, data }) => ({ help, call: data })),
  },
  lr: {
    summary: "try learning rates from very small to very large, draw the loss, suggest one",
    load: () => import("./cli/lr.ts").then(({ help, lr }) => ({ help, call: lr })),
  },
  export: {
    summary: "write a run's network for others to use: ONNX, Keras, TensorFlow.js",
    load: () =>
      import("./cli/export.ts").then(({ help, exportCommand }) => ({ help, call: exportCommand })),
  },
  app: {
    summary: "write a page in which anybody can try a run's network, in any browser",
    load: () => import("./cli/app.ts").then(({ help, app }) => ({ help, call: app })),
  },
  charts: {
    summary: "redraw the charts and the report of a run",
    load: () => import("./cli/charts.ts").then(({ help, charts }) => ({ help, call: charts })),
  },
  paper: {
    summary: "write the tables, figures and checklist that a paper needs of a run",
    load: () => import("./cli/paper.ts").then(({ help, paper }) => ({ help, call: paper })),
  },
  note: {
    summary: "add a note to a run, or show its notes",
    load: () =>
      import("./cli/note.ts").then(({ help, noteCommand }) => ({ help, call: noteCommand })),
  },
  tag: {
    summary: "tag a run, to find it by with exp list",
    load: () => import("./cli/tag.ts").then(({ help, tagCommand }) => ({ help, call: tagCommand })),
  },
  rename: {
    summary: "give a run another number, where two branches made the same",
    load: () =>
      import("./cli/rename.ts").then(({ help, renameCommand }) => ({ help, call: renameCommand })),
  },
  rm: {
    summary: "remove runs, and nothing of yours",
    load: () => import("./cli/rm.ts").then(({ help, rmCommand }) => ({ help, call: rmCommand })),
  },
  clean: {
    summary: "remove what git left behind of runs on other branches",
    load: () => import("./cli/clean.ts").then(({ help, clean }) => ({ help, call: clean })),
  },
  fetch: {
    summary: "fetch the weights of a network that others have trained",
    load: () =>
      import("./cli/fetch.ts").then(({ help, fetchCommand }) => ({ help, call: fetchCommand })),
  },
  cache: {
    summary: "show where decoded images are kept and how large they are, or clear them",
    load: () => import("./cli/cache.ts").then(({ help, cache }) => ({ help, call: cache })),
  },
  doctor: {
    summary: "show what Lamina runs on and what is missing",
    load: () => import("./cli/doctor.ts").then(({ help, doctor }) => ({ help, call: doctor })),
  },
};

const overview = `Usage: exp FILE.yaml
       exp COMMAND ...

${Object.entries(commands)
  .map(([name, { summary }]) => `  ${name.padEnd(8)}  ${summary}`)
  .join("\n")}

  exp COMMAND --help tells more. --version prints Lamina's version.
  Exit codes: 0 done, 1 the run failed, 2 the experiment or the call is wrong, 130 interrupted (143 by SIGTERM, 129 by
  SIGHUP).
`;

/** What the user typed, from words to exit code. */
export async function main(words: string[]): Promise<number> {
  const [first, ...rest] = words[0] === "help" ? await spelledOut(words) : words;
  if (first === "--version") return print(`${packageJson.version}\n`);
  if (first === "--help" || first === "-h") return printHelp(overview);
  let help = overview;
  try {
    if (first === undefined) throw new UsageError(overview.trimEnd());
    const isCommand = Object.hasOwn(commands, first);
    if (!isCommand) await expectExperiment(first);
    const command = await commands[isCommand ? first : "run"]!.load();
    help = command.help;
    if (rest.includes("--help") || rest.includes("-h")) return printHelp(`${help}\n`);
    return await command.call(isCommand ? rest : words);
  } catch (error) {
    const { exitCode, message } = describeFailure(error, help, words);
    terminal(process.stderr).write(`${message}\n`);
    return exitCode;
  }
}

/** `exp help COMMAND` is `exp COMMAND --help`, unless an experiment is called so. */
async function spelledOut(words: string[]): Promise<string[]> {
  const isExperiment = await findExperiment("help", process.cwd()).then(
    () => true,
    () => false,
  );
  if (isExperiment) return words;
  return [...words.slice(1, 2), "--help"];
}

/** A first word that is no command names an experiment, unless it is a command mistyped, or one of another tool. */
async function expectExperiment(word: string): Promise<void> {
  if (word.startsWith("-") || /[/\\]|\.ya?ml$/i.test(word)) return;
  await findExperiment(word, process.cwd()).catch(async (error: unknown) => {
    if (await isSweepName(word, process.cwd())) throw error;
    const meant = nearest(word, Object.keys(commands));
    const hint = foreignCommand(word) ?? (meant && messages.didYouMean(meant));
    if (hint !== undefined) throw new UsageError(messages.unknownCommand(word, hint));
    throw error instanceof UsageError
      ? new UsageError(messages.noCommandEither(error.message))
      : error;
  });
}

function printHelp(help: string): number {
  const { isTerminal, columns } = terminal(process.stdout);
  return print(isTerminal ? fitHelp(help, columns) : help);
}

function print(text: string): number {
  process.stdout.write(text);
  return 0;
}

if (import.meta.main) {
  const output = watchOutput();
  const words = process.argv.slice(2);
  /** What nobody awaits, in a thread or a callback. */
  const fail = (error: unknown) => {
    process.stderr.write(`${describeFailure(error, "", words).message}\n`);
    process.exit(1);
  };
  process.on("uncaughtException", fail).on("unhandledRejection", fail);
  process.exitCode = await main(words);
  process.on("exit", () => {
    if (output.failure === null) return;
    writeSync(2, `${output.failure}\n`);
    process.exitCode ||= 1;
  });
}
