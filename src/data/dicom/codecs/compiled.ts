import { readFileSync } from "node:fs";

/** @param file that a package has @returns compiled, to be instantiated as often as is needed */
export function compiled(file: string): WebAssembly.Module {
  return new WebAssembly.Module(readFileSync(new URL(import.meta.resolve(file))));
}
