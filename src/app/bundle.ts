import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { RunError } from "../errors.ts";
import { kernelsCode as claheCode } from "../data/decode/clahe/code.ts";
import { kernelsCode as resampleCode } from "../data/decode/resample/code.ts";
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

const { resolve } = createRequire(import.meta.url);
/** Decoders of DICOM's frames, by what they are asked for as. */
const codecs = [
  "@cornerstonejs/codec-charls/decodewasm",
  "@cornerstonejs/codec-openjpeg/decodewasm",
];

/** What does in a page what takes Bun or sharp here. */
const replaced: readonly [RegExp, string][] = [
  [/dicom[/\\]codecs[/\\]baseline\.ts$/, "baseline.ts"],
  [/dicom[/\\]inflated\.ts$/, "inflate.ts"],
  [/decode[/\\]tiff-inflate\.ts$/, "inflate.ts"],
];

/** Kernels of decode/, by their folder. */
const kernels = { clahe: claheCode, resample: resampleCode };

/** A page has no files: the code of the kernels and of the decoders is written into it. */
const withoutFiles: Bun.BunPlugin = {
  name: "without files",
  setup(build) {
    build.onLoad({ filter: /dicom[/\\]codecs[/\\]compiled\.ts$/ }, () => ({
      loader: "ts",
      contents: `import { inflateSync } from "fflate";
        const codes = ${JSON.stringify(Object.fromEntries(codecs.map((name) => [name, packed(name)])))};
        export const compiled = (name) => new WebAssembly.Module(
          inflateSync(Uint8Array.from(atob(codes[name]), (one) => one.charCodeAt(0))));`,
    }));
    // What the decoders' makers ask for where they run in Node.
    build.onResolve({ filter: /^(?:fs|path)$/ }, ({ path }) => ({ path, namespace: "absent" }));
    build.onLoad({ filter: /.*/, namespace: "absent" }, () => ({ contents: "", loader: "js" }));
    for (const [filter, file] of replaced)
      build.onLoad({ filter }, () => ({
        loader: "ts",
        contents: `export * from ${JSON.stringify(join(import.meta.dir, "page", file))};`,
      }));
    for (const [folder, code] of Object.entries(kernels))
      build.onLoad({ filter: new RegExp(`decode[/\\\\]${folder}[/\\\\]code\\.ts$`) }, () => ({
        loader: "ts",
        contents: `export const kernelsCode = Uint8Array.from(atob("${base64(code)}"), (one) => one.charCodeAt(0));`,
      }));
  },
};

/** A package's file. It is deflated before it is Base64: afterwards it would hardly grow smaller. */
function packed(name: string): string {
  return base64(Bun.deflateSync(readFileSync(resolve(name)), { level: 9 }));
}

function base64(bytes: BufferSource): string {
  return Buffer.from(bytes as Uint8Array).toString("base64");
}
