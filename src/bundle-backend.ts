import { join } from "node:path";

/** Where the bundle is, from this folder. */
export const BACKEND = "engine/tfjs-node.js";

const BANNER = `// Written by \`bun run generate\` from @tensorflow/tfjs-node: its backend and its kernels, without its compiled addon.
// Copyright Google LLC, Apache License 2.0.`;

/**
 * tfjs-node's own code, as far as Lamina runs it, in one file. The package itself is of use here only, for its types and to
 * make this file of: where it is installed with Lamina, its install script would fetch a TensorFlow that nobody opens, and
 * would fail where it cannot.
 */
export async function bundleBackend(): Promise<string> {
  const entry = join(import.meta.dir, "engine/tfjs-node-entry.js");
  const { outputs } = await Bun.build({
    entrypoints: [entry],
    files: {
      [entry]: `export { NodeJSKernelBackend } from "@tensorflow/tfjs-node/dist/nodejs_kernel_backend";
import "@tensorflow/tfjs-node/dist/register_all_kernels";`,
    },
    target: "bun",
    external: ["@tensorflow/tfjs"],
    minify: true,
    plugins: [
      {
        name: "what is not of tfjs-node",
        setup(build) {
          // Messages of TensorBoard, which nothing here writes.
          build.onLoad({ filter: /proto\/api_pb\.js$/ }, () => ({ contents: "", loader: "js" }));
          // A second copy of it would have kernels of its own.
          build.onResolve({ filter: /^@tensorflow\/tfjs-core$/ }, () => ({
            path: "@tensorflow/tfjs",
            external: true,
          }));
        },
      },
    ],
  });
  return `${BANNER}\n${await outputs[0]!.text()}`;
}

if (import.meta.main) await Bun.write(join(import.meta.dir, BACKEND), await bundleBackend());
