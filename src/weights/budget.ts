import { Unreadable } from "./errors.ts";
import { messages } from "./messages.ts";

/** Of a file and of what it holds: as much as an array of bytes can have. */
export const MOST_BYTES = 2 ** 31 - 1;
/** A file that holds fewer is believed whatever its own size is. */
const BELIEVED_BYTES = 16e6;
/** Numbers of one byte become four; packed ones, a little more. */
const MOST_TIMES = 6;

/** How many bytes of values a file may hold: what claims to be much larger than it is, is not read. */
export class Budget {
  private left: number;
  readonly mostBytes: number;

  constructor(fileBytes: number) {
    this.mostBytes = Math.min(MOST_BYTES, BELIEVED_BYTES + MOST_TIMES * fileBytes);
    this.left = this.mostBytes;
  }

  /** Before they are read. @throws Unreadable */
  take(bytes: number): void {
    this.left -= bytes;
    if (!(this.left >= 0)) throw new Unreadable(messages.claimsTooMuch(this.mostBytes));
  }
}
