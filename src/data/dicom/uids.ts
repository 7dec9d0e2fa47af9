/** How the pixels of a DICOM file are coded, where it is one of the ways that are read. */
export type Coding = "native" | "rle" | "jpeg" | "jpeg-lossless" | "jpeg-ls" | "jpeg-2000";

export interface TransferSyntax {
  isExplicit: boolean;
  littleEndian: boolean;
  isDeflated?: boolean;
  /** null of one that is not read. */
  coding: Coding | null;
  name: string;
}

const encapsulated = (coding: Coding | null, name: string): TransferSyntax => ({
  isExplicit: true,
  littleEndian: true,
  coding,
  name,
});

export const implicitLittle: TransferSyntax = {
  isExplicit: false,
  littleEndian: true,
  coding: "native",
  name: "Implicit VR Little Endian",
};

export const explicitLittle: TransferSyntax = {
  isExplicit: true,
  littleEndian: true,
  coding: "native",
  name: "Explicit VR Little Endian",
};

export const explicitBig: TransferSyntax = {
  isExplicit: true,
  littleEndian: false,
  coding: "native",
  name: "Explicit VR Big Endian",
};

/** By UID, all of them from 1.2.840.10008.1.2 on: https://dicom.nema.org/medical/dicom/current/output/html/part05.html#chapter_10 */
const syntaxes: Readonly<Record<string, TransferSyntax>> = {
  "": implicitLittle,
  ".1": explicitLittle,
  ".1.98": { ...explicitLittle, coding: null, name: "Encapsulated Uncompressed" },
  ".1.99": { ...explicitLittle, isDeflated: true, name: "Deflated Explicit VR Little Endian" },
  ".2": explicitBig,
  ".4.50": encapsulated("jpeg", "JPEG Baseline"),
  // Of 8 bits; of 12 its decoder says that it cannot.
  ".4.51": encapsulated("jpeg", "JPEG Extended"),
  ".4.53": encapsulated(null, "JPEG Spectral Selection"),
  ".4.55": encapsulated(null, "JPEG Full Progression"),
  ".4.57": encapsulated("jpeg-lossless", "JPEG Lossless"),
  ".4.70": encapsulated("jpeg-lossless", "JPEG Lossless, first-order prediction"),
  ".4.80": encapsulated("jpeg-ls", "JPEG-LS Lossless"),
  ".4.81": encapsulated("jpeg-ls", "JPEG-LS Near-lossless"),
  ".4.90": encapsulated("jpeg-2000", "JPEG 2000 Lossless"),
  ".4.91": encapsulated("jpeg-2000", "JPEG 2000"),
  ".4.92": encapsulated(null, "JPEG 2000 Part 2 Lossless"),
  ".4.93": encapsulated(null, "JPEG 2000 Part 2"),
  ".4.94": encapsulated(null, "JPIP Referenced"),
  ".4.95": encapsulated(null, "JPIP Referenced Deflate"),
  ".4.100": encapsulated(null, "MPEG2 Main Profile"),
  ".4.101": encapsulated(null, "MPEG2 High Level"),
  ".4.102": encapsulated(null, "MPEG-4 AVC/H.264"),
  ".4.103": encapsulated(null, "MPEG-4 AVC/H.264 BD-compatible"),
  ".4.104": encapsulated(null, "MPEG-4 AVC/H.264 For 2D Video"),
  ".4.105": encapsulated(null, "MPEG-4 AVC/H.264 For 3D Video"),
  ".4.106": encapsulated(null, "MPEG-4 AVC/H.264 Stereo"),
  ".4.107": encapsulated(null, "HEVC/H.265 Main"),
  ".4.108": encapsulated(null, "HEVC/H.265 Main 10"),
  ".4.110": encapsulated(null, "JPEG XL Lossless"),
  ".4.111": encapsulated(null, "JPEG XL JPEG Recompression"),
  ".4.112": encapsulated(null, "JPEG XL"),
  ".4.201": encapsulated(null, "High-Throughput JPEG 2000 Lossless"),
  ".4.202": encapsulated(null, "High-Throughput JPEG 2000 RPCL Lossless"),
  ".4.203": encapsulated(null, "High-Throughput JPEG 2000"),
  ".4.204": encapsulated(null, "JPIP HTJ2K Referenced"),
  ".4.205": encapsulated(null, "JPIP HTJ2K Referenced Deflate"),
  ".5": encapsulated("rle", "RLE Lossless"),
  ".8.1": encapsulated(null, "Deflated Image Frame"),
};

const ROOT = "1.2.840.10008.1.2";

/** @returns undefined of a UID that the standard does not have, a manufacturer's own among them */
export function transferSyntax(uid: string): TransferSyntax | undefined {
  if (!uid.startsWith(ROOT)) return undefined;
  const rest = uid.slice(ROOT.length);
  return Object.hasOwn(syntaxes, rest) ? syntaxes[rest] : undefined;
}

/** The media storage directory: a DICOMDIR, which lists files. */
export const DIRECTORY = "1.2.840.10008.1.3.10";

/** What there is in DICOM besides pictures, by the beginning of its SOP class. */
const others: readonly [prefix: string, name: string][] = [
  [DIRECTORY, "a directory of other files"],
  ["1.2.840.10008.5.1.4.1.1.88.", "a report"],
  ["1.2.840.10008.5.1.4.1.1.9.", "a waveform"],
  ["1.2.840.10008.5.1.4.1.1.104.", "an encapsulated document"],
  ["1.2.840.10008.5.1.4.1.1.11.", "a presentation state"],
  ["1.2.840.10008.5.1.4.1.1.481.2", "a radiation dose"],
  ["1.2.840.10008.5.1.4.1.1.481.3", "a set of radiotherapy structures"],
  ["1.2.840.10008.5.1.4.1.1.481.", "a radiotherapy plan or record"],
];

/** What a DICOM file without a picture is; undefined where its class does not say. */
export function pictureless(sopClass: string): string | undefined {
  return others.find(([prefix]) => sopClass.startsWith(prefix))?.[1];
}
