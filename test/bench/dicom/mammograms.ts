import { $ } from "bun";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { stream } from "../../../src/random.ts";

/** What dcmtk makes of the first: all of them lossless. */
export const syntaxes = {
  explicit: [],
  rle: ["dcmcrle"],
  "jpeg-lossless": ["dcmcjpeg"],
  "jpeg-ls": ["dcmcjpls"],
} as const;
export type SyntaxName = keyof typeof syntaxes;

const SIDE = 256;
const MAKERS = ["ACME Medical", "Example Imaging"] as const;

/**
 * DICOM mammograms of 12 bits, cut out of the mini-MIAS mammograms at random, mirrored or not and with noise: of two
 * manufacturers, half of them MONOCHROME1, with patients, sides, views and a window. Each once per syntax.
 *
 * @param mias folder with labels.csv and the PGM files
 * @param into folder, which gets one folder for each syntax
 */
export async function makeMammograms(mias: string, into: string, images: number): Promise<void> {
  const [header, ...rows] = readFileSync(join(mias, "labels.csv"), "utf8")
    .trim()
    .split("\n")
    .map((line) => line.split(","));
  const at = (name: string) => header!.indexOf(name);
  for (const name of Object.keys(syntaxes)) mkdirSync(join(into, name), { recursive: true });
  const dump = join(into, "image.dump");
  const raw = join(into, "image.raw");
  for (let index = 0; index < images; index++) {
    const row = rows[index % rows.length]!;
    const patient = row[at("patient_id")]!;
    const random = stream(1, "mammogram", index);
    const isInverted = index % 2 === 1;
    const isMirrored = uniformInt(random, 0, 1) === 1;
    const pixels = readPgm(join(mias, row[at("filename")]!));
    const left = 256 + uniformInt(random, 0, 256);
    const top = 256 + uniformInt(random, 0, 256);
    const values = Uint16Array.from({ length: SIDE * SIDE }, (_, place) => {
      const across = place % SIDE;
      const x = left + (isMirrored ? SIDE - 1 - across : across);
      const level = pixels[(top + Math.floor(place / SIDE)) * 1024 + x]!;
      const value = Math.min(4095, level * 16 + uniformInt(random, 0, 15));
      return isInverted ? 4095 - value : value;
    });
    const number = `1.2.826.0.1.3680043.8.498.${index + 1}`;
    writeFileSync(raw, new Uint8Array(values.buffer));
    writeFileSync(
      dump,
      [
        "(0008,0016) UI =DigitalMammographyXRayImageStorageForPresentation",
        `(0008,0018) UI [${number}.3]`,
        "(0008,0060) CS [MG]",
        "(0008,0068) CS [FOR PRESENTATION]",
        `(0008,0070) LO [${MAKERS[Math.floor(index / 3) % 2]}]`,
        `(0008,103e) LO [${row[at("abnormal")] === "yes" ? "abnormal" : "normal"}]`,
        `(0010,0010) PN [Doe^${patient}]`,
        `(0010,0020) LO [MIAS-${patient}]`,
        `(0018,5101) CS [${index % 4 < 2 ? "MLO" : "CC"}]`,
        `(0020,000d) UI [${number}.1]`,
        `(0020,000e) UI [${number}.2]`,
        `(0020,0062) CS [${row[at("side")] === "left" ? "L" : "R"}]`,
        "(0028,0002) US 1",
        `(0028,0004) CS [${isInverted ? "MONOCHROME1" : "MONOCHROME2"}]`,
        `(0028,0010) US ${SIDE}`,
        `(0028,0011) US ${SIDE}`,
        "(0028,0030) DS [0.2\\0.2]",
        "(0028,0100) US 16",
        "(0028,0101) US 12",
        "(0028,0102) US 11",
        "(0028,0103) US 0",
        `(0028,1050) DS [${isInverted ? 1900 : 2195}]`,
        "(0028,1051) DS [3800]",
        `(7fe0,0010) OW =${raw}`,
        "",
      ].join("\n"),
    );
    const name = `IM${index.toString().padStart(4, "0")}`;
    const explicit = join(into, "explicit", name);
    await $`dump2dcm +te ${dump} ${explicit}`.quiet();
    for (const [syntax, [tool]] of Object.entries(syntaxes))
      if (tool) await $`${tool} ${explicit} ${join(into, syntax, name)}`.quiet();
  }
}

/** Of 8 bits, 1024 x 1024. */
function readPgm(path: string): Uint8Array {
  return new Uint8Array(readFileSync(path)).subarray(-1024 * 1024);
}
