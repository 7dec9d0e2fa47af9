import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { findLabelled } from "../../../src/data/source/labelled.ts";
import { findImages } from "../../../src/data/source/find-images.ts";
import type { Data } from "../../../src/spec/resolved.ts";
import { plainData } from "../../fixtures/data-settings.ts";
import { type DicomElement, dicomFile, greyElements } from "../../fixtures/dicom-file.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "headers-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const columns = { file: "file", label: "label", group: null, split: null, subgroups: [] };
const labels = (dicom: NonNullable<NonNullable<Data["labels"]>["dicom"]>, more = {}) => ({
  columns: { ...columns, ...more },
  images: null,
  extension: "",
  dicom,
});
const split = { validation: 0, test: 0.5, stratify: true, group: null, folds: null, fold: 1 };
const byPatient = { ...split, group: { dicom: "PatientID" } };

/** An image of a patient; each has other pixels. */
function put(name: string, patient: string | null, others: readonly DicomElement[] = []): void {
  const seed = Bun.hash.crc32(name);
  const values = Uint16Array.from({ length: 64 }, (_, at) => (seed + at * 61) % 4096);
  write(
    name,
    dicomFile(
      greyElements(values, { width: 8, height: 8 }, [
        ...(patient === null ? [] : [[0x00100020, "LO", patient] as const]),
        ...others,
      ]),
    ),
  );
}

function write(name: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), content);
}

const find = (changes: Partial<Data>, at = folder) =>
  findImages({ ...plainData, ...changes }, 1, at);
const complaints = async (changes: Partial<Data>) => {
  const { problems } = await find(changes);
  return problems.map(({ path, message }) => `${path.join(".")}: ${message}`);
};

describe("groups", () => {
  /** Ten patients with three images each, of both classes. */
  function putPatients(): void {
    for (let patient = 0; patient < 10; patient++)
      for (let image = 0; image < 3; image++)
        put(`train/${"ab"[(patient + image) % 2]}/${patient * 3 + image}`, `HOSP-77${patient}`);
  }

  test("no group crosses a split, and none has the name that the header gives it", async () => {
    putPatients();
    const { source, problems } = await find({ split: byPatient });
    expect(problems).toEqual([]);
    expect(new Set(source.files.map(({ split: of }) => of)).size).toBe(2);
    const splitsOf = Map.groupBy(source.files, ({ group }) => group!);
    expect(splitsOf.size).toBe(10);
    for (const [group, files] of splitsOf) {
      expect(files.length).toBe(3);
      expect(new Set(files.map(({ split: of }) => of)).size).toBe(1);
      expect(group).toMatch(/^[0-9a-f]{16}$/);
    }
    expect(JSON.stringify(source)).not.toContain("HOSP");
  });

  test("their names follow from the images: the same anywhere, and another patient changes none", async () => {
    putPatients();
    const namesOf = async (at: string) => {
      const { source } = await find({ split: byPatient }, at);
      return new Map(source.files.map(({ file, group }) => [file, group!]));
    };
    const names = await namesOf(folder);
    const elsewhere = mkdtempSync(join(tmpdir(), "headers-"));
    cpSync(folder, elsewhere, { recursive: true });
    expect(await namesOf(elsewhere)).toEqual(names);
    rmSync(elsewhere, { recursive: true });
    put("train/a/another", "HOSP-999");
    const more = await namesOf(folder);
    for (const [file, group] of names) expect(more.get(file)).toBe(group);
  });

  test("whoever knows the number of a patient, and not the images, cannot tell which it is", async () => {
    putPatients();
    const { source } = await find({ split: byPatient });
    const groups = new Set(source.files.map(({ group }) => group));
    for (let patient = 0; patient < 10; patient++)
      for (const text of [`HOSP-77${patient}`, `lamina group\0HOSP-77${patient}`]) {
        const hash = createHash("sha256").update(text).digest("hex");
        expect(groups.has(hash.slice(0, 16))).toBe(false);
      }
    // The same patients with other images have other names.
    rmSync(join(folder, "train"), { recursive: true });
    for (let patient = 0; patient < 10; patient++)
      for (const label of "ab") put(`train/${label}/other-${patient}`, `HOSP-77${patient}`);
    const other = await find({ split: byPatient });
    for (const { group } of other.source.files) expect(groups.has(group)).toBe(false);
  });

  test("their names are the same however the pixels are coded, where images have their UIDs", async () => {
    const uids = (patient: number): DicomElement[] => [
      [0x00080018, "UI", `1.2.3.${patient}`],
      [0x0020000d, "UI", `1.2.4.${patient}`],
    ];
    const namesOf = async () => {
      const { source } = await find({ split: byPatient });
      return source.files.map(({ group }) => group!);
    };
    for (let patient = 0; patient < 6; patient++)
      put(`train/${"ab"[patient % 2]}/${patient}`, `HOSP-77${patient}`, uids(patient));
    const names = await namesOf();
    const deflated = "1.2.840.10008.1.2.1.99";
    for (let patient = 0; patient < 6; patient++)
      write(
        `train/${"ab"[patient % 2]}/${patient}`,
        dicomFile(
          greyElements(new Uint16Array(64).fill(patient), { width: 8, height: 8 }, [
            [0x00100020, "LO", `HOSP-77${patient}`],
            ...uids(patient),
          ]),
          deflated,
        ),
      );
    expect(await namesOf()).toEqual(names);
    expect(new Set(names).size).toBe(6);
  });

  test("a file without it, and one that is not DICOM, are told", async () => {
    putPatients();
    put("train/a/x", null);
    put("train/b/y", "");
    write("train/b/z.pgm", "P2 1 1 255 7\n");
    expect(await complaints({ split: byPatient })).toEqual(
      [
        'data.split.group.dicom: 1 of 33 files is not DICOM and has no header to take this from: "train/b/z.pgm". data.exclude skips files.',
        'data.split.group.dicom: 2 of 33 files have no PatientID in the header: "train/a/x", "train/b/y". data.exclude skips files.',
      ].map((line) => line.replaceAll("train/", "")),
    );
  });

  test("a damaged one is left out with its reason", async () => {
    putPatients();
    const cut = dicomFile([[0x00100020, "LO", "HOSP-771"]]).slice(0, -4);
    write("train/a/cut", cut);
    const { source, problems } = await find({ split: byPatient });
    expect(problems).toEqual([]);
    expect(source.files.length).toBe(30);
    expect(source.excluded).toMatchObject([{ file: "a/cut", label: "a", reason: "truncated" }]);
  });

  test("names of files that tell who a patient is are counted", async () => {
    for (const label of "ab")
      for (let patient = 0; patient < 4; patient++)
        put(`train/${label}/HOSP-77${patient}_${label}.dcm`, `HOSP-77${patient}`);
    const { source } = await find({ split: byPatient });
    expect(source.warnings.join("\n")).toContain("The names of 8 of 8 files have in them");
    expect(source.warnings.join("\n")).not.toContain("HOSP");
  });
});

