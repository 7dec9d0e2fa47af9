import { expect, test } from "bun:test";
import { drained } from "../../src/cli/output.ts";

type Callback = (error?: Error | null) => void;

/** @param write as a stream's */
const streamOf = (write: (text: string, callback: Callback) => boolean) =>
  ({ write }) as unknown as NodeJS.WriteStream;

test("a reader that is slower is waited for, and one that has gone is told of", async () => {
  const later: (() => void)[] = [];
  const slow = streamOf((_, callback) => {
    later.push(() => callback(null));
    return false;
  });
  let isTaken = false;
  const taken = drained(slow, "text").then((isThere) => {
    isTaken = true;
    return isThere;
  });
  await new Promise(setImmediate);
  expect(isTaken).toBe(false);
  later[0]!();
  expect(await taken).toBe(true);

  const gone = streamOf((_, callback) => {
    callback(new Error("EPIPE"));
    return false;
  });
  expect(await drained(gone, "text")).toBe(false);
  expect(
    await drained(
      streamOf(() => true),
      "text",
    ),
  ).toBe(true);
  expect(await drained(gone, "")).toBe(true);
});
