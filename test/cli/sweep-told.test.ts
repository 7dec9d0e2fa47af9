import { expect, test } from "bun:test";
import { maximum } from "../../src/arrays.ts";
import { messages } from "../../src/cli/messages.ts";
import { tell } from "../../src/cli/sweep-told.ts";
import { exampleSweep } from "../fixtures/sweep.ts";

const { summary } = exampleSweep({ settings: 4, keys: 3, seeds: 3, objective: false });

/** @param columns of a terminal; none of a log */
function told(columns?: number): string {
  let text = "";
  const write = (more: string) => (text += more);
  tell(summary, "runs/lr/sweep-001", {
    write,
    isTerminal: columns !== undefined,
    columns: columns ?? 80,
  });
  return text;
}

/** The table of the settings. */
const tableOf = (text: string) => text.split("\n").slice(1, 6);

test("the table of the settings is no wider than the terminal, and what has no room is named", () => {
  const whole = tableOf(told());
  expect(whole[0]).toMatch(/^setting .* test accuracy +test auc +test loss$/);
  expect(told()).not.toContain("No room");
  const width = maximum(whole.map((line) => line.length));
  expect(tableOf(told(width))).toEqual(whole);
  const narrow = told(width - 1);
  expect(tableOf(narrow)[0]).not.toContain("test loss");
  expect(narrow).toContain(`${messages.noRoomFor(["test loss"])}\n`);
  for (const line of tableOf(told(60))) expect(line.length).toBeLessThanOrEqual(60);
});
