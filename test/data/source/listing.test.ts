import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { isClutter } from "../../../src/data/source/clutter.ts";
import { maskWarnings } from "../../../src/data/source/masks.ts";
import { Patterns } from "../../../src/data/source/patterns.ts";
import { findImages } from "../../../src/data/source/find-images.ts";
import { messages } from "../../../src/data/source/messages.ts";
import type { Data } from "../../../src/spec/resolved.ts";
import { plainData } from "../../fixtures/data-settings.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "listing-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function put(...files: string[]): void {
  for (const file of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), "x");
  }
}

const find = (data: Partial<Data> = {}) => findImages({ ...plainData, ...data }, 1, folder);
const filesOf = async (data: Partial<Data> = {}) => {
  const { source, problems } = await find(data);
  expect(problems).toEqual([]);
  return source.files.map(({ file }) => file);
};
const complaints = async (data: Partial<Data> = {}) =>
  (await find(data)).problems.map(({ message }) => message);

describe("what systems leave behind is neither a class nor an image", () => {
  const left = [
    [
      "@eaDir",
      "#recycle",
      "System Volume Information",
      "lost+found",
      "__pycache__",
      "$RECYCLE.BIN",
    ],
    [
      "@Recycle",
      "#snapshot",
      ".Trashes",
      "._a.png",
      "ehthumbs.db",
      "Icon\r",
      "THUMBS.DB",
      "a.png~",
    ],
  ].flat();

  test.each(left)("%j", async (name) => {
    expect(isClutter(name)).toBe(true);
    put("train/a/1.png", "train/b/1.png", `train/${name}/x.png`, `train/a/${name}/y.png`);
    const { source, problems } = await find();
    expect(problems).toEqual([]);
    expect(source.classes).toEqual(["a", "b"]);
    expect(source.files).toHaveLength(2);
    expect(source.ignored).toHaveLength(2);
  });

  test.each(["recycle", "lost", "recovery", "tmp", "eaDir", "a~b", "thumbs"])(
    "but not %s",
    (name) => {
      expect(isClutter(name)).toBe(false);
    },
  );
});

describe("names that are not UTF-8", () => {
  /** By Python: no API of this runtime makes such a name. */
  function putBytes(path: string): boolean {
    const code = `import os,sys\np=os.fsencode(sys.argv[1])+b"/"+bytes.fromhex(sys.argv[2])\nos.makedirs(os.path.dirname(p),exist_ok=True)\nopen(p,"wb").write(b"x")`;
    const hex = Buffer.from(path, "latin1").toString("hex");
    return Bun.spawnSync(["python3", "-c", code, folder, hex]).exitCode === 0;
  }
  const canTry = process.platform === "linux" && Bun.which("python3") !== null;

  test.skipIf(!canTry)("of files are told by their bytes", async () => {
    put("train/a/1.png", "train/b/1.png", "train/b/\ufffd.png");
    expect(putBytes("train/b/caf\xe9.png")).toBe(true);
    expect(putBytes("train/b/\xe9.png")).toBe(true);
    const { source, problems } = await find();
    expect(problems).toEqual([]);
    expect(source.files.map(({ file }) => file)).toContain("b/\ufffd.png");
    expect(source.excluded.map(({ file, reason, detail }) => [file, reason, detail])).toEqual([
      ["b/\\xe9.png", "unreadable", messages.nameNotUtf8("\\xe9.png")],
      ["b/caf\\xe9.png", "unreadable", messages.nameNotUtf8("caf\\xe9.png")],
    ]);
  });

  test.skipIf(!canTry)("of class folders are a mistake", async () => {
    put("train/a/1.png", "train/b/1.png");
    expect(putBytes("train/na\xefve/1.png")).toBe(true);
    expect(await complaints()).toEqual([
      messages.classNameNotUtf8(join(folder, "train"), ["na\\xefve"]),
    ]);
  });
});

