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

/** Compiled once for all that is opened. */
const module = compile();

function compile(): WebAssembly.Module | null {
  const code = readFileSync(new URL("./kernels.wasm", import.meta.url));
  return WebAssembly.validate(code) ? new WebAssembly.Module(code) : null;
}

/**
 * @param bytes of memory that they need
 * @returns null where the processor has no vector instructions that WebAssembly could use
 */
export function openKernels(bytes: number): Kernels | null {
  if (module === null) return null;
  const { exports } = new WebAssembly.Instance(module);
  const kernels = exports as unknown as Kernels;
  const missing = bytes - kernels.memory.buffer.byteLength;
  if (missing > 0) kernels.memory.grow(Math.ceil(missing / PAGE_BYTES));
  return kernels;
}
