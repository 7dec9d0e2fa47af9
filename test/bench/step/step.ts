import { RunError, UsageError } from "../../../src/errors.ts";
import { interleave, startWorker, type Worker } from "../peers.ts";
import { median } from "../table.ts";
import { type Contender, findContenders, type StepCase } from "./contenders.ts";
import { type Measured, stepRows, stepTable, type StepResult } from "./report.ts";

/** A round is about a second, and at least two steps. */
const cases: readonly StepCase[] = [
  { network: "small", batch: 32, steps: 160, isShort: true },
  { network: "small", batch: 128, steps: 48, isShort: true },
  { network: "large", batch: 32, steps: 4, isShort: false },
  { network: "large", batch: 128, steps: 2, isShort: false },
  { network: "batchNorm", batch: 32, steps: 16, isShort: false },
  { network: "deep", batch: 32, steps: 4, isShort: false },
  { network: "resnet18", batch: 32, steps: 4, isShort: false },
];

/**
 * Training steps of the same networks in Lamina, Keras and PyTorch, in turn.
 * @param only networks, or cases such as "small, batch 32"; all when empty
 * @throws UsageError for a name that is neither
 */
export async function benchStep(options: {
  json: boolean;
  rounds: number;
  only: readonly string[];
}): Promise<void> {
  const chosen = chooseCases(options.only);
  const contenders = await findContenders();
  const results: StepResult[] = [];
  for (const stepCase of chosen) {
    process.stderr.write(`${labelOf(stepCase)} …\n`);
    results.push(await measure(stepCase, contenders, options.rounds));
  }
  process.stdout.write(
    options.json ? `${JSON.stringify(stepRows(results), null, 2)}\n` : stepTable(results),
  );
}

function labelOf({ network, batch }: StepCase): string {
  return `${network}, batch ${batch}`;
}

function chooseCases(only: readonly string[]): readonly StepCase[] {
  const namesOf = (stepCase: StepCase): string[] => [stepCase.network, labelOf(stepCase)];
  const unknown = only.filter((name) => !cases.some((one) => namesOf(one).includes(name)));
  if (unknown.length > 0)
    throw new UsageError(`No case "${unknown[0]}"; there are ${cases.map(labelOf).join("; ")}.`);
  if (only.length === 0) return cases;
  return cases.filter((one) => namesOf(one).some((name) => only.includes(name)));
}

async function measure(
  stepCase: StepCase,
  contenders: readonly Contender[],
  rounds: number,
): Promise<StepResult> {
  const taking = contenders.filter((contender) => contender.takesPart(stepCase));
  const workers: Worker[] = [];
  try {
    for (const { command } of taking) workers.push(await startWorker(command(stepCase)));
    requireSameNetwork(stepCase, taking, workers);
    const seconds = await interleave(workers, rounds);
    const milliseconds = seconds.map((times) => (1000 * median(times)) / stepCase.steps);
    const memory = workers.map((worker) => worker.peakMemory());
    const [weights, flops, matmulLimit] = workers[0]!.ready;
    return {
      case: labelOf(stepCase),
      weights: weights!,
      flops: flops!,
      matmulLimit: matmulLimit!,
      time: measured(taking, milliseconds),
      peakMemory: memory.includes(null) ? null : measured(taking, memory as number[]),
    };
  } finally {
    // Their memory is free before the next case begins.
    await Promise.all(workers.map((worker) => worker.stop()));
  }
}

function measured(
  contenders: readonly Contender[],
  [ours, ...theirs]: readonly number[],
): Measured {
  return {
    ours: ours!,
    peers: theirs.map((value, index) => ({ name: contenders[index + 1]!.name, value })),
  };
}

/** By the number of trained weights, which each worker says first. */
function requireSameNetwork(
  stepCase: StepCase,
  contenders: readonly Contender[],
  workers: readonly Worker[],
): void {
  const counts = workers.map(({ ready }) => ready[0]!);
  if (new Set(counts).size === 1) return;
  const found = contenders.map(({ name }, index) => `${name} ${counts[index]}`).join(", ");
  throw new RunError(
    `${labelOf(stepCase)}: the networks have different numbers of weights: ${found}`,
  );
}