describe("classes at another level are told, with the YAML", () => {
  const at = (path: string) => join(folder, path);

  test("splits in the training folder", async () => {
    for (const split of ["Train", "valid", "test"]) put(`d/${split}/cat/1`, `d/${split}/dog/1`);
    expect(await complaints({ train: "d" })).toEqual([
      messages.splitsInTrain(
        at("d"),
        ["Train", "test", "valid"],
        ["cat", "dog"],
        ["train: d/Train", "validation: d/valid", "test: d/test"],
      ),
    ]);
  });

  test("a folder in between, and the folder of one class", async () => {
    put("d/images/cat/1", "d/images/dog/1");
    expect(await complaints({ train: "d" })).toEqual([
      messages.classesOneDeeper(at("d"), "d/images", ["cat", "dog"]),
    ]);
    expect(await complaints({ train: "d/images/cat" })).toEqual([
      messages.trainIsOneClass(at("d/images/cat"), "d/images", ["cat", "dog"]),
    ]);
  });

  test("folds above the classes, and splits below them", async () => {
    for (const fold of ["fold1", "fold2", "fold3"]) put(`f/${fold}/cat/1`, `f/${fold}/dog/1`);
    expect(await complaints({ train: "f" })).toEqual([
      messages.foldsInTrain(at("f"), ["fold1", "fold2", "fold3"], ["cat", "dog"]),
    ]);
    for (const name of ["cat", "dog"]) put(`c/${name}/train/1`, `c/${name}/test/1`);
    expect(await complaints({ train: "c" })).toEqual([
      messages.splitsInClasses(at("c"), ["test", "train"]),
    ]);
  });

  test("the YAML for folds reads them", async () => {
    const yaml = /group: "(.*?)"/.exec(messages.foldsInTrain("", ["fold1", "fold2"], ["cat"]))![1]!;
    const group = yaml.replaceAll("\\\\", "\\");
    for (const fold of [1, 2, 3]) put(`m/cat/fold${fold}/1`, `m/dog/fold${fold}/1`);
    const split = { validation: 0, test: 0, stratify: true, group, folds: 3, fold: 1 };
    const { source, problems } = await find({ train: "m", split });
    expect(problems).toEqual([]);
    const tested = source.files.filter((file) => file.split === "test");
    expect(tested.map(({ label }) => label)).toEqual([0, 1]);
    expect(new Set(tested.map((file) => file.group)).size).toBe(1);
  });

  test.each([
    ["classes called as splits, of different folders", ["train/a/1", "test/b/1"]],
    ["classes called as splits, of images", ["train/1", "test/1"]],
    ["patients in classes", ["cat/p1/1", "dog/p1/1", "cat/p2/1", "dog/p2/1"]],
    ["one sub-folder in each class", ["cat/images/1", "dog/images/1"]],
  ])("but not %s", async (_, files) => {
    put(...files.map((file) => `t/${file}`));
    expect(await complaints({ train: "t" })).toEqual([]);
  });
});

describe("links that lead elsewhere", () => {
  beforeEach(() => {
    put("store/1", "store/2", "store/more/3", "train/b/own");
    mkdirSync(join(folder, "train/a"));
    for (const name of ["1", "2"])
      symlinkSync(join(folder, "store", name), join(folder, "train/a", `${name}.png`));
  });

  test("are told with where they lead, where a class has nothing else", async () => {
    expect(await complaints()).toEqual([
      messages.linksSkipped(join(folder, "train/a"), 2, join(folder, "store/1")),
    ]);
    put("train/a/own");
    const { source } = await find();
    expect(source.warnings).toContain(messages.someLinksSkipped(2, join(folder, "store/1")));
  });

  test("are followed where they may be, under their own names", async () => {
    symlinkSync(join(folder, "store/more"), join(folder, "train/c"));
    symlinkSync("nowhere", join(folder, "train/a/broken"));
    symlinkSync(join(folder, "train"), join(folder, "train/b/round"));
    symlinkSync("/dev/zero", join(folder, "train/b/device"));
    const { source, problems } = await find({ links: "follow" });
    expect(problems).toEqual([]);
    expect(source.classes).toEqual(["a", "b", "c"]);
    expect(source.files.map(({ file }) => file)).toEqual(
      expect.arrayContaining(["a/1.png", "a/2.png", "b/own", "c/3"]),
    );
    expect(source.files.find(({ file }) => file === "a/1.png")!.absolutePath).toBe(
      join(folder, "store/1"),
    );
    expect(source.excluded.map(({ file }) => file)).toEqual(
      expect.arrayContaining(["a/broken", "b/device"]),
    );
  });
});

