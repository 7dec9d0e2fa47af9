import { expect, test } from "bun:test";
import { messages } from "../../src/cli/messages.ts";
import { Pace } from "../../src/cli/progress.ts";
import { folded } from "../../src/cli/table.ts";

/** What is said to be left while 20 epochs of 10 steps are trained, after a beginning that takes longer. */
function estimates(stepsACall: number, epochsBefore = 0): { said: number; true: number }[] {
  const begin = 1000 * 3600;
  const msAStep = 40;
  const epochs = 20;
  let now = 0;
  const pace = new Pace(() => now);
  const found = [];
  const steps = epochs * 10;
  let step = epochsBefore * 10;
  now += begin;
  for (let call = 0; step < steps; call++) {
    // The first step is a call of its own, as the others need its function.
    const more = call === 0 ? 1 : Math.min(stepsACall, steps - step);
    now += call === 0 ? 900 : more * msAStep;
    for (let one = 0; one < more; one++) {
      step += 1;
      now += 0.01;
      const said = pace.secondsLeft(step / 10, epochs);
      if (said !== null) found.push({ said, true: ((steps - step) * msAStep) / 1000 });
    }
  }
  return found;
}

test.each([
  [1, 0],
  [8, 0],
  [8, 15],
])("with %d steps a call the time that is left is right from the first time", (a, before) => {
  const found = estimates(a, before);
  expect(found.length).toBeGreaterThan(20);
  for (const { said, true: left } of found)
    expect(Math.abs(said - left)).toBeLessThan(0.05 * left + 0.01);
});

test("a line that is too long is broken between words, and what follows is indented", () => {
  const leak = messages.leakLine({
    kind: "near-duplicate",
    splits: ["train", "test"],
    labels: ["normal", "pneumonia"],
    files: ["train/normal/a long name of a file.png", `test/pneumonia/${"x".repeat(90)}.png`],
    similarity: 0.98765,
  });
  const lines = folded(`short\n${leak}\n`, 60).split("\n");
  expect(lines[0]).toBe("short");
  expect(lines.slice(1, -1).every((line) => line.startsWith("  "))).toBe(true);
  expect(lines.slice(2, -1).every((line) => line.startsWith("    "))).toBe(true);
  expect(lines.map((line) => line.trim()).join(" ")).toBe(`short ${leak.trim()} `);
  // A name is in one piece, that it can be copied.
  expect(lines.filter((line) => Bun.stringWidth(line) > 60)).toEqual([
    expect.stringMatching(/^ {4}"test\/pneumonia\/x{90}\.png"$/),
  ]);
});
