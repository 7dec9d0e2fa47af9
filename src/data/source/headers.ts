import { createHash } from "node:crypto";
import type { Problem } from "../../spec/problem.ts";
import type { ResolvedExperiment } from "../../spec/resolved.ts";
import { nearest } from "../../nearest.ts";
import { eachConcurrently } from "../concurrency.ts";
import type { Unusable } from "../decode/verdict.ts";
import { identifiers, keywords, tagNamed, tellsWho } from "../dicom/dictionary.ts";
import { type HeaderOfFile, headerOfFile } from "../dicom/header-of-file.ts";
import type { ImageFile } from "./image-file.ts";
import { messages } from "./messages.ts";
import { byCodeUnit } from "./walk.ts";

type Data = ResolvedExperiment["data"];

/** What an experiment takes from the headers of its DICOM files. */
export interface HeaderSettings {
  label: Asked | null;
  group: Asked | null;
  subgroups: Asked[];
}

interface Asked {
  /** As the experiment has it. */
  name: string;
  tag: number;
  path: string[];
}

/** @returns null where headers are not asked for anything */
export function headerSettings(data: Data): {
  settings: HeaderSettings | null;
  problems: Problem[];
} {
  const problems: Problem[] = [];
  const ask = (name: string, path: string[], isHashed = false): Asked[] => {
    const tag = tagNamed(name);
    if (tag === undefined)
      problems.push({ path, message: messages.noSuchElement(name, nearest(name, keywords)) });
    else if (!isHashed && tellsWho(tag))
      problems.push({ path, message: messages.elementTellsWho(name) });
    else return [{ name, tag, path }];
    return [];
  };
  const { group } = data.split ?? { group: null };
  const dicom = data.labels?.dicom ?? null;
  const at = ["data", "labels", "dicom"];
  const ofGroup =
    group !== null && typeof group === "object"
      ? ask(group.dicom, ["data", "split", "group", "dicom"], true)
      : [];
  const [label = null] = dicom?.label ? ask(dicom.label, [...at, "label"]) : [];
  const subgroups = (dicom?.subgroups ?? []).flatMap((name, index) =>
    ask(name, [...at, "subgroups", `${index}`]),
  );
  const [own = null] = ofGroup;
  const isAsked = label !== null || own !== null || subgroups.length > 0;
  return { settings: isAsked ? { label, group: own, subgroups } : null, problems };
}

interface Labelled {
  absolutePath: string;
  /** Path within the data, as it is told. */
  file: string;
}

/** What a header tells of one file. */
export interface ToldByHeader {
  label?: string;
  /** A salted hash: what the header says is nowhere else. */
  group?: string;
  columns?: Record<string, string>;
}

export interface HeadersRead<File> {
  /** In the order of the files, without those that are damaged. */
  told: { file: File; header: ToldByHeader }[];
  damaged: { file: File; why: Unusable }[];
  problems: Problem[];
  warnings: string[];
}