describe("patterns", () => {
  beforeEach(() => {
    put("train/a/1.png", "train/a/1_mask.png", "train/a/deep/2.png", "train/a/deep/2_mask.png");
    put("train/b/1.jpg", "train/b/1.txt", "train/b/previews/1.jpg", "train/masks/1.png");
  });

  test.each([
    [["*_mask.png"], 2],
    [["masks"], 1],
    [["masks/"], 1],
    [["previews", "*.txt"], 2],
    [["a/*_mask.png"], 1],
    [["a/**/*_mask.png"], 2],
    [["/a/1.png"], 1],
    [["*.{jpg,txt}"], 3],
    [["*.PNG"], 0],
  ])("exclude %j skips %i", async (exclude, skipped) => {
    expect(await filesOf({ exclude })).toHaveLength(8 - skipped);
    const { source } = await find({ exclude });
    expect(source.skipped.reduce((sum, { files }) => sum + files, 0)).toBe(skipped);
    expect(source.warnings.includes(messages.patternMatchesNothing("exclude", exclude[0]!))).toBe(
      skipped === 0,
    );
  });

  test("include takes what matches, less what is excluded", async () => {
    expect(
      await filesOf({ include: ["*.png", "*.jpg"], exclude: ["*_mask*", "previews"] }),
    ).toEqual(["a/1.png", "a/deep/2.png", "b/1.jpg", "masks/1.png"]);
    const { source } = await find({ include: ["*.png", "1.jpg"], exclude: ["masks"] });
    expect(source.classes).toEqual(["a", "b"]);
  });

  test("hold in a table, from the folder of its images", async () => {
    writeFileSync(
      join(folder, "train/labels.csv"),
      "file,label\na/1.png,x\na/1_mask.png,x\na/deep/2.png,x\nb/1.jpg,y\nb/previews/1.jpg,y\n",
    );
    const data = {
      train: "train/labels.csv",
      split: { ...plainSplit, test: 0.5 },
    };
    const { source, problems } = await find({ ...data, exclude: ["a/*_mask.png"] });
    expect(problems).toEqual([]);
    expect(source.files).toHaveLength(4);
    expect(source.skipped).toEqual([{ by: "exclude", pattern: "a/*_mask.png", files: 1 }]);
  });

  test("one of several that match the same files is not told to match nothing", () => {
    const patterns = new Patterns({ exclude: ["*.png", "a.*"], include: [] });
    expect(patterns.skips("x/a.png")).toBe(true);
    expect(patterns.warnings()).toEqual([]);
  });
});

const plainSplit = { validation: 0, test: 0, stratify: true, group: null, folds: null, fold: 1 };

describe("masks beside images", () => {
  const names = Array.from({ length: 9 }, (_, index) => `benign/benign (${index}).png`);
  const masks = names.map((name) => name.replace(".png", "_mask.png"));

  test("are told", () => {
    expect(maskWarnings([...names, ...masks, "benign/benign (1)_mask_1.png"])).toEqual([
      messages.masksAmongImages(10, 19, masks[0]!, ["*_mask*"]),
    ]);
    const kinds = names.flatMap((name, index) => [
      name,
      name.replace(".png", index % 2 ? "-seg.tif" : ".gt.png"),
    ]);
    expect(maskWarnings(kinds)[0]).toContain('["*-seg*", "*.gt*"]');
  });

  test.each([
    ["images alone", names],
    ["people with masks", names.map((name) => name.replace("(", "with_mask ("))],
    ["masks without their images", masks],
    ["a few", [...names, ...masks.slice(0, 2)]],
  ])("but not %s", (_, of) => {
    expect(maskWarnings(of)).toEqual([]);
  });
});
