import { describe, expect, test } from "bun:test";
import * as fc from "fast-check";
import { mkdirSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseTable } from "../../../src/data/source/table.ts";
import { lackWarnings } from "../../../src/data/split/lacking.ts";
import { messages } from "../../../src/data/source/messages.ts";
import { messages as splitMessages } from "../../../src/data/split/messages.ts";
import type { Data } from "../../../src/spec/resolved.ts";
import { useImageTree } from "../../fixtures/image-tree.ts";
import { plainData } from "../../fixtures/data-settings.ts";

const folder = useImageTree();

const data: Data = { ...plainData, train: "labels.csv" };
const split = { validation: 0, test: 0.5, stratify: true, group: null, folds: null, fold: 1 };

function labels(columns: Partial<NonNullable<Data["labels"]>["columns"]>, more = {}) {
  const all = { file: "file", label: "label", group: null, split: null, subgroups: [], ...columns };
  return { columns: all, images: null, extension: "", dicom: null, ...more };
}

function put(file: string, content: string | Uint8Array = "x"): void {
  folder.write(file, content);
}

function putTable(text: string, name = "labels.csv"): void {
  put(name, text);
}

function find(changes: Partial<Data> = {}) {
  return folder.find({ ...data, split, ...changes });
}

async function complaints(changes: Partial<Data> = {}): Promise<string[]> {
  const { problems } = await find(changes);
  return problems.map(({ path, place, message }) =>
    place ? `${place.line}:${place.column} ${message}` : `${path.join(".")} ${message}`,
  );
}

