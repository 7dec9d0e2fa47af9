import { eachConcurrently } from "../concurrency.ts";
import { tagNamed } from "../dicom/dictionary.ts";
import { headerOfFile } from "../dicom/header-of-file.ts";

interface Placed {
  absolutePath: string;
}

const BIRTH = tagNamed("PatientBirthDate")!;

/**
 * Which images are of patients that others are known of. Both headers are read for it: a group's name tells of nobody, and follows
 * from the files that it was first made of. Who they are is kept nowhere.
 *
 * @param known images with the groups that they were found to be of
 * @param element what their groups go by, such as PatientID
 * @returns the known group of each file that is of one; two that were born on other days are two patients
 */
export async function knownPatients<File extends Placed>(
  files: readonly File[],
  known: readonly (Placed & { group: string })[],
  element: string,
): Promise<Map<File, string>> {
  const tag = tagNamed(element);
  const found = new Map<File, string>();
  if (tag === undefined || known.length === 0) return found;
  const patients = new Map<string, { born: string | undefined; group: string }[]>();
  for (const [{ group }, patient] of await patientsOf(known, tag)) {
    const named = patients.getOrInsertComputed(patient.identity, () => []);
    named.push({ born: patient.born, group });
  }
  for (const [file, { identity, born }] of await patientsOf(files, tag)) {
    const one = patients
      .get(identity)
      ?.find((other) => !born || !other.born || other.born === born);
    if (one) found.set(file, one.group);
  }
  return found;
}

/** In the order of the files, of which those that say nothing are left out. */
async function patientsOf<File extends Placed>(files: readonly File[], tag: number) {
  const wanted = new Set([tag, BIRTH]);
  const patients = new Map<string, { identity: string; born: string | undefined }>();
  // Each once: a file may be many images.
  const paths = new Set(files.map(({ absolutePath }) => absolutePath));
  await eachConcurrently([...paths], async (path) => {
    const header = await headerOfFile(path, wanted);
    if (!header || !("values" in header)) return;
    const identity = header.values.text(tag)?.normalize("NFC");
    if (identity) patients.set(path, { identity, born: header.values.text(BIRTH) });
  });
  return files.flatMap((file) => {
    const patient = patients.get(file.absolutePath);
    return patient ? [[file, patient] as const] : [];
  });
}
