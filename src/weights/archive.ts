import { openZip, type Zip } from "../zip.ts";
import { Budget } from "./budget.ts";
import { Unreadable } from "./errors.ts";
import { messages } from "./messages.ts";

/** The members of a zip archive that is a file of weights. */
export interface Archive {
  names: readonly string[];
  /** @throws Unreadable where there is none of this name, it is damaged, or there would be too much of it */
  read(name: string): Promise<Buffer>;
}

/** @throws Unreadable */
export async function openArchive(bytes: Buffer): Promise<Archive> {
  const zip = await openZip(bytes).catch((error: Error) => {
    throw new Unreadable(messages.damagedZip(error.message));
  });
  const budget = new Budget(bytes.length);
  return {
    names: zip.entries.map(({ fileName }) => fileName),
    read: (name) => readMember(zip, name, budget),
  };
}

async function readMember(zip: Zip, name: string, budget: Budget): Promise<Buffer> {
  const entry = zip.entries.find(({ fileName }) => fileName === name);
  if (entry === undefined) throw new Unreadable(messages.memberMissing(name));
  budget.take(entry.uncompressedSize);
  const chunks: Buffer[] = [];
  try {
    // What is longer than it says fails.
    for await (const chunk of await zip.stream(entry)) chunks.push(chunk as Buffer);
  } catch (error) {
    throw new Unreadable(messages.damagedZip((error as Error).message));
  }
  const bytes = Buffer.concat(chunks);
  if (bytes.length !== entry.uncompressedSize) throw new Unreadable(messages.memberShort(name));
  if (entry.crc32 !== 0 && Bun.hash.crc32(bytes) !== entry.crc32)
    throw new Unreadable(messages.memberChanged(name));
  return bytes;
}