describe("a table of labels", () => {
  const images = ["a b/1.png", "-x.png", "é.png", 'q".png', "5.png", "6.png"];
  const forms: Record<string, string> = {
    plain:
      'file,label\na b/1.png,cat\n-x.png,cat\né.png,cat\n"q"".png",dog\n5.png,dog\n6.png,dog\n',
    "byte order mark and CRLF":
      '\uFEFFfile,label\r\na b/1.png,cat\r\n-x.png,cat\r\né.png,cat\r\n"q"".png",dog\r\n5.png,dog\r\n6.png,dog',
    semicolons:
      'file;label;note\n"a b/1.png";cat;"1,5; 2"\n-x.png;cat;\ne\u0301.png;cat;\n"q"".png";"dog";\n5.png;dog;\n6.png;dog;\n',
    "tabs, other columns and empty lines":
      'id\tfile\tlabel\n\n1\ta b/1.png\tcat\n2\t-x.png\tcat\n3\té.png\tcat\n\n4\t"q"".png"\tdog\n5\t5.png\tdog\n6\t6.png\tdog\n\n',
    "old Macintosh lines and space around cells":
      'file , label\r a b/1.png , cat\r-x.png,cat\ré.png,cat \r"q"".png", dog\r5.png,dog\r6.png,dog\r',
  };
  for (const [name, text] of Object.entries(forms)) {
    test(name, async () => {
      images.forEach((image) => put(image));
      putTable(text);
      const { source, problems } = await find();
      expect(problems).toEqual([]);
      expect(source.classes).toEqual(["cat", "dog"]);
      const found = source.files.map(({ file, label }) => `${file} ${label}`);
      expect(found.toSorted()).toEqual(
        images.map((image, index) => `${image} ${index < 3 ? 0 : 1}`).toSorted(),
      );
    });
  }

  test("groups, splits by a column, another folder of images and names without extension", async () => {
    for (const name of ["1", "2", "3", "4"]) put(`images/${name}.png`);
    putTable("id,diagnosis,patient,fold\n1,a,P1,Train\n2,b,P2,training\n3,a,P3,VAL\n4,b,P4,test\n");
    const columns = { file: "id", label: "diagnosis", group: "patient", split: "fold" };
    const { source, problems } = await find({
      split: null,
      labels: labels(columns, { images: "images", extension: ".png", dicom: null }),
    });
    expect(problems).toEqual([]);
    expect(source.files.map(({ file, group, split: of }) => [file, group, of])).toEqual([
      ["1.png", "P1", "train"],
      ["2.png", "P2", "train"],
      ["3.png", "P3", "validation"],
      ["4.png", "P4", "test"],
    ]);
    expect(source.warnings).toEqual([messages.groupsOfOne(["P1", "P2"], 4)]);
    expect(lackWarnings(source.classes, source.files)).toEqual([
      splitMessages.classesNotInSplit("validation", ["b"], ["a", "b"]),
      splitMessages.classesNotInSplit("test", ["a"], ["a", "b"]),
    ]);
  });

  test("further columns are kept of each image, empty cells too, and only those that are asked for", async () => {
    for (const name of ["1.png", "2.png", "3.png", "4.png"]) put(name);
    putTable(
      "file,label,view,age,name\n1.png,a,CC,61,x\n2.png,b,,70,y\n3.png,a,CC,61,x\n4.png,b,,70,y\n",
    );
    const found = await find({ labels: labels({ subgroups: ["age", "view"] }) });
    expect(found.problems).toEqual([]);
    expect(found.source.files.map(({ columns }) => columns)).toEqual(
      expect.arrayContaining([
        { age: "61", view: "CC" },
        { age: "70", view: "" },
      ]),
    );
    expect((await find()).source.files[0]).not.toHaveProperty("columns");
    expect(await complaints({ labels: labels({ subgroups: ["view", "ag"] }) })).toEqual([
      'data.labels.columns.subgroups.1 the table has no column "ag"; did you mean "age"?',
    ]);
  });

  test("what a split column does not give is drawn out of train", async () => {
    const names = Array.from({ length: 30 }, (_, index) => `${index}.png`);
    for (const name of names) put(name);
    const rows = (words: readonly string[]) =>
      `file,label,part\n${names.map((name, at) => `${name},${"ab"[at % 2]},${words[at % words.length]}\n`).join("")}`;
    putTable(rows(["train", "train", "train", "train", "test", "test"]));
    const columns = labels({ split: "part" });
    const drawn = { validation: 0.2, test: 0, stratify: true, group: null, folds: null, fold: 1 };
    const { source, problems } = await find({ labels: columns, split: drawn });
    expect(problems).toEqual([]);
    const sizes = Map.groupBy(source.files, ({ split: of }) => of);
    expect([...sizes].map(([of, { length }]) => [of, length])).toEqual([
      ["train", 16],
      ["validation", 4],
      ["test", 10],
    ]);
    expect(await complaints({ labels: columns, split: { ...drawn, test: 0.1 } })).toEqual([
      `data.split.test ${splitMessages.splitBesideColumn("part", "test")}`,
    ]);
    expect(await complaints({ labels: columns, split: { ...drawn, folds: 5 } })).toEqual([
      `data.split.folds ${splitMessages.splitBesideColumn("part", "test")}`,
    ]);
    putTable(rows(["train"]));
    expect(await complaints({ labels: columns, split: null })).toEqual([
      `data.train ${messages.tableHoldsOneSplit()}`,
    ]);
    expect(await complaints({ labels: columns, split: { ...drawn, folds: 5 } })).toEqual([]);
    expect(
      await complaints({ labels: columns, split: { ...drawn, validation: 0, folds: 20 } }),
    ).toEqual([`data.split.folds ${splitMessages.tooManyFolds(20, 15, "image", true)}`]);
    putTable(rows(["True", "False", "True"]));
    expect(await complaints({ labels: columns, split: null })).toEqual([
      `2:9 ${messages.splitsUnknown(["True", "False"], "part")}`,
    ]);
    putTable(rows(["0", "1", "2", "3"]));
    expect((await complaints({ labels: columns, split: null }))[0]).toContain(
      "labels: { columns: { group: part } } and split: { folds: 4, fold: 1 }",
    );
  });

  test("a table for each split, with one list of classes", async () => {
    for (const name of ["1", "2", "3"]) put(name);
    putTable("file,label\n1,b\n2,c\n");
    putTable("file,label\n3,c\n", "test.csv");
    const { source, problems } = await find({ test: "test.csv", split: null });
    expect(problems).toEqual([]);
    expect(source.files.map(({ file, label }) => `${file} ${label}`)).toEqual([
      "1 0",
      "2 1",
      "3 1",
    ]);
    putTable("file,label\n3,a\n1,b\n", "test.csv");
    expect(await complaints({ test: "test.csv", split: null })).toEqual([
      `data.test ${messages.labelsUnknown("test", [{ label: "a", meant: undefined }], ["b", "c"])}`,
      `data.test ${messages.imageInTwoTables("1", "train")}`,
    ]);
  });
});

