import { join } from "node:path";
import { findPeer } from "../peers.ts";
import type networks from "./networks.json";

/** A network of networks.json at a batch size, and how many steps make a round. */
export interface StepCase {
  network: keyof typeof networks;
  batch: number;
  steps: number;
  /** The step is so short that what comes around it counts. */
  isShort: boolean;
}

/** One way to train a network. */
export interface Contender {
  name: string;
  /** The worker's command line. */
  command(stepCase: StepCase): string[];
  /** false where it would be another contender over again. */
  takesPart(stepCase: StepCase): boolean;
}

const KERAS_STEPS_PER_CALL = 16;

export type BenchDevice = "cpu" | "gpu";

/** Lamina, and those peers that can be imported. @param isMixed whether in mixed_bfloat16, on the CPU */
export function findContenders(
  device: BenchDevice,
  isMixed: boolean,
): Promise<[Contender, ...Contender[]]> {
  if (device === "gpu") return findGpuContenders();
  return isMixed ? findMixedContenders() : findCpuContenders();
}

/** Keras by its policy of that name, and Lamina in float32. */
async function findMixedContenders(): Promise<[Contender, ...Contender[]]> {
  const keras = await findPeer("Keras", "keras, tensorflow", "LAMINA_BENCH_KERAS");
  const contenders: [Contender, ...Contender[]] = [
    contender("Lamina", "bun", "lamina-step.ts", ["mixed"]),
    contender("Lamina, float32", "bun", "lamina-step.ts"),
  ];
  if (keras)
    contenders.push(contender("Keras", keras.python, "keras_step.py", [1, "mixed_bfloat16"]));
  return contenders;
}

/** PyTorch has its images on the GPU; Lamina hands them over from the host's memory, as a training does. */
async function findGpuContenders(): Promise<[Contender, ...Contender[]]> {
  const torch = await findPeer("PyTorch", "torch", "LAMINA_BENCH_TORCH");
  const contenders: [Contender, ...Contender[]] = [
    contender("Lamina", "bun", "lamina-step.ts", ["gpu"]),
    contender("Lamina, deterministic: false", "bun", "lamina-step.ts", ["gpu", "fastest"]),
    contender("Lamina, mixed_bfloat16", "bun", "lamina-step.ts", ["gpu", "mixed"]),
    contender("Lamina, XLA", "bun", "lamina-step.ts", ["gpu", "fastest", "xla"]),
    contender("Lamina, XLA, mixed_bfloat16", "bun", "lamina-step.ts", [
      "gpu",
      "fastest",
      "mixed",
      "xla",
    ]),
  ];
  if (torch)
    contenders.push(
      contender("PyTorch", torch.python, "torch_step.py", ["cuda", "eager"]),
      contender("torch.compile", torch.python, "torch_step.py", ["cuda", "compile"]),
    );
  return contenders;
}

async function findCpuContenders(): Promise<[Contender, ...Contender[]]> {
  const keras = await findPeer("Keras", "keras, tensorflow", "LAMINA_BENCH_KERAS");
  const torch = await findPeer("PyTorch", "torch", "LAMINA_BENCH_TORCH");
  const contenders: [Contender, ...Contender[]] = [contender("Lamina", "bun", "lamina-step.ts")];
  if (keras) {
    contenders.push(contender("Keras", keras.python, "keras_step.py", [1]));
    // Keras's documented setting for short steps.
    contenders.push({
      ...contender(`Keras, ${KERAS_STEPS_PER_CALL} steps a call`, keras.python, "keras_step.py", [
        KERAS_STEPS_PER_CALL,
      ]),
      takesPart: ({ isShort }) => isShort,
    });
  }
  if (torch) contenders.push(contender("PyTorch", torch.python, "torch_step.py"));
  return contenders;
}

function contender(
  name: string,
  program: string,
  script: string,
  more: readonly (number | string)[] = [],
): Contender {
  return {
    name,
    command: ({ network, batch, steps }) =>
      [program, join(import.meta.dir, script), network, batch, steps, ...more].map(String),
    takesPart: () => true,
  };
}
