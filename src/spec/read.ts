import { isUtf8 } from "node:buffer";
import { open, stat } from "node:fs/promises";
import { messages } from "./messages.ts";
import { isSystemError, systemReason } from "../system-error.ts";

const MOST_BYTES = 1e6;

/** Why a file cannot be an experiment, and from which of its bytes on. */
export class UnfitFile extends Error {
  override name = "UnfitFile";

  constructor(
    message: string,
    /** What can be read before the fault. */
    readonly before = "",
  ) {
    super(message);
  }
}

/**
 * The text of an experiment file: a regular file of UTF-8 and of at most 1 MB.
 *
 * @throws UnfitFile
 */
export async function readText(path: string): Promise<string> {
  const bytes = await readBytes(path).catch((error: unknown) => {
    throw isSystemError(error)
      ? new UnfitFile(messages.experimentUnreadable(systemReason(error)))
      : error;
  });
  if (!isUtf8(bytes)) throw new UnfitFile(messages.experimentNotUtf8(), soundStart(bytes));
  return expectText(decode(bytes));
}

/** @throws UnfitFile where it is no text */
export function expectText(text: string): string {
  const end = text.indexOf("\0");
  if (end !== -1) throw new UnfitFile(messages.experimentBinary(), text.slice(0, end));
  return text;
}

/** Without the byte order mark that some editors put first: YAML knows no such character. */
export function withoutMark(text: string): string {
  return text.startsWith("\uFEFF") ? text.slice(1) : text;
}

async function readBytes(path: string): Promise<Buffer> {
  // A pipe would keep open() waiting, so the file's kind is asked first.
  const kind = await stat(path);
  if (!kind.isFile())
    throw new UnfitFile(
      messages.notAnExperimentFile(kind.isDirectory() ? "a folder" : "no regular file"),
    );
  const file = await open(path);
  try {
    const buffer = Buffer.alloc(MOST_BYTES + 1);
    let length = 0;
    for (let read = -1; read !== 0 && length < buffer.length; length += read) {
      ({ bytesRead: read } = await file.read(buffer, length));
    }
    if (length > MOST_BYTES) throw new UnfitFile(messages.experimentTooLarge(MOST_BYTES));
    return buffer.subarray(0, length);
  } finally {
    await file.close();
  }
}

/** With U+FFFD for what is no UTF-8; a byte order mark is kept. */
function decode(bytes: Uint8Array): string {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}

/** The text up to the first byte that is no UTF-8. */
function soundStart(bytes: Buffer): string {
  const again = Buffer.from(decode(bytes));
  const fault = bytes.findIndex((byte, index) => byte !== again[index]);
  return decode(bytes.subarray(0, fault)).replace(/\uFFFD$/, "");
}