describe("every mistake of a table is told with its place", () => {
  test("columns", async () => {
    putTable("filename,lable\n1,a\n");
    expect(await complaints({ labels: labels({ file: "filname" }) })).toEqual([
      `data.labels.columns.file ${messages.columnMissing("file", "filname", ["filename", "lable"], "filename")}`,
      `data.labels.columns.label ${messages.columnMissing("label", "label", ["filename", "lable"], "lable")}`,
    ]);
    putTable("file,label,label\n1,a,b\n");
    expect(await complaints()).toEqual([`data.train ${messages.columnTwice("label")}`]);
  });

  test("rows", async () => {
    for (const name of ["1.png", "2.png", "3.png", "sub/4.png"]) put(name);
    symlinkSync("/etc/hostname", join(folder.path, "link.png"));
    putTable(
      [
        "file,label",
        "1.png,a",
        "2.pgn,a",
        "2,b",
        "3.png,",
        "1.png,b",
        "../out.png,a",
        "sub,a",
        "2.png,a,b",
        "link.png,b",
        "/etc/passwd,b",
        "",
      ].join("\n"),
    );
    const path = (name: string) => join(folder.path, name);
    expect(await complaints()).toEqual([
      `3:1 ${messages.rowFileMissing(path("2.pgn"), "2.png")}`,
      `4:1 ${messages.rowFileMissing(path("2"), "2.png")}`,
      `5:7 ${messages.cellEmpty("label")}`,
      `6:1 ${messages.rowTwice(2, "a")}`,
      `7:1 ${messages.rowOutside(folder.path, undefined)}`,
      `11:1 ${messages.rowOutside(folder.path, undefined)}`,
      `8:1 ${messages.rowNoFile(true)}`,
      `9:1 ${messages.rowWidth(3, 2)}`,
      `10:1 ${messages.rowLinkOutside(folder.path)}`,
    ]);
  });

  test("absolute paths are as good as others inside the folder, and are told the truth outside", async () => {
    for (const name of ["1.png", "sub/2.png", "sub/3.png", "4.png"]) put(name);
    const at = (name: string) => join(folder.path, name);
    symlinkSync(folder.path, `${folder.path}-link`);
    putTable(
      `file,label\n${at("1.png")},a\n${at("sub/../sub/2.png")},b\n${folder.path}-link/sub/3.png,a\nfile://${at("4.png")},b\n`,
    );
    const { source, problems } = await find();
    unlinkSync(`${folder.path}-link`);
    expect(problems).toEqual([]);
    expect(source.files.map(({ file }) => file).toSorted()).toEqual(
      ["1.png", "4.png", "sub/2.png", "sub/3.png"].toSorted(),
    );
    putTable(
      `file,label\n/home/me/x/sub/2.png,a\nC:\\data\\1.png,b\n/nowhere/9.png,a\n${at("5.png")},a\n`,
    );
    expect(await complaints()).toEqual([
      `2:1 ${messages.rowOutside(folder.path, "sub/2.png")}`,
      `3:1 ${messages.rowOutside(folder.path, "1.png")}`,
      `4:1 ${messages.rowOutside(folder.path, undefined)}`,
      `5:1 ${messages.rowFileMissing(at("5.png"), "1.png")}`,
    ]);
  });

  test("names in another Unicode form than the disk's, in any part of a path", async () => {
    const [composed, apart] = ["caf\u00e9", "cafe\u0301"];
    put(`${apart}/${composed}/1.png`);
    put(`${apart}/2.png`);
    put(`${composed}.png`);
    put(`img/${apart}.PNG`);
    putTable(
      `file,label\n${composed}/${apart}/1.png,a\n${composed}/2.png,b\n${apart}.png,a\n./img/../${apart}.png,b\nimg/${composed}.png,b\n`,
    );
    expect(await complaints()).toEqual([
      `5:1 ${messages.rowTwice(4, "a")}`,
      `6:1 ${messages.rowFileMissing(join(folder.path, `img/${composed}.png`), `${composed}.PNG`)}`,
    ]);
  });

  test("links elsewhere are followed where they may be", async () => {
    const elsewhere = `${folder.path}-elsewhere`;
    mkdirSync(join(elsewhere, "in"), { recursive: true });
    for (const name of ["1.png", "in/2.png"]) writeFileSync(join(elsewhere, name), "x");
    symlinkSync(join(elsewhere, "1.png"), join(folder.path, "1.png"));
    symlinkSync(join(elsewhere, "in"), join(folder.path, "in"));
    putTable("file,label,set\n1.png,a,train\nin/2.png,b,train\n");
    const { source } = await find({ links: "follow", split: null });
    expect(source.files.map(({ file, absolutePath }) => [file, absolutePath])).toEqual([
      ["1.png", join(elsewhere, "1.png")],
      ["in/2.png", join(elsewhere, "in/2.png")],
    ]);
    expect((await complaints()).length).toBe(2);
    rmSync(elsewhere, { recursive: true });
  });

  test("a long list is cut", async () => {
    put("1");
    putTable(
      `file,label\n1,a\n${Array.from({ length: 100 }, (_, index) => `x${index},b\n`).join("")}`,
    );
    const found = await complaints();
    expect(found).toHaveLength(5);
    expect(found[4]).toEndWith("(and 95 more rows like it)");
  });

  test("splits, quotes, encodings, an empty table and none", async () => {
    put("1");
    put("2");
    putTable("file,label,part\n1,a,trian\n2,b,tset\n");
    expect(await complaints({ split: null, labels: labels({ split: "part" }) })).toEqual([
      `2:5 ${messages.splitMisspelt("trian", "train")}`,
      `3:5 ${messages.splitMisspelt("tset", "test")}`,
    ]);
    putTable('file,label\n1,a\n2,"b\n');
    expect(await complaints()).toContain(`3:3 ${messages.tableQuote()}`);
    put("labels.csv", Buffer.from("file,label\n1,caf\u00e9\n2,b\n", "latin1"));
    expect(await complaints()).toContain(`2:6 ${messages.tableNotUtf8()}`);
    putTable("file,label\n");
    expect(await complaints()).toEqual([
      `data.train ${messages.tableEmpty(join(folder.path, "labels.csv"))}`,
    ]);
    expect(await complaints({ train: "none.csv" })).toEqual([
      `data.train ${messages.tableMissing(join(folder.path, "none.csv"))}`,
    ]);
    putTable("file,label\n1,a\n2,a\n");
    expect(await complaints()).toEqual([
      `data.train ${messages.oneLabel(join(folder.path, "labels.csv"), "a")}`,
    ]);
  });
});

