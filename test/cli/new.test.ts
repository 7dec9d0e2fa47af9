import { expect, test } from "bun:test";
import { mkdirSync, readFileSync, readlinkSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { exp } from "../fixtures/command-here.ts";
import { dicomFile, greyElements } from "../fixtures/dicom-file.ts";
import { useTemporaryFolder } from "../fixtures/folder.ts";

const folder = useTemporaryFolder();

function writeImage(path: string, levels: (pixel: number) => number[]): void {
  const pixels = Array.from({ length: 20 * 12 }, (_, pixel) => levels(pixel).join(" "));
  mkdirSync(dirname(join(folder.path, path)), { recursive: true });
  writeFileSync(join(folder.path, path), `P3 20 12 255 ${pixels.join(" ")}\n`);
}

test("exp new writes an experiment that has no mistakes, and never over another", async () => {
  for (let index = 0; index < 20; index++) {
    writeImage(`images/a cat/${index}.ppm`, (pixel) => [(pixel * index) % 256, 20, 30]);
    writeImage(`images/dog/${index}.ppm`, (pixel) => [20, (pixel * index) % 256, 30]);
    for (const split of ["train", "val", "test"])
      for (const [label, level] of [
        ["dark", 40],
        ["light", 200],
      ] as const)
        writeImage(`split/${split}/${label}/${index}.ppm`, (pixel) =>
          Array(3).fill(level + ((pixel * index) % 40)),
        );
  }
  const call = async (...words: string[]) => await exp(folder.path, ...words);
  const read = (name: string) =>
    readFileSync(join(folder.path, `experiments/${name}.yaml`), "utf8");
  expect(await call("new", "pets", "--from", "images")).toMatchObject({
    complaint: "",
    exitCode: 0,
  });
  const pets = read("pets");
  expect(pets).toContain('# 2 classes: "a cat" 20, "dog" 20; 20 pixels wide, 12 high.');
  expect(pets).toContain("train: ../images\n  split: { validation: 0.15, test: 0.15 }");
  expect(pets).toContain(
    "targetSize: [12, 20] # [height, width]\n  colour: rgb\n  batchSize: 16\n",
  );
  expect(await call("check", "pets")).toMatchObject({ complaint: "", exitCode: 0 });

  expect((await call("new", "deep/levels", "--from", "split")).exitCode).toBe(0);
  expect(read("deep/levels")).toContain(
    "train: ../../split/train\n  validation: ../../split/val\n  test: ../../split/test\n  targetSize",
  );
  expect(read("deep/levels")).toContain("colour: grey");

  for (let index = 0; index < 30; index++) {
    writeImage(`many/a/${index}.ppm`, () => [index, 20, 30]);
    writeImage(`many/b/${index}.ppm`, () => [20, index, 30]);
    for (const label of ["a", "b"]) {
      mkdirSync(join(folder.path, "texts", label), { recursive: true });
      writeFileSync(join(folder.path, `texts/${label}/${index}.txt`), "no image");
    }
  }
  expect((await call("new", "many", "--from", "many")).exitCode).toBe(0);
  expect(read("many")).toContain("20 pixels wide, 12 high (40 were looked at).");
  expect((await call("new", "texts", "--from", "texts")).complaint).toMatch(
    /can be read as an image: "a\/\d+\.txt", .* and 57 more\.\n$/,
  );

  const again = await call("new", "pets.yaml", "--from", "split");
  expect([again.exitCode, again.complaint]).toEqual([
    2,
    expect.stringContaining("experiments/pets.yaml is there already, and is not written over"),
  ]);
  expect(read("pets")).toBe(pets);
  symlinkSync("nowhere.yaml", join(folder.path, "experiments/link.yaml"));
  const link = await call("new", "link", "--from", "split");
  expect([link.exitCode, link.complaint]).toEqual([
    1,
    expect.stringContaining("experiments/link.yaml cannot be written: a file of this name is"),
  ]);
  expect(readlinkSync(join(folder.path, "experiments/link.yaml"))).toBe("nowhere.yaml");
  const one = await call("new", "one", "--from", "images/dog");
  expect([one.exitCode, one.complaint]).toEqual([
    2,
    expect.stringContaining("No experiment was written:"),
  ]);
});

test("exp new suggests data.depth: 16 for DICOM of more than 8 bits, and so does exp data", async () => {
  const size = { width: 16, height: 16 };
  for (const [label, first] of [
    ["dark", 100],
    ["light", 2000],
  ] as const)
    for (let index = 0; index < 10; index++) {
      const values = Array.from({ length: 256 }, (_, at) => first + ((at * (index + 3)) % 2000));
      mkdirSync(join(folder.path, `scans/${label}`), { recursive: true });
      writeFileSync(
        join(folder.path, `scans/${label}/${index}.dcm`),
        dicomFile(greyElements(values, size)),
      );
    }
  expect((await exp(folder.path, "new", "ct", "--from", "scans")).exitCode).toBe(0);
  const file = join(folder.path, "experiments/ct.yaml");
  const suggested = "  # depth: 16 # to keep all bits: these images have more than 8\n";
  expect(readFileSync(file, "utf8")).toContain(`  colour: grey\n${suggested}`);

  const told = "lower bits are dropped, which data.depth: 16 keeps";
  const before = await exp(folder.path, "data", "ct");
  expect([before.exitCode, before.output.split(told).length - 1]).toEqual([0, 1]);
  writeFileSync(file, readFileSync(file, "utf8").replace("# depth: 16", "depth: 16"));
  const after = await exp(folder.path, "data", "ct");
  expect([after.exitCode, after.output.includes(told)]).toEqual([0, false]);
});
