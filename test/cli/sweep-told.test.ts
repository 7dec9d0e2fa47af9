import { expect, test } from "bun:test";
import { maximum } from "../../src/arrays.ts";
import { messages } from "../../src/cli/messages.ts";
import { tell } from "../../src/cli/sweep-told.ts";
import { fitColumns } from "../../src/cli/table.ts";
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

test("long values are cut before a column goes, and figures never are", () => {
  const columns = [
    { title: "setting", side: "left", cells: ["1", "2"] },
    {
      title: "optimizer",
      side: "left",
      isValue: true,
      cells: ["adam", "sgd (momentum 0.9, rate 1)"],
    },
    { title: "accuracy", side: "left", cells: ["0.9012 ± 0.0031", "0.9112 ± 0.0032"] },
  ] as const;
  const whole = fitColumns(columns, Infinity);
  expect(whole.text).toContain("sgd (momentum 0.9, rate 1)  0.9112 ± 0.0032\n");
  const narrow = fitColumns(columns, 40);
  expect(narrow.leftOut).toEqual([]);
  expect(narrow.text.split("\n")[2]).toBe("2        sgd (mo…ate 1)  0.9112 ± 0.0032");
  expect(fitColumns(columns, 30).leftOut).toEqual(["accuracy"]);
});
