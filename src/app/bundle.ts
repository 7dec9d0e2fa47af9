import { join } from "node:path";
import { RunError } from "../errors.ts";
import { kernelsCode } from "../data/decode/resample/code.ts";
import { messages } from "./messages.ts";

/** The scripts of a page: what it shows, and the thread that runs the network. */
export interface PageScripts {
  main: string;
  worker: string;
}

/**
 * All that the files of page/ import as two minified scripts, the same bytes each time.
 * @throws RunError where Lamina's files are not whole
 */
export async function buildScripts(): Promise<PageScripts> {
  const built = await Bun.build({
    entrypoints: ["main.ts", "worker.ts"].map((entry) => join(import.meta.dir, "page", entry)),
    target: "browser",
    format: "iife",
    minify: true,
    // What a package says of its side effects: by it, Bun leaves out a module that is only exported again, and with it the
    // backend that tfjs registers there.
    ignoreDCEAnnotations: true,
    plugins: [withoutFiles],
    throw: false,
  });
  const [main, worker] = ["main.js", "worker.js"].map((name) =>
    built.outputs.find(({ path }) => path.endsWith(name)),
  );
  if (!built.success || !main || !worker)
    throw new RunError(messages.notBuilt(String(built.logs[0])));
  return { main: await main.text(), worker: await worker.text() };
}

/** A page has no files: the code of the resizing kernels is written into it. */
const withoutFiles: Bun.BunPlugin = {
  name: "without files",
  setup(build) {
    build.onLoad({ filter: /decode[/\\]resample[/\\]code\.ts$/ }, () => ({
      loader: "ts",
      contents: `export const kernelsCode = Uint8Array.from(atob("${base64(kernelsCode)}"), (one) => one.charCodeAt(0));`,
    }));
  },
};

function base64(bytes: BufferSource): string {
  return Buffer.from(bytes as Uint8Array).toString("base64");
}
