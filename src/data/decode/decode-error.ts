import type { ExclusionReason } from "../../layout.ts";

/** Why one of our own readers cannot read a file; the message says what is wrong in the format's terms. */
export class DecodeError extends Error {
  override name = "DecodeError";

  constructor(
    readonly reason: Extract<
      ExclusionReason,
      "truncated" | "corrupt" | "too-many-pixels" | "unsupported-format"
    >,
    message: string,
  ) {
    super(message);
  }
}
