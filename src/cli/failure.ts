import { Interrupted, RunError, UsageError } from "../errors.ts";
import { messages } from "../messages.ts";
import { nearest } from "../nearest.ts";
import { ExperimentError } from "../spec/diagnostic.ts";
import { visible, visibleLines } from "../text.ts";

/** How a command ends that did not do what it was asked for. */
export interface Failure {
  /** 1: the run failed. 2: the experiment or the call is wrong. 130: the user stopped it. */
  exitCode: 1 | 2 | 130;
  message: string;
}

/** @param help the command's help: its options are what a mistyped one is held against */
export function describeFailure(error: unknown, help = ""): Failure {
  if (error instanceof ExperimentError) return { exitCode: 2, message: error.message };
  if (error instanceof UsageError) return { exitCode: 2, message: visibleLines(error.message) };
  if (error instanceof RunError) return { exitCode: 1, message: visibleLines(error.message) };
  if (error instanceof Interrupted) return { exitCode: 130, message: error.message };
  if (isParseArgsError(error))
    return { exitCode: 2, message: describeBadOption(error.message, help) };
  const missing = missingPackage(error);
  if (missing !== null) return { exitCode: 1, message: messages.packageMissing(missing) };
  const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { exitCode: 1, message: messages.bug(details) };
}

/** The name of a package that Lamina needs and that is not installed, as after an update without `bun install`. */
function missingPackage(error: unknown): string | null {
  const { name, specifier } = error as { name?: unknown; specifier?: unknown };
  return name === "ResolveMessage" && typeof specifier === "string" && !specifier.startsWith(".")
    ? specifier
    : null;
}

function isParseArgsError(error: unknown): error is Error {
  return (
    error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS")
  );
}

function describeBadOption(original: string, help: string): string {
  const option = /Unknown option '(.*?)'/.exec(original)?.[1];
  if (option === undefined) return visible(original);
  const known = [...new Set(help.match(/--[a-z][a-z-]*/g)), "--help"];
  return messages.unknownOption(option, nearest(option, known), known);
}
