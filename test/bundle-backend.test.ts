import { expect, test } from "bun:test";
import { join } from "node:path";
import packageJson from "../package.json";
import { BACKEND, bundleBackend } from "../src/bundle-backend.ts";

test("engine/tfjs-node.js is what the package gives; bun run generate rewrites it", async () => {
  const text = await Bun.file(join(import.meta.dir, "../src", BACKEND)).text();
  expect(await bundleBackend()).toBe(text);
});

test("nobody who installs Lamina has tfjs-node's install script run", () => {
  expect(Object.keys(packageJson.dependencies)).not.toContain("@tensorflow/tfjs-node");
});