test("any text is a table or has a fault, and a printed table is read again", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'a,;\t"\r\n é') }), (text) => {
      parseTable(new TextEncoder().encode(text), "t.csv");
    }),
  );
  const cell = fc.string({ unit: fc.constantFrom(...'ab,;"\n é') }).map((text) => text.trim());
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { maxLength: 6 }), (rows) => {
      const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
      const text = [["x", "y"], ...rows].map((row) => `${row.map(quote).join(",")}\r\n`).join("");
      const table = parseTable(new TextEncoder().encode(text), "t.csv");
      expect(table.faults).toEqual([]);
      const full = rows.filter((row) => row.some((content) => content !== ""));
      expect(table.rows.map(({ cells }) => cells)).toEqual(full.map((row) => [...row]));
    }),
  );
});

describe("groups by a regular expression", () => {
  const files = ["a/mdb001.png", "a/mdb002.png", "b/mdb001.jpg", "b/mdb003.png"];

  test("are what its parentheses catch in the name, or in the path", async () => {
    for (const file of files) put(`train/${file}`);
    const folders = { train: "train" };
    const groups = async (group: string) =>
      (await find({ ...folders, split: { ...split, test: 0, group } })).source.files.map(
        (file) => file.group!,
      );
    expect(await groups("^mdb(\\d+)")).toEqual(["001", "002", "001", "003"]);
    expect(await groups("mdb\\d+")).toEqual(["mdb001", "mdb002", "mdb001", "mdb003"]);
    expect(await groups("^(\\w)/")).toEqual(["a", "a", "b", "b"]);
  });

  test("must be found in every name, be an expression, and cannot hang", async () => {
    for (const file of [...files, `a/${"a".repeat(200)}!`]) put(`train/${file}`);
    const say = (group: string) => complaints({ train: "train", split: { ...split, group } });
    expect(await say("^mdb(\\d+)")).toEqual([
      `data.split.group ${messages.groupNotFound(`a/${"a".repeat(200)}!`, 1, 5)}`,
    ]);
    expect((await say("("))[0]).toContain("missing closing )");
    expect((await say("(?=a)b"))[0]).toContain("Look-ahead");
    expect((await say("^(a+)+$"))[0]).toContain("is not found in");
  });
});

