/** What a machine, or a limit that was set for a process, had too little of. */
export type Shortage = "memory" | "threads";

/** How Bun, the C library, libvips and TensorFlow say so. Bun cannot call into libraries where it has no memory for code. */
const words: readonly [Shortage, RegExp][] = [
  [
    "threads",
    /\bEAGAIN\b|resource temporarily unavailable|(?:creating|create|start) (?:a )?thread/i,
  ],
  [
    "memory",
    /\bENOMEM\b|\bOOM\b|out of memory|cannot allocate memory|bad_alloc|failed to map segment|cannot create executable memory|requires the JIT|allocation failed/i,
  ],
];

/**
 * Whether an error says that there was not enough of something: then it is neither a mistake in the code nor a fault of the file
 * that was worked on.
 */
export function shortageIn(error: unknown): Shortage | null {
  const text = textOf(error);
  return words.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}

/** Whether an error says that a GPU's memory is full, as TensorFlow and CUDA say it. */
export function isGpuFull(error: unknown): boolean {
  const text = textOf(error);
  return /CUDA_ERROR_OUT_OF_MEMORY|CUDNN_STATUS_ALLOC_FAILED/.test(text) || isOnGpu(text);
}

function isOnGpu(text: string): boolean {
  return /device:GPU:|\bGPU_\d+_bfc\b/.test(text) && shortageWord.test(text);
}

const shortageWord = /\bOOM\b|out of memory|RESOURCE_EXHAUSTED|ran out of/i;

function textOf(error: unknown): string {
  return error instanceof Error
    ? `${error.message} ${(error as NodeJS.ErrnoException).code ?? ""}`
    : "";
}
