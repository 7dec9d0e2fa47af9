import { isUtf8 } from "node:buffer";
import { readRegular } from "../regular-file.ts";
import { messages } from "./messages.ts";
import { isSystemError, type SystemError, systemReason } from "../system-error.ts";

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
  const bytes = await readRegular(path, MOST_BYTES).catch((error: unknown) => {
    throw isSystemError(error) ? new UnfitFile(unfitness(error)) : error;
  });
  if (!isUtf8(bytes)) throw new UnfitFile(messages.experimentNotUtf8(), soundStart(bytes));
  const text = decode(bytes);
  const end = text.indexOf("\0");
  if (end !== -1) throw new UnfitFile(messages.experimentBinary(), text.slice(0, end));
  return text;
}

/** Without the byte order mark that some editors put first: YAML knows no such character. */
export function withoutMark(text: string): string {
  return text.startsWith("\uFEFF") ? text.slice(1) : text;
}

function unfitness(error: SystemError): string {
  if (error.code === "EISDIR") return messages.notAnExperimentFile("a folder");
  if (error.code === "EFTYPE") return messages.notAnExperimentFile("no regular file");
  if (error.code === "EOVERFLOW") return messages.experimentTooLarge(MOST_BYTES);
  return messages.experimentUnreadable(systemReason(error));
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
