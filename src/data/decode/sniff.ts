import { isBareDataset } from "../dicom/bare.ts";

/** The formats that are decoded. */
export type ImageFormat =
  "jpeg" | "png" | "webp" | "tiff" | "gif" | "avif" | "bmp" | "netpbm" | "dicom";

/** What the first bytes of a file say that it is: a format that is decoded, the name of another one, or nothing known. */
export type Sniffed = { format: ImageFormat } | { unsupported: string } | undefined;

interface Signature {
  /** Bytes from `at`; a string stands for its Latin-1 bytes. */
  bytes: string;
  at?: number;
  is: Sniffed;
}

const signatures: readonly Signature[] = [
  // What comes before it may be anything: the header of a TIFF file, too.
  { bytes: "DICM", at: 128, is: { format: "dicom" } },
  { bytes: "\xff\xd8\xff", is: { format: "jpeg" } },
  { bytes: "\x89PNG\r\n\x1a\n", is: { format: "png" } },
  { bytes: "WEBP", at: 8, is: { format: "webp" } },
  { bytes: "II*\0", is: { format: "tiff" } },
  { bytes: "MM\0*", is: { format: "tiff" } },
  { bytes: "II+\0", is: { format: "tiff" } },
  { bytes: "MM\0+", is: { format: "tiff" } },
  { bytes: "GIF87a", is: { format: "gif" } },
  { bytes: "GIF89a", is: { format: "gif" } },
  { bytes: "ftypavif", at: 4, is: { format: "avif" } },
  { bytes: "ftypavis", at: 4, is: { format: "avif" } },
  {
    bytes: "ftyp",
    at: 4,
    is: { unsupported: "HEIC or another ISO media format" },
  },
  { bytes: "BM", is: { format: "bmp" } },
  { bytes: "8BPS", is: { unsupported: "Photoshop" } },
  { bytes: "\0\0\0\x0cjP  ", is: { unsupported: "JPEG 2000" } },
  { bytes: "\xff\x4f\xff\x51", is: { unsupported: "JPEG 2000" } },
  { bytes: "\0\0\0\x0cJXL ", is: { unsupported: "JPEG XL" } },
  { bytes: "\xff\x0a", is: { unsupported: "JPEG XL" } },
  { bytes: "%PDF", is: { unsupported: "PDF" } },
  { bytes: "v/1\x01", is: { unsupported: "OpenEXR" } },
  { bytes: "#?RADIANCE", is: { unsupported: "Radiance HDR" } },
  { bytes: "#?RGBE", is: { unsupported: "Radiance HDR" } },
  { bytes: "farbfeld", is: { unsupported: "farbfeld" } },
  { bytes: "qoif", is: { unsupported: "QOI" } },
  { bytes: "P7\n", is: { unsupported: "PAM" } },
  { bytes: "Pf\n", is: { unsupported: "PFM" } },
  { bytes: "PF\n", is: { unsupported: "PFM" } },
  { bytes: "DDS ", is: { unsupported: "DDS" } },
];

const signatureBytes = signatures.map(({ bytes, at = 0, is }) => ({
  bytes: Uint8Array.from(bytes, (character) => character.charCodeAt(0)),
  at,
  is,
}));

/** A few bytes as text, each as the character of its number. */
export function latin1(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at++) text += String.fromCharCode(bytes[at]!);
  return text;
}

/** The format by content alone: names and extensions are not looked at. */
export function sniff(bytes: Uint8Array): Sniffed {
  for (const signature of signatureBytes) if (begins(bytes, signature)) return signature.is;
  const head = latin1(bytes.subarray(0, 1024));
  if (/^P[1-6][\s#]/.test(head)) return { format: "netpbm" };
  if (/^(\xef\xbb\xbf)?\s*<(\?xml|!--|!DOCTYPE svg|svg)/.test(head) && head.includes("<svg")) {
    return { unsupported: "SVG" };
  }
  if (isBareDataset(bytes)) return { format: "dicom" };
  const icons = iconsOf(bytes);
  if (icons !== undefined) return { unsupported: icons };
  return isTga(bytes) ? { unsupported: "TGA" } : undefined;
}

/** Byte by byte: many files are tiny, and a text of their first bytes would take as long as the rest of the work. */
function begins(file: Uint8Array, { bytes, at }: { bytes: Uint8Array; at: number }): boolean {
  for (let index = 0; index < bytes.length; index++)
    if (file[at + index] !== bytes[index]) return false;
  return true;
}

export function isDicom(bytes: Uint8Array): boolean {
  const sniffed = sniff(bytes);
  return sniffed !== undefined && "format" in sniffed && sniffed.format === "dicom";
}

/** ICO and CUR begin alike, with a list of at least one picture, each behind it. A TGA file may begin so too. */
function iconsOf(bytes: Uint8Array): string | undefined {
  if (bytes.length < 22 || bytes[0] !== 0 || bytes[1] !== 0 || bytes[3] !== 0) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [kind, count, offset] = [bytes[2], view.getUint16(4, true), view.getUint32(18, true)];
  if (count === 0 || offset < 6 + 16 * count) return undefined;
  return kind === 1 ? "ICO" : kind === 2 ? "CUR" : undefined;
}

/** TGA has a signature at its end, and only in its second version; before, only a header in which little is free. */
function isTga(bytes: Uint8Array): boolean {
  if (bytes.length < 18) return false;
  if (latin1(bytes.subarray(-18, -2)) === "TRUEVISION-XFILE") return true;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [hasMap, kind, depth] = [bytes[1]!, bytes[2]!, bytes[16]!];
  const isMapped = kind === 1 || kind === 9;
  const map = bytes.subarray(3, 8);
  return (
    hasMap === Number(isMapped) &&
    [1, 2, 3, 9, 10, 11].includes(kind) &&
    (isMapped ? [15, 16, 24, 32].includes(map[4]!) : map.every((byte) => byte === 0)) &&
    [8, 15, 16, 24, 32].includes(depth) &&
    view.getUint16(12, true) > 0 &&
    view.getUint16(14, true) > 0 &&
    // The two highest bits of the last byte are always 0.
    (bytes[17]! & 0xc0) === 0
  );
}

const extensions: Readonly<Record<ImageFormat, readonly string[]>> = {
  jpeg: ["jpg", "jpeg", "jpe", "jfif", "jif"],
  png: ["png", "apng"],
  webp: ["webp"],
  tiff: ["tif", "tiff"],
  gif: ["gif"],
  avif: ["avif", "avifs"],
  bmp: ["bmp", "dib"],
  netpbm: ["pgm", "ppm", "pbm", "pnm"],
  dicom: ["dcm", "dicom", "dic", "ima"],
};

/** Whether a file's name has an extension and it is not one of its format. */
export function isMisnamed(file: string, format: ImageFormat): boolean {
  const [, extension] = /\.([^./]+)$/.exec(file) ?? [];
  // DICOM's own names are numbers with dots.
  if (format === "dicom" && /^\d+$/.test(extension ?? "")) return false;
  return extension !== undefined && !extensions[format].includes(extension.toLowerCase());
}