describe("folds", () => {
  function putMany(): void {
    for (let index = 0; index < 23; index++) put(`train/a/p${index >> 1}_${index}`);
    for (let index = 0; index < 17; index++) put(`train/b/p${20 + (index >> 1)}_${index}`);
  }
  for (const group of [null, "^(p\\d+)_"]) {
    test(`each image is tested once, of each class nearly as many${group ? ", groups whole" : ""}`, async () => {
      putMany();
      const tested: string[] = [];
      for (let fold = 1; fold <= 5; fold++) {
        const folds = { ...split, test: 0, validation: 0.2, group, folds: 5, fold };
        const { source, problems } = await find({ train: "train", split: folds });
        expect(problems).toEqual([]);
        const of = (name: string) => source.files.filter((file) => file.split === name);
        tested.push(...of("test").map(({ file }) => file));
        for (const [label, total] of [23, 17].entries()) {
          const inTest = of("test").filter((file) => file.label === label).length;
          expect(Math.abs(inTest - total / 5)).toBeLessThan(group ? 2.1 : 1);
        }
        expect(Math.abs(of("validation").length - 8)).toBeLessThan(group ? 3 : 1.1);
        const splitsOf = Map.groupBy(source.files, (file) => file.group);
        if (group)
          for (const files of splitsOf.values())
            expect(new Set(files.map((file) => file.split)).size).toBe(1);
      }
      expect(tested.toSorted()).toEqual([...new Set(tested)].toSorted());
      expect(tested).toHaveLength(40);
    });
  }
});

describe("tables that almost fit", () => {
  const rows = (separator: string, header = "file,label") =>
    [header, "1,a", "2,a", "3,b", "4,b"].map((row) => row.replaceAll(",", separator)).join("\n");

  const putImages = () => ["1", "2", "3", "4"].forEach((name) => put(name));

  test("a line sep=, UTF-16 and bars between cells are read", async () => {
    putImages();
    put("labels.csv", `sep=;\r\n${rows(";")}\r\n`);
    expect(await complaints()).toEqual([]);
    put("labels.csv", Buffer.from(`\uFEFF${rows(";")}`, "utf16le"));
    expect(await complaints()).toEqual([]);
    put("labels.csv", Buffer.from(`\uFEFF${rows("\t")}`, "utf16le").swap16());
    expect(await complaints()).toEqual([]);
    put("labels.csv", rows("|"));
    expect(await complaints()).toEqual([]);
  });

  test("what stands in every line is what separates", async () => {
    putImages();
    put(
      "labels.csv",
      'file;label;a note, with, commas\n1;a;"x, y"\n2;a;none\n3;b;"z"\n4;b;p, q, r\n',
    );
    expect(await complaints()).toEqual([]);
  });

  test("a table without a header, and columns of other names, are told in one sentence", async () => {
    for (const table of ["1.png,a\n2.png,b\n", "images/1.jpg 0\nimages/2.jpg 1\n"]) {
      put("labels.csv", table);
      const found = await complaints();
      expect(found).toHaveLength(1);
      expect(found[0]).toContain("the first line has to name the columns");
    }
    put("labels.csv", "file_name,class\n1,a\n2,b\n");
    expect(await complaints()).toEqual([
      expect.stringContaining("Write labels: { columns: { file: file_name, label: class } }."),
    ]);
    put("labels.csv", "x,label\n1,a\n2,b\n");
    expect(await complaints()).toEqual([
      expect.stringContaining("Write labels: { columns: { file: NAME } } with the names of yours."),
    ]);
  });
});
