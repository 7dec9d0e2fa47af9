import { RunError, UsageError } from "../../../src/errors.ts";
import { interleave, startWorker, type Worker } from "../peers.ts";
import { median } from "../table.ts";
import { type BenchDevice, type Contender, findContenders, type StepCase } from "./contenders.ts";
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

/** A GPU takes larger batches, and many more steps a second. */
const gpuCases: readonly StepCase[] = [
  ...cases.map((one) => ({ ...one, steps: one.network === "large" ? 64 : 256 })),
  { network: "small", batch: 1024, steps: 256, isShort: true },
  { network: "large", batch: 512, steps: 32, isShort: false },
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
  device: BenchDevice;
  /** See findContenders. */
  isMixed: boolean;
}): Promise<void> {
  const chosen = chooseCases(options.device === "gpu" ? gpuCases : cases, options.only);
  const contenders = await findContenders(options.device, options.isMixed);
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

function chooseCases(among: readonly StepCase[], only: readonly string[]): readonly StepCase[] {
  const namesOf = (stepCase: StepCase): string[] => [stepCase.network, labelOf(stepCase)];
  const unknown = only.filter((name) => !among.some((one) => namesOf(one).includes(name)));
  if (unknown.length > 0)
    throw new UsageError(`No case "${unknown[0]}"; there are ${among.map(labelOf).join("; ")}.`);
  if (only.length === 0) return among;
  return among.filter((one) => namesOf(one).some((name) => only.includes(name)));
}

async function measure(
  stepCase: StepCase,
  contenders: readonly Contender[],
  rounds: number,
): Promise<StepResult> {
  const taking: Contender[] = [];
  const workers: Worker[] = [];
  try {
    for (const contender of contenders.filter((one) => one.takesPart(stepCase))) {
      const worker = await startContender(contender, stepCase, taking.length > 0);
      if (!worker) continue;
      taking.push(contender);
      workers.push(worker);
    }
    requireSameNetwork(stepCase, taking, workers);
    const before = workers.map((worker) => worker.processorSeconds());
    const seconds = await interleave(workers, rounds);
    // interleave has a round more, which it does not count.
    const processor = workers.map((worker, index) => {
      const taken = (worker.processorSeconds() ?? NaN) - (before[index] ?? NaN);
      return (1000 * taken) / (stepCase.steps * (rounds + 1));
    });
    const milliseconds = seconds.map((times) => (1000 * median(times)) / stepCase.steps);
    const memory = workers.map((worker) => worker.peakMemory());
    const [weights, flops, matmulLimit] = workers[0]!.ready;
    return {
      case: labelOf(stepCase),
      weights: weights!,
      flops: flops!,
      matmulLimit: matmulLimit!,
      time: measured(taking, milliseconds),
      processorTime: processor.some(Number.isNaN) ? null : measured(taking, processor),
      peakMemory: memory.includes(null) ? null : measured(taking, memory as number[]),
    };
  } finally {
    // Their memory is free before the next case begins.
    await Promise.all(workers.map((worker) => worker.stop()));
  }
}

/** @returns null, and says so, where a peer does not start: torch.compile refuses some networks */
async function startContender(
  { name, command }: Contender,
  stepCase: StepCase,
  isPeer: boolean,
): Promise<Worker | null> {
  try {
    return await startWorker(command(stepCase));
  } catch (error) {
    if (!isPeer || !(error instanceof RunError)) throw error;
    process.stderr.write(`${name} is left out: ${error.message}\n`);
    return null;
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
