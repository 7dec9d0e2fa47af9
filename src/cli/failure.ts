import packageJson from "../../package.json";
import { Interrupted, RunError, UsageError } from "../errors.ts";
import { messages as runMessages } from "../run/messages.ts";
import { messages } from "./messages.ts";
import { nearest } from "../nearest.ts";
import { ExperimentError } from "../spec/diagnostic.ts";
import { shortageIn } from "../shortage.ts";
import { visible, visibleLines } from "../text.ts";
import { isSystemError, type SystemError, systemReason } from "../system-error.ts";

/** How a command ends that did not do what it was asked for. */
export interface Failure {
  /** 1: the run failed. 2: the experiment or the call is wrong. From 129: a signal stopped it. */
  exitCode: number;
  message: string;
}

/**
 * @param help the command's help: its options are what a mistyped one is held against
 * @param words what the user typed, for a report of a mistake
 */
export function describeFailure(error: unknown, help = "", words: readonly string[] = []): Failure {
  const short = causesOf(error).find((one) => shortageIn(one) !== null);
  if (short instanceof Error && !(error instanceof UsageError)) {
    const reason = short.message.split("\n")[0]!;
    return { exitCode: 1, message: visibleLines(messages.shortage(shortageIn(short)!, reason)) };
  }
  if (error instanceof ExperimentError) return { exitCode: 2, message: error.message };
  if (error instanceof UsageError) return { exitCode: 2, message: visibleLines(error.message) };
  if (error instanceof RunError) return { exitCode: 1, message: visibleLines(error.message) };
  if (error instanceof Interrupted) return { exitCode: error.exitCode, message: error.message };
  if (isParseArgsError(error))
    return { exitCode: 2, message: describeBadOption(error.message, help) };
  const missing = missingPackage(error);
  if (missing !== null) return { exitCode: 1, message: messages.packageMissing(missing) };
  const refused = causesOf(error).find(isSystemError);
  if (refused) return { exitCode: 1, message: visible(describeSystemError(refused)) };
  return { exitCode: 1, message: visibleLines(messages.bug(details(error, words))) };
}

/** What only writing is refused for. A file that is opened for it is opened, too. */
const ofWriting: ReadonlySet<string> = new Set(["EDQUOT", "ENOSPC", "EROFS", "ETXTBSY"]);

/** What a call to the system does, for those that a user's files are the reason of. */
const actions: Readonly<Record<string, string>> = {
  mkdir: "made",
  rename: "renamed",
  rm: "removed",
  rmdir: "removed",
  unlink: "removed",
  write: "written",
  ftruncate: "written",
  fsync: "written",
};

function describeSystemError(error: SystemError): string {
  const reason = systemReason(error);
  const action = actions[error.syscall] ?? (ofWriting.has(error.code) ? "written" : "read");
  return error.path === undefined ? reason : runMessages.systemRefuses(error.path, action, reason);
}

const MOST_CAUSES = 5;

/** What a maintainer needs: each error with its stack down to the first cause, the versions and the call. */
function details(error: unknown, words: readonly string[]): string {
  const lines = causesOf(error).map(
    (one, index) => `${index > 0 ? "because of " : ""}${stackOf(one)}`,
  );
  const { platform, arch } = process;
  return [
    ...lines,
    `Lamina ${packageJson.version}, Bun ${Bun.version}, ${platform} ${arch}`,
    `exp ${words.map((word) => JSON.stringify(word)).join(" ")}`,
  ].join("\n");
}

/** An error and what it came from, down to the first cause. */
function causesOf(error: unknown): unknown[] {
  const causes = [error];
  for (let one = error; one instanceof Error && one.cause !== undefined; one = one.cause) {
    if (causes.length === MOST_CAUSES) break;
    causes.push(one.cause);
  }
  return causes;
}

/** A DOMException, for one, would show its thirty constants. */
function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const head = `${error.name}: ${error.message}`;
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return [head, ...frames].join("\n");
}

/** The name of a package that Lamina needs and that is not installed, as after an update without `bun install`. */
function missingPackage(error: unknown): string | null {
  const { name, specifier } = (error ?? {}) as { name?: unknown; specifier?: unknown };
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
  const lacking = /^Option '(?:-\w, )?(--[\w-]+) <value>' argument missing/.exec(original)?.[1];
  if (lacking !== undefined) {
    // As the help has it: --graph FILE.svg
    const written = new RegExp(`${lacking} [^\\s\\]]+`).exec(help)?.[0] ?? `${lacking} …`;
    return messages.valueMissing(lacking, written);
  }
  const option = /Unknown option '(.*?)'/.exec(original)?.[1];
  if (option === undefined) return visible(original);
  const known = [...new Set(help.match(/--[a-z][a-z-]*/g)), "--help"];
  return messages.unknownOption(option, nearest(option, known), known);
}
