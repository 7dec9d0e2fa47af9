import { closeSync, readdirSync, readSync, statSync } from "node:fs";
import { join } from "node:path";
import { messages } from "./messages.ts";
import { sha256Of } from "./hash.ts";
import { systemReason } from "../system-error.ts";
import { openRegularSync, readTextSync } from "../regular-file.ts";

/** What the files of a release were when they were fetched, beside them. */
export const RECORD = "checksums.json";

type Known = Readonly<Record<string, { bytes: number; sha256: string }>>;

/** What is to be written into the record of a folder with the libraries of a release. */
export async function recordOf(folder: string): Promise<string> {
  const known: Record<string, Known[string]> = {};
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  for (const name of names.toSorted()) {
    const path = join(folder, name);
    if (!statSync(path).isFile()) continue;
    known[name] = { bytes: statSync(path).size, sha256: await sha256Of(path) };
  }
  return `${JSON.stringify(known, null, 2)}\n`;
}

/**
 * What is wrong with the libraries of a release by their sizes, before one is opened: what is missing at the end of a library
 * ends the process without a word.
 *
 * @param names of the libraries that are needed
 * @returns null where nothing is seen
 */
export function sizeFault(folder: string, names: readonly string[]): string | null {
  const known = readRecord(folder);
  if (known === null) return firstOf(names, (name) => libraryFault(join(folder, name)));
  return firstOf(Object.keys(known), (name) => {
    const bytes = sizeOf(join(folder, name));
    if (bytes === null) return messages.libraryGone(name);
    return bytes === known[name]!.bytes
      ? libraryFault(join(folder, name))
      : messages.libraryOfOtherSize(name, bytes, known[name]!.bytes);
  });
}

/**
 * What is wrong with the libraries of a release by their SHA-256, which takes a second or more.
 * @returns null where they are what was fetched; undefined where nobody noted what that was
 */
export async function hashFault(folder: string): Promise<string | null | undefined> {
  const known = readRecord(folder);
  if (known === null) return undefined;
  for (const [name, { sha256 }] of Object.entries(known))
    if ((await sha256Of(join(folder, name))) !== sha256) return messages.libraryOfOtherHash(name);
  return null;
}

/**
 * What a library file itself tells of its length: that of ELF, as Linux has them, says where its last part ends.
 * @returns null where nothing is seen
 */
export function libraryFault(path: string): string | null {
  try {
    const bytes = statSync(path).size;
    if (bytes === 0) return messages.libraryEmpty(path);
    const needed = elfBytes(path);
    return bytes < needed ? messages.libraryOfOtherSize(path, bytes, needed) : null;
  } catch (error) {
    return `${path}: ${systemReason(error)}`;
  }
}

/** Of the header of a 64-bit file in elf(5): where the tables of segments and of sections are, and how long. */
const HEADER_BYTES = 64;

/** How many bytes an ELF file has at least; 0 of any other file. */
function elfBytes(path: string): number {
  const file = openRegularSync(path);
  try {
    const header = read(file, 0, HEADER_BYTES);
    // 64 bits, least significant byte first.
    if (header.length < HEADER_BYTES || header.readUInt32BE() !== 0x7f454c46) return 0;
    if (header[4] !== 2 || header[5] !== 1) return 0;
    const [segments, sections] = [header.readBigUInt64LE(32), header.readBigUInt64LE(40)];
    const [segmentBytes, segmentCount] = [header.readUInt16LE(54), header.readUInt16LE(56)];
    const [sectionBytes, sectionCount] = [header.readUInt16LE(58), header.readUInt16LE(60)];
    const table = read(file, Number(segments), segmentBytes * segmentCount);
    let end = Math.max(
      Number(segments) + segmentBytes * segmentCount,
      Number(sections) + sectionBytes * sectionCount,
    );
    for (let at = 0; at + segmentBytes <= table.length; at += segmentBytes)
      end = Math.max(end, Number(table.readBigUInt64LE(at + 8) + table.readBigUInt64LE(at + 32)));
    return end;
  } finally {
    closeSync(file);
  }
}

function read(file: number, from: number, bytes: number): Buffer {
  const buffer = Buffer.alloc(bytes);
  return buffer.subarray(0, readSync(file, buffer, 0, bytes, from));
}

/** @returns null where there is none that can be read: of releases that were fetched before there was any */
function readRecord(folder: string): Known | null {
  try {
    return JSON.parse(readTextSync(join(folder, RECORD))) as Known;
  } catch {
    return null;
  }
}

function sizeOf(path: string): number | null {
  return statSync(path, { throwIfNoEntry: false })?.size ?? null;
}

function firstOf(names: readonly string[], faultOf: (name: string) => string | null) {
  return names.map(faultOf).find((fault) => fault !== null) ?? null;
}