/** Reads the headers of files. */
export async function readHeaders<File extends Labelled>(
  files: readonly File[],
  { label, group, subgroups }: HeaderSettings,
): Promise<HeadersRead<File>> {
  const wanted = new Set([label, group, ...subgroups].flatMap((asked) => asked?.tag ?? []));
  const all = new Set([...wanted, ...identifiers]);
  const headers = new Map<File, HeaderOfFile | Unusable | undefined>();
  const texts = new Map<File, Texts>();
  // Frames that a table names are of one header.
  const byFile = [...Map.groupBy(files, ({ absolutePath }) => absolutePath)];
  await eachConcurrently(byFile, async ([path, sharing]) => {
    const header = await headerOfFile(path, all);
    for (const file of sharing) take(file, header);
  });
  function take(file: File, header: HeaderOfFile | Unusable | undefined): void {
    headers.set(file, header);
    // No more of it is kept than is asked for: of many files that is much.
    if (header && "values" in header) {
      const text = (tag: number) => header.values.text(tag)?.normalize("NFC");
      texts.set(file, {
        salt: header.salt,
        values: new Map([...wanted].map((tag) => [tag, text(tag)])),
        isNamed: isNamedAfter(file.file, identifiers.map(text)),
      });
      headers.delete(file);
    }
  }
  const read: HeadersRead<File> = { told: [], damaged: [], problems: [], warnings: [] };
  const strangers: File[] = [];
  for (const file of files) {
    const header = headers.get(file);
    if (header && "reason" in header) read.damaged.push({ file, why: header });
    else if (!texts.has(file)) strangers.push(file);
  }
  const some = (lacking: readonly File[]) => lacking.map(({ file }) => file).toSorted(byCodeUnit);
  const path = (label ?? group ?? subgroups[0])!.path;
  if (strangers.length > 0)
    read.problems.push({ path, message: messages.noHeader(some(strangers), files.length) });
  for (const asked of [label, group]) {
    if (!asked) continue;
    const lacking = files.filter(
      (file) => texts.has(file) && !texts.get(file)!.values.get(asked.tag),
    );
    if (lacking.length > 0) {
      const message = messages.elementMissing(asked.name, some(lacking), files.length);
      read.problems.push({ path: asked.path, message });
    }
  }
  const named = files.filter((file) => texts.get(file)?.isNamed).length;
  if (named > 0) read.warnings.push(messages.namesTellWho(named, files.length));
  const pseudonyms = group ? pseudonymsOf([...texts.values()], group.tag) : null;
  for (const file of files) {
    const own = texts.get(file);
    if (!own) continue;
    const identity = group && own.values.get(group.tag);
    const labelled = label && own.values.get(label.tag);
    read.told.push({
      file,
      header: {
        ...(labelled && { label: labelled }),
        ...(identity && { group: pseudonyms!.get(identity)! }),
        ...(subgroups.length > 0 && {
          columns: Object.fromEntries(
            subgroups.map(({ name, tag }) => [name, own.values.get(tag) ?? ""]),
          ),
        }),
      },
    });
  }
  return read;
}

interface Texts {
  salt: string;
  values: Map<number, string | undefined>;
  /** Whether the file's name has in it who the patient is. */
  isNamed: boolean;
}

const PSEUDONYM_DIGITS = 16;

/**
 * A name for each group that does not tell whose it is: a hash of what the header says, salted with what else the
 * headers of its own files say. Whoever has the images has it again, on any machine; whoever has not can try every number that a patient may
 * have, and cannot tell which is right.
 */
function pseudonymsOf(texts: readonly Texts[], tag: number): Map<string, string> {
  const salts = new Map<string, string>();
  for (const { salt, values } of texts) {
    const identity = values.get(tag);
    if (identity === undefined) continue;
    const known = salts.get(identity);
    if (known === undefined || salt < known) salts.set(identity, salt);
  }
  return new Map(
    Array.from(salts, ([identity, salt]) => {
      const hash = createHash("sha256").update(`lamina group\0${salt}\0${identity}`);
      return [identity, hash.digest("hex").slice(0, PSEUDONYM_DIGITS)];
    }),
  );
}

/** Gives each file what its header tells. @returns those whose header is not damaged */
export function withHeaders<File extends Labelled & Pick<ImageFile, "group" | "columns">>(
  files: readonly File[],
  { told, damaged }: Pick<HeadersRead<File>, "told" | "damaged">,
): File[] {
  for (const { file, header } of told) {
    if (header.group !== undefined) file.group = header.group;
    if (header.columns) file.columns = { ...file.columns, ...header.columns };
  }
  const unusable = new Set(damaged.map(({ file }) => file));
  return files.filter((file) => !unusable.has(file));
}

/** What is shorter is in a name by chance. */
const FEWEST_LETTERS = 4;

function isNamedAfter(file: string, identities: readonly (string | undefined)[]): boolean {
  const name = file.toLowerCase();
  return identities.some((identity) =>
    (identity ?? "")
      .toLowerCase()
      .split(/[\^\\=\s]+/)
      .some((part) => part.length >= FEWEST_LETTERS && name.includes(part)),
  );
}
