/**
 * Every example with every kind of damage in every line: each is refused or valid, and where it is refused the damaged line
 * is told. `bun test/bench/soak-experiments.ts [--show]`; with --show it prints those that are told elsewhere.
 */
import { cases, examples, outcomeOf, type Outcome } from "../fixtures/damaged-experiments.ts";

const LEAST_IN_LINE = 0.98;

const counts: Record<Outcome, number> = { valid: 0, "told in its line": 0, "told elsewhere": 0 };
const elsewhere = new Map<string, number>();
let slowest = { ms: 0, what: "" };
let crashed = 0;
for (const one of cases()) {
  const what = `${one.example}, ${one.file}:${one.lines.join("/")}, ${one.kind}`;
  const fromMs = performance.now();
  try {
    const { outcome, told } = await outcomeOf(one);
    counts[outcome] += 1;
    if (outcome === "told elsewhere") {
      elsewhere.set(one.kind, (elsewhere.get(one.kind) ?? 0) + 1);
      if (process.argv.includes("--show")) process.stdout.write(`\n${what}\n${told}\n`);
    }
  } catch (error) {
    crashed += 1;
    process.stdout.write(`\n${what}\n${(error as Error).stack}\n`);
  }
  const ms = performance.now() - fromMs;
  if (ms > slowest.ms) slowest = { ms, what };
}
const refused = counts["told in its line"] + counts["told elsewhere"];
const share = counts["told in its line"] / refused;
process.stdout.write(
  `\n${refused + counts.valid + crashed} damaged experiments of ${examples.length} examples: ${refused} refused, ${counts.valid} valid, ${crashed} crashed.
${(100 * share).toFixed(2)} % of those refused are told in the damaged line; elsewhere: ${[...elsewhere].map(([kind, number]) => `${kind} ${number}`).join(", ") || "none"}.
The slowest took ${slowest.ms.toFixed(0)} ms: ${slowest.what}.\n`,
);
process.exit(crashed === 0 && share >= LEAST_IN_LINE ? 0 : 1);
