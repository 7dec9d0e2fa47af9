import { expect, test } from "bun:test";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { messages } from "../../src/cli/messages.ts";
import { expIn } from "../fixtures/command-here.ts";
import { readHtml } from "../fixtures/markup.ts";
import { useTemporaryFolder } from "../fixtures/folder.ts";

const folder = useTemporaryFolder();

async function exp(...words: string[]) {
  const environment = { LAMINA_CACHE: join(folder.path, "cache") };
  const { output, complaint, exitCode } = await expIn(environment, folder.path, ...words);
  return { out: output, err: complaint, exitCode };
}

function picture(seed: number): string {
  const values = Array.from({ length: 64 }, (_, at) => (seed * 31 + at * (seed + 7)) % 256);
  return `P2 8 8 255 ${values.join(" ")}\n`;
}

function put(name: string, content: string): void {
  const path = join(folder.path, name);
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, content);
}

function putImages(): void {
  const rows = ["file;class;patient"];
  for (let index = 0; index < 12; index++) {
    put(`images/${index}.pgm`, picture(index));
    rows.push(`${index}.pgm;${index % 2 ? "<b>ill</b>" : "=well"};P${index >> 1}`);
  }
  put("images/broken.pgm", "P2 8 8 255 1 2 3");
  put("images/named.png", picture(50));
  put("images/flat.pgm", `P2 8 8 255 ${"9 ".repeat(64)}`);
  put("images/copy.pgm", picture(0));
  rows.push("broken.pgm;=well;P8", "named.png;=well;P8", "flat.pgm;<b>ill</b>;P8");
  rows.push("copy.pgm;<b>ill</b>;P9");
  put("images/labels.csv", `\uFEFF${rows.join("\r\n")}`);
  put(
    "e.yaml",
    `data:
  train: images/labels.csv
  labels: { columns: { label: class, group: patient } }
  split: { test: 0.3 }
  targetSize: [8, 8]
  colour: grey
model: { layers: [flatten, { dense: { units: classes } }] }
`,
  );
}

test("says what there is, writes sheets and a list, and leaves the images alone", async () => {
  putImages();
  const before = readdirSync(join(folder.path, "images")).map((name) =>
    readFileSync(join(folder.path, "images", name), "hex"),
  );
  const { out, err, exitCode } = await exp(
    "data",
    "e.yaml",
    "--sheet",
    "sheet",
    "--quarantine",
    "bad",
  );
  expect({ err, exitCode }).toEqual({ err: "", exitCode: 0 });
  expect(out).toMatch(/^images +train +test +all\n/);
  expect(out).toMatch(/\ngroups +\d+ +\d+ +8\n/);
  expect(out).toContain("sizes   all 8×8\nformats 15 netpbm\n");
  expect(out).toContain("1 wrong-extension (of another format than its name says): named.png");
  expect(out).toContain("1 blank (one value everywhere): flat.pgm");
  expect(out).toContain("images/broken.pgm: truncated");
  expect(out).toContain("two-labels");
  expect(readFileSync(join(folder.path, "bad"), "utf8")).toBe(
    `${join(folder.path, "images/broken.pgm")}\n`,
  );
  expect(readdirSync(join(folder.path, "sheet")).toSorted()).toEqual([
    "class-0-b-ill-b.png",
    "class-1-well.png",
    "contact-sheet.html",
  ]);
  const page = readFileSync(join(folder.path, "sheet/contact-sheet.html"), "utf8");
  expect(readHtml(page).elements).not.toContain("b");
  expect(readHtml(page).elements).not.toContain("script");
  expect(page).toContain("default-src &#39;none&#39;; img-src data:;");
  const after = readdirSync(join(folder.path, "images")).map((name) =>
    readFileSync(join(folder.path, "images", name), "hex"),
  );
  expect(after).toEqual(before);

  // A list that is there already may be a file of the user's.
  expect((await exp("data", "e.yaml", "--quarantine", "bad")).exitCode).toBe(2);
});

test("a name that would be another file's in a list is not in it, and is named", async () => {
  putImages();
  const image = join(folder.path, "images/1.pgm");
  const broken = `x\n${image}`;
  put(`classes/a/${broken}`, "P2 8 8 255 1 2 3");
  put("classes/a/broken.pgm", "P2 8 8 255 1 2 3");
  // Latin-1, whose name is told as the other file's is.
  put("classes/a/caf\\xe9.pgm", picture(70));
  const latin = Buffer.concat([
    Buffer.from(join(folder.path, "classes/a/caf")),
    Buffer.from("e92e70676d", "hex"),
  ]);
  writeFileSync(latin, picture(71));
  for (let seed = 0; seed < 8; seed++)
    put(`classes/${seed % 2 ? "a" : "b"}/${seed}.pgm`, picture(seed));
  const words = ["--set", "data.train=classes", "--set", "data.labels=null"];
  const { err, exitCode } = await exp("data", "e.yaml", ...words, "--quarantine", "bad");
  expect(readFileSync(join(folder.path, "bad"), "utf8")).toBe(
    `${join(folder.path, "classes/a/broken.pgm")}\n`,
  );
  expect(err).toBe(`${messages.notListed(["a/caf\\xe9.pgm", `a/${broken}`])}\n`);
  expect(exitCode).toBe(1);
});

test("as JSON, and with policies that fail", async () => {
  putImages();
  const { out, exitCode } = await exp("data", "e.yaml", "--json");
  expect(exitCode).toBe(0);
  const found = JSON.parse(out);
  expect(found.classes).toEqual(["<b>ill</b>", "=well"]);
  expect(found.excluded).toHaveLength(1);
  expect(found.folder).toBe("images");
  expect(found.notes.blank).toEqual(["flat.pgm"]);
  expect(found.groups.train + found.groups.test).toBe(8);
  const failed = await exp("data", "e.yaml", "--set", "data.leaks=fail");
  expect(failed.exitCode).toBe(1);
  expect(failed.err).toContain("data.leaks is fail");
  expect((await exp("data", "e.yaml", "--set", "data.damaged=fail")).exitCode).toBe(1);
  expect(existsSync(join(folder.path, "runs"))).toBe(false);
});
