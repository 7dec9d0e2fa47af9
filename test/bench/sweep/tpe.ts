import golden from "../../golden/tpe.json";
import { median } from "../table.ts";
import { bests } from "./bests.ts";
import { functions } from "./functions.ts";

/** How our searches do on the test functions, beside Optuna's in test/golden/tpe.json. */
export function benchTpe({ json, seeds }: { json: boolean; seeds: number }): void {
  const rows = Object.entries(functions).flatMap(([name, one]) => {
    const theirs = golden[name as keyof typeof functions];
    const ours = { one: bests(one, 1, seeds), eight: bests(one, 8, seeds) };
    return golden.trials.map((trials, mark) => {
      const at = (values: readonly (readonly number[])[]) =>
        median(values.map((ofSeed) => ofSeed[mark]!));
      return {
        case: `${name}, ${trials} trials`,
        least: one.least,
        random: at(theirs.random),
        optuna: at(theirs.tpe),
        optunaOfEight: at(theirs.generations),
        ours: at(ours.one),
        oursOfEight: at(ours.eight),
      };
    });
  });
  process.stdout.write(json ? `${JSON.stringify(rows)}\n` : table(rows));
}

function table(rows: readonly Record<string, string | number>[]): string {
  const lines = rows.map((row) =>
    Object.values(row).map((cell) => (typeof cell === "number" ? cell.toFixed(4) : cell)),
  );
  return [Object.keys(rows[0]!), ...lines]
    .map(
      (cells) =>
        `${cells.map((cell, index) => (index ? cell.padStart(14) : cell.padEnd(24))).join("")}\n`,
    )
    .join("");
}
