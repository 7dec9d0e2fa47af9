import { join } from "node:path";
import { readTextSync, removeRegular, requirePlace } from "../regular-file.ts";
import { RunError, UsageError } from "../errors.ts";
import { messages } from "./messages.ts";
import { nearest } from "../nearest.ts";
import { systemReason } from "../system-error.ts";
import { visible } from "../text.ts";
import { writeRunFile } from "./write-files.ts";
import { files } from "../layout.ts";

/** What a person says about a run. Its text and figures are the same with and without. */
export interface Remarks {
  /** In the order in which they were made. */
  notes: Note[];
  /** Sorted by code unit, each once. */
  tags: string[];
}

export interface Note {
  /** 2026-12-01, in UTC; null of a line that was written by hand without one. */
  date: string | null;
  text: string;
}

/** People write no more by hand. */
const MOST_BYTES = 16e6;
const MOST_NOTE_CHARACTERS = 2000;
const MOST_TAG_CHARACTERS = 64;

/** A word that needs no quotes: neither in a shell nor in `--where` nor between commas. */
const tagPattern = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._+:/@-]*$/u;

/** notes.md: a note per line. */
export function parseNotes(text: string): Note[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const [, date = null, own] = /^(?:[-*] +)?(?:(\d{4}-\d\d-\d\d): )?(.*)$/s.exec(line.trim())!;
    return own === "" ? [] : { date, text: own! };
  });
}

/** tags.txt: a tag per line. */
export function parseTags(text: string): string[] {
  return sorted(text.split(/\r?\n/).map((line) => line.trim()));
}

function sorted(tags: readonly string[]): string[] {
  return [...new Set(tags)].filter((tag) => tag !== "").toSorted((a, b) => (a < b ? -1 : 1));
}

/** @throws RunError where there are some that cannot be read */
export function readRemarks(folder: string): Remarks {
  return {
    notes: parseNotes(read(folder, files.notes)),
    tags: parseTags(read(folder, files.tags)),
  };
}

function read(folder: string, name: string): string {
  const file = join(folder, name);
  try {
    return readTextSync(file, MOST_BYTES);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return "";
    throw new RunError(messages.runFileUnreadable(file, systemReason(error)));
  }
}

/**
 * Adds a note to those of a run. What is there already stays as it is, written by hand or not.
 * @throws UsageError where the text is no note. @throws RunError
 */
export async function addNote(folder: string, text: string, now: Date): Promise<void> {
  const line = `- ${now.toISOString().slice(0, 10)}: ${noteOf(text)}\n`;
  const known = read(folder, files.notes);
  const gap = known === "" || known.endsWith("\n") ? "" : "\n";
  await writeRunFile(folder, files.notes, `${known}${gap}${line}`);
}

/** In one line, as notes.md and `exp list` have it. */
function noteOf(text: string): string {
  const line = text.replaceAll(/\s+/g, " ").trim();
  if (line === "") throw new UsageError(messages.noteEmpty());
  if (line.length > MOST_NOTE_CHARACTERS)
    throw new UsageError(messages.noteTooLong(line.length, MOST_NOTE_CHARACTERS));
  if (visible(line) !== line) throw new UsageError(messages.noteUnprintable());
  return line;
}

/**
 * Tags a run, or takes tags from it.
 * @returns the tags that it has then
 * @throws UsageError where a word is no tag, or the run has not the tag that is to be removed. @throws RunError
 */
export async function changeTags(
  folder: string,
  name: string,
  words: readonly string[],
  { remove }: { remove: boolean },
): Promise<string[]> {
  const known = parseTags(read(folder, files.tags));
  const given = words.map((word) => word.normalize("NFC"));
  const tags = remove ? without(known, given, name) : sorted([...known, ...given.map(tagOf)]);
  // An empty file would say less than none.
  if (tags.length > 0) await writeRunFile(folder, files.tags, `${tags.join("\n")}\n`);
  else removeTags(join(folder, files.tags));
  return tags;
}

function removeTags(file: string): void {
  try {
    requirePlace(file);
    removeRegular(file);
  } catch (error) {
    throw new RunError(messages.systemRefuses(file, "removed", systemReason(error)));
  }
}

function without(known: readonly string[], given: readonly string[], name: string): string[] {
  const lacking = given.find((tag) => !known.includes(tag));
  if (lacking !== undefined)
    throw new UsageError(messages.tagMissing(name, lacking, nearest(lacking, known)));
  return known.filter((tag) => !given.includes(tag));
}

function tagOf(word: string): string {
  if (!tagPattern.test(word) || word.length > MOST_TAG_CHARACTERS)
    throw new UsageError(messages.notATag(word, MOST_TAG_CHARACTERS));
  return word;
}
