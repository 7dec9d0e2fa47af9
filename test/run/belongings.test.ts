import { expect, test } from "bun:test";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { SEAL_NAME } from "../../src/layout.ts";
import { foreignParts, SEAL_FILE } from "../../src/run/belongings.ts";
import { useTemporaryFolder } from "../fixtures/folder.ts";

const folder = useTemporaryFolder();

function put(name: string, text: string): void {
  mkdirSync(dirname(join(folder.path, name)), { recursive: true });
  writeFileSync(join(folder.path, name), text);
}

const sealed = {
  model: (seal: string) => put(`model/${SEAL_FILE}`, `${seal}\n`),
  pictures: (seal: string) => put(`pictures/${SEAL_FILE}`, seal),
  "report.html": (seal: string) =>
    put("report.html", `<head><meta name="${SEAL_NAME}" content="${seal}"></head>`),
};

test.each(Object.entries(sealed))("%s is foreign where it tells another seal", (name, tell) => {
  tell("0ther");
  expect(foreignParts(folder.path, "5ea1")).toEqual([name]);
  tell("5ea1");
  expect(foreignParts(folder.path, "5ea1")).toEqual([]);
});

test("what tells no seal is believed, and so is what is not there", () => {
  expect(foreignParts(folder.path, "5ea1")).toEqual([]);
  put("model/weights.bin", "");
  put("pictures/one.png", "");
  put("report.html", "<head></head>");
  expect(foreignParts(folder.path, "5ea1")).toEqual([]);
});

test("each part speaks for itself", () => {
  for (const seal of Object.values(sealed)) seal("0ther");
  expect(foreignParts(folder.path, "5ea1")).toEqual(["model", "pictures", "report.html"]);
  sealed.pictures("5ea1");
  expect(foreignParts(folder.path, "5ea1")).toEqual(["model", "report.html"]);
  rmSync(join(folder.path, "report.html"));
  expect(foreignParts(folder.path, "5ea1")).toEqual(["model"]);
});
