import { describe, expect, test } from "bun:test";
import { mkdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { lackWarnings } from "../../../src/data/split/lacking.ts";
import { messages } from "../../../src/data/source/messages.ts";
import { messages as splitMessages } from "../../../src/data/split/messages.ts";
import { useImageTree } from "../../fixtures/image-tree.ts";

const tree = useImageTree();
const { put, find, complaints } = tree;

describe("what is found", () => {
  test("classes by code unit, files at any depth and of any name, sorted by split and file", async () => {
    put(
      "train/b/2.png",
      "train/b/deep/er/1",
      "train/B/x.jpg",
      "train/a/3.txt",
      "test/a/1",
      "test/b/1",
      "test/B/1",
    );
    const { source, problems } = await find({ test: "test" });
    expect(problems).toEqual([]);
    expect(source.classes).toEqual(["B", "a", "b"]);
    expect(source.files.map(({ split, label, file }) => `${split} ${label} ${file}`)).toEqual([
      "train 0 train/B/x.jpg",
      "train 1 train/a/3.txt",
      "train 2 train/b/2.png",
      "train 2 train/b/deep/er/1",
      "test 0 test/B/1",
      "test 1 test/a/1",
      "test 2 test/b/1",
    ]);
    expect(source.files[3]!.absolutePath).toBe(join(tree.path, "train/b/deep/er/1"));
  });

  test("what is no image by its name is passed over and listed", async () => {
    put(
      "train/a/1",
      "train/b/1",
      "train/.git/x",
      "train/a/.hidden",
      "train/a/Thumbs.db",
      "train/b/__MACOSX/1",
      "train/labels.csv",
    );
    const { source, problems } = await find();
    expect(problems).toEqual([]);
    expect(source.classes).toEqual(["a", "b"]);
    expect(source.ignored).toEqual([
      ".git",
      "a/.hidden",
      "a/Thumbs.db",
      "b/__MACOSX",
      "labels.csv",
    ]);
  });

  test("names that mean something elsewhere are only names", async () => {
    const odd = ["<script>", "=1+1", "__proto__", "constructor", "\u001b[31m", "a'b\"c", "名"];
    put(...odd.map((name) => `train/${name}/${name}.png`));
    const { source, problems } = await find();
    expect(problems).toEqual([]);
    expect(source.classes).toEqual(odd.toSorted());
    expect(source.files.map(({ file }) => file)).toContain("__proto__/__proto__.png");
  });
});

describe("links and devices", () => {
  test("links inside the data are followed, others are left out with a reason", async () => {
    put("elsewhere/secret.png", "train/a/1", "train/b/1", "train/b/more/2");
    symlinkSync(join(tree.path, "elsewhere/secret.png"), join(tree.path, "train/a/outside"));
    symlinkSync("../b/1", join(tree.path, "train/a/inside"));
    symlinkSync("nowhere", join(tree.path, "train/a/broken"));
    symlinkSync(".", join(tree.path, "train/b/circle"));
    symlinkSync("more", join(tree.path, "train/b/again"));
    const { source, problems } = await find();
    expect(problems).toEqual([]);
    expect(source.files.map(({ file }) => file)).toEqual(["a/1", "a/inside", "b/1", "b/more/2"]);
    expect(source.files[1]!.absolutePath).toBe(join(tree.path, "train/b/1"));
    expect(source.excluded.map(({ file, reason, detail }) => [file, reason, detail])).toEqual([
      ["a/broken", "unreadable", messages.linkBroken()],
      ["a/outside", "not-a-regular-file", messages.linkLeadsOutside()],
      ["b/again", "not-a-regular-file", messages.linkRepeats()],
      ["b/circle", "not-a-regular-file", messages.linkRepeats()],
    ]);
  });

  test("folders that link to each other end", async () => {
    for (const name of ["a", "b"]) {
      for (let index = 0; index < 8; index++) put(`train/${name}/${index}/x`);
      for (let from = 0; from < 8; from++) {
        for (let to = 0; to < 8; to++)
          symlinkSync(`../${to}`, join(tree.path, `train/${name}/${from}/${to}`));
      }
    }
    const { source } = await find();
    expect(source.files).toHaveLength(16);
    expect(source.excluded).toHaveLength(128);
  });

  test("a class that is a link out of the data is a mistake", async () => {
    put("elsewhere/1", "train/a/1", "train/b/1");
    symlinkSync(join(tree.path, "elsewhere"), join(tree.path, "train/c"));
    expect(await complaints()).toEqual([
      ["data.train", messages.classLeadsOutside("c", join(tree.path, "train"))],
    ]);
  });

  test.skipIf(process.platform === "win32")("a pipe is never opened", async () => {
    put("train/a/1", "train/b/1");
    expect(Bun.spawnSync(["mkfifo", join(tree.path, "train/a/pipe")]).exitCode).toBe(0);
    const { source } = await find();
    expect(source.excluded).toEqual([
      {
        split: "train",
        label: "a",
        file: "a/pipe",
        reason: "not-a-regular-file",
        detail: messages.notAFile(),
      },
    ]);
  });
});

describe("mistakes", () => {
  test("a folder that does not exist, with the nearest name", async () => {
    put("trian/a/1");
    expect(await complaints()).toEqual([
      [
        "data.train",
        messages.folderMissing(join(tree.path, "train"), tree.path, "trian", ["trian"], undefined),
      ],
    ]);
    expect(await complaints({ train: "nothing/alike" })).toEqual([
      [
        "data.train",
        messages.folderMissing(
          join(tree.path, "nothing/alike"),
          tree.path,
          undefined,
          ["trian"],
          undefined,
        ),
      ],
    ]);
  });

  test("a folder that does not exist, with one that means the same", async () => {
    put("training/a/1", "training/b/1", "valid/a/1", "Test/a/1");
    for (const [key, written, near] of [
      ["train", "train", "training"],
      ["validation", "validation", "valid"],
      ["test", "testing", "Test"],
    ] as const) {
      const found = await complaints({ train: "training", [key]: written });
      expect(found[0]![1]).toContain(`Did you mean ${JSON.stringify(near)} in ${tree.path}?`);
    }
  });

  test("test images without labels", async () => {
    put("train/a/1", "train/b/1", "test/1.png", "test/2.png");
    const found = await complaints({ test: "test" });
    expect(found[0]![1]).toContain("Test images need labels");
  });

  test("a file in place of a folder, and images without class folders", async () => {
    put("file", "loose/1.png", "loose/2.png");
    expect(await complaints({ train: "file" })).toEqual([
      ["data.train", messages.notAFolder(join(tree.path, "file"))],
    ]);
    expect(await complaints({ train: "loose" })).toEqual([
      ["data.train", messages.noClassFolders(join(tree.path, "loose"), 2)],
    ]);
  });

  test("one class, and a class without files", async () => {
    put("train/a/1", "two/a/1", "two/b/.hidden");
    expect(await complaints()).toEqual([
      ["data.train", messages.oneClass(join(tree.path, "train"), "a")],
    ]);
    expect(await complaints({ train: "two" })).toEqual([
      ["data.train", messages.oneClass(join(tree.path, "two"), "a")],
    ]);
  });

  test("classes that differ between splits never shift a label", async () => {
    put("train/a/1", "train/b/1", "train/c/1", "test/b/1", "test/c/1", "test/d/1");
    const { source, problems } = await find({ test: "test" });
    expect(problems.map(({ path, message }) => [path.join("."), message])).toEqual([
      [
        "data.test",
        messages.classesUnknown("test", [{ label: "d", meant: undefined }], ["a", "b", "c"]),
      ],
    ]);
    expect(source.files.filter(({ split }) => split === "test").map(({ label }) => label)).toEqual([
      1, 2,
    ]);
  });

  test("a class that only another split lacks, by an empty folder or by none, is no mistake", async () => {
    put("train/a/1", "train/b/1", "train/c/1", "validation/a/1", "test/b/1", "test/c/.x");
    const { source, problems } = await find({ validation: "validation", test: "test" });
    expect(problems).toEqual([]);
    expect(lackWarnings(source.classes, source.files)).toEqual([
      splitMessages.classesNotInSplit("validation", ["b", "c"], ["a", "b", "c"]),
      splitMessages.classesNotInSplit("test", ["a", "c"], ["a", "b", "c"]),
    ]);
  });

  test("a class that train lacks, and a split without any file", async () => {
    put("train/a/1", "train/b/1", "train/c/.x", "test/a/.x", "test/b/.x", "test/c/1", "none/a/.x");
    expect(await complaints({ test: "test", validation: "none" })).toEqual([
      ["data.train", messages.classEmpty(join(tree.path, "train/c"), [])],
      ["data.validation", messages.splitEmpty(join(tree.path, "none"), [])],
    ]);
  });

  test("a class of which nothing can be read is told why, and not to be removed", async () => {
    put("train/a/1", "train/b/1", "test/a/1", "train/c/.x");
    mkdirSync(join(tree.path, "test/b"));
    rmSync(join(tree.path, "test/a/1"));
    for (const split of ["train/c", "test/a", "test/b"])
      for (const name of ["1", "2"]) symlinkSync("nowhere", join(tree.path, split, name));
    const why = (path: string, more: number) =>
      `"${join(tree.path, path)}": ${messages.linkBroken()}, and ${more} more`;
    expect(await complaints({ test: "test" })).toEqual([
      [
        "data.train",
        `Nothing in the class folder "${join(tree.path, "train/c")}" can be used: ${why("train/c/1", 1)}`,
      ],
      [
        "data.test",
        `Nothing in the class folders in ${join(tree.path, "test")} can be used: ${why("test/a/1", 3)}`,
      ],
    ]);
  });

  test("a class folder that a link leads to and that cannot be asked", async () => {
    put("train/a/1", "train/b/1");
    symlinkSync("x".repeat(300), join(tree.path, "train/c"));
    const reason = "the name is too long (ENAMETOOLONG)";
    expect(await complaints()).toEqual([
      ["data.train", messages.folderCannotBeRead(join(tree.path, "train/c"), reason)],
    ]);
  });

  test("two names that look the same", async () => {
    put("train/caf\u00e9/1", "train/cafe\u0301/1");
    expect(await complaints()).toEqual([["data.train", messages.classNamesLookEqual("caf\u00e9")]]);
  });
});
