import { Unreadable } from "./errors.ts";
import { messages } from "./messages.ts";

/** @param name of the file or the part of one, for the message. @throws Unreadable */
export function parseJsonBytes(bytes: Uint8Array, name: string): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new Unreadable(messages.notJson(name));
  }
}