describe("labels", () => {
  const dicom = { label: "SeriesDescription", subgroups: ["ImageLaterality", "ViewPosition"] };

  function putScans(at = "train"): void {
    for (let index = 0; index < 12; index++)
      put(`${at}/disc-${index % 3}/${index}`, `P${index >> 1}`, [
        [0x0008103e, "LO", index % 3 === 0 ? "malignant" : "normal"],
        [0x00185101, "CS", index % 2 === 0 ? "CC" : "MLO"],
        ...(index === 5 ? [] : [[0x00200062, "CS", index % 4 < 2 ? "L" : "R"] as const]),
      ]);
  }

  test("the class is in the header, wherever a file lies, and so are columns of the run", async () => {
    putScans();
    const { source, problems } = await find({ labels: labels(dicom), split: byPatient });
    expect(problems).toEqual([]);
    expect(source.classes).toEqual(["malignant", "normal"]);
    expect(source.files.length).toBe(12);
    const [five] = source.files.filter(({ file }) => file === "disc-2/5");
    expect(five).toMatchObject({
      label: 1,
      columns: { ImageLaterality: "", ViewPosition: "MLO" },
    });
    expect(five!.group).toMatch(/^[0-9a-f]{16}$/);
  });

  test("of folders of classes or a table, columns alone", async () => {
    putScans("train/normal");
    putScans("train/malignant");
    const own = labels({ label: null, subgroups: ["ViewPosition"] });
    const { source, problems } = await find({ labels: own, split });
    expect(problems).toEqual([]);
    expect(new Set(source.files.map(({ columns: told }) => told!["ViewPosition"]))).toEqual(
      new Set(["CC", "MLO"]),
    );
    const rows = source.files.map(({ file, label }) => `${file},${label},${label}`);
    write("train/table.csv", `file,label,side\n${rows.join("\n")}\n`);
    const table = await find({
      train: "train/table.csv",
      labels: labels({ label: null, subgroups: ["ViewPosition"] }, { subgroups: ["side"] }),
      split,
    });
    expect(table.problems).toEqual([]);
    const told = new Map(table.source.files.map(({ file, columns: all }) => [file, all]));
    expect(told.get("malignant/disc-0/0")).toEqual({ side: "0", ViewPosition: "CC" });
    expect(told.get("normal/disc-1/1")).toEqual({ side: "1", ViewPosition: "MLO" });
  });

  test("mistakes are told by place", async () => {
    putScans();
    write("train/table.csv", "file,label\ndisc-0/0,a\ndisc-1/1,b\n");
    const own = (changes: Partial<typeof dicom>) => ({
      exclude: ["*.csv"],
      labels: labels({ ...dicom, ...changes }),
      split,
    });
    expect(await complaints(own({ label: "SeriesDescripton" }))).toContain(
      'data.labels.dicom.label: "SeriesDescripton" is no element of DICOM that is known by its name; did you mean SeriesDescription?',
    );
    for (const name of ["PatientName", "(0010,0020)", "StudyInstanceUID", "(0009,1001)"])
      expect(await complaints(own({ subgroups: [name] }))).toEqual([
        `data.labels.dicom.subgroups.0: ${name} may tell who a patient is, and would be written into the run as it is. Groups are written as salted hashes: split: { group: { dicom: ${name} } }`,
      ]);
    expect(await complaints({ ...own({}), train: "train/table.csv" })).toContain(
      "data.labels.dicom.label: the classes are in the headers of the files of a folder, or in a column of a table, but not in both: data.train is a table",
    );
    expect(await complaints(own({ label: "BodyPartExamined" }))).toEqual([
      'data.labels.dicom.label: 12 of 12 files have no BodyPartExamined in the header: "disc-0/0", "disc-0/3", "disc-0/6" and 9 more. data.exclude skips files.',
    ]);
    expect(await complaints({ ...own({}), test: "nowhere", split: null })).toContain(
      `data.test: There is no folder ${join(folder, "nowhere")}.`,
    );
  });

  test("a set from elsewhere is judged by its own headers", async () => {
    putScans("set");
    const { source } = await findLabelled(join(folder, "set"), {
      data: { ...plainData, labels: labels(dicom), split: byPatient },
      classes: ["malignant", "normal"],
      map: new Map(),
      drop: new Set(),
    });
    expect(source.files.length).toBe(12);
    expect(source.files[0]).toMatchObject({ label: 0, columns: { ViewPosition: "CC" } });
    expect(new Set(source.files.map(({ group }) => group)).size).toBe(6);
  });
});
