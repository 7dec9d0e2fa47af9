import { readFileSync } from "node:fs";

/** What kernels.as.ts is compiled to. A page, which has no files, is built with the bytes themselves: see app/bundle.ts. */
export const kernelsCode: BufferSource = readFileSync(new URL("./kernels.wasm", import.meta.url));
