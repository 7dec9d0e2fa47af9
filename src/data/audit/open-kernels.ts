import { readFileSync } from "node:fs";

const PAGE_BYTES = 65_536;

/** See kernels.as.ts. */
export interface Kernels {
  memory: WebAssembly.Memory;
  dots(one: number, many: number, positions: number, count: number, to: number): void;
  near(
    starts: number,
    positions: number,
    codes: number,
    flips: number,
    flipCount: number,
    value: number,
    low: number,
    high: number,
    most: number,
    to: number,
  ): number;
}

/**
 * @param bytes of memory that they need
 * @returns null where the processor has no vector instructions that WebAssembly could use
 */
export function openKernels(bytes: number): Kernels | null {
  const code = readFileSync(new URL("./kernels.wasm", import.meta.url));
  if (!WebAssembly.validate(code)) return null;
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(code));
  const kernels = exports as unknown as Kernels;
  const missing = bytes - kernels.memory.buffer.byteLength;
  if (missing > 0) kernels.memory.grow(Math.ceil(missing / PAGE_BYTES));
  return kernels;
}
