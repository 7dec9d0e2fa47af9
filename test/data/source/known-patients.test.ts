import { expect, test } from "bun:test";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { knownPatients } from "../../../src/data/source/known-patients.ts";
import { dicomFile, greyElements } from "../../fixtures/dicom-file.ts";
import { useTemporaryFolder } from "../../fixtures/folder.ts";

const folder = useTemporaryFolder();

let number = 0;
/** A file of a patient, whom no other element than these tells of. */
function image(id: string, born?: string) {
  const absolutePath = join(folder.path, `${number++}.dcm`);
  const content = dicomFile(
    greyElements(Uint16Array.of(1, 2, 3, number), { width: 2, height: 2 }, [
      ...(id === "" ? [] : [[0x00100020, "LO", id] as const]),
      ...(born === undefined ? [] : [[0x00100030, "DA", born] as const]),
    ]),
  );
  writeFileSync(absolutePath, content);
  return { absolutePath };
}

test("a patient is known by the element, and by the day of birth where both files have it", async () => {
  const known = [
    { ...image("P1", "19310412"), group: "one" },
    { ...image("P1", "19310412"), group: "one" },
    { ...image("P2"), group: "two" },
    { ...image(""), group: "none" },
  ];
  const files = [
    image("P1", "19310412"),
    image("P1"),
    image("P1", "19500101"),
    image("P2", "19500101"),
    image("P3", "19310412"),
    image(""),
    { absolutePath: join(folder.path, "none.dcm") },
  ];
  const found = await knownPatients(files, known, "PatientID");
  expect(files.map((file) => found.get(file))).toEqual([
    "one",
    "one",
    undefined,
    "two",
    undefined,
    undefined,
    undefined,
  ]);
  expect(await knownPatients(files, [], "PatientID")).toEqual(new Map());
  expect((await knownPatients(files, known, "(0010,0020)")).size).toBe(3);
});
