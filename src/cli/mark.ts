import { sealOf } from "../run/seals.ts";

/** Where a mark stands in a file: near its end, so that the mark can tell of all that comes before. */
interface Format {
  /** How such files begin. */
  magic: string;
  /** The content up to the mark. */
  head(content: Buffer): Buffer;
  tail(mark: Buffer): Buffer;
}

/** HTML and SVG. */
const markup: Format = {
  magic: "<",
  head: (content) => Buffer.concat([content, Buffer.from("<!-- ")]),
  tail: () => Buffer.from(" -->\n"),
};

/** PNG: https://www.w3.org/TR/png-3/#5Chunk-layout */
const IEND = Buffer.from("0000000049454e44ae426082", "hex");
const KEYWORD = Buffer.from("tEXtSoftware\0", "latin1");
const CHUNK_TYPE_BYTES = 4;
const MARK_BYTES = markOf(Buffer.alloc(0)).length;

const formats: readonly Format[] = [
  markup,
  {
    // JSON, an entry a line.
    magic: "{\n",
    head(content) {
      const open = content.subarray(0, content.lastIndexOf("\n}"));
      return Buffer.concat([open, Buffer.from(',\n  "usermeta": { "generator": "')]);
    },
    tail: () => Buffer.from('" }\n}\n'),
  },
  {
    magic: "\x89PNG",
    head(content) {
      const length = Buffer.alloc(4);
      length.writeUInt32BE(KEYWORD.length - CHUNK_TYPE_BYTES + MARK_BYTES);
      return Buffer.concat([content.subarray(0, -IEND.length), length, KEYWORD]);
    },
    tail(mark) {
      const checksum = Buffer.alloc(4);
      checksum.writeUInt32BE(Bun.hash.crc32(Buffer.concat([KEYWORD, mark])));
      return Buffer.concat([checksum, IEND]);
    },
  },
];

/**
 * Marks a file as one that Lamina made, with the SHA-256 of all that stands before: an HTML page or an SVG in a comment,
 * JSON as `usermeta`, PNG in a text chunk. What cannot be marked, such as plain text, stays as it is.
 */
export function marked(content: string | Uint8Array): Buffer {
  const bytes = Buffer.from(content as string);
  const format = formatOf(bytes);
  if (!format) return bytes;
  const head = format.head(bytes);
  const mark = markOf(head);
  return Buffer.concat([head, mark, format.tail(mark)]);
}

/** Whether Lamina made a file, and nobody has changed it since. */
export function isMarked(content: Buffer): boolean {
  const format = formatOf(content);
  if (!format) return false;
  const end = content.length - format.tail(markOf(content)).length;
  const at = end - MARK_BYTES;
  if (at < 0) return false;
  const mark = markOf(content.subarray(0, at));
  return content.subarray(at).equals(Buffer.concat([mark, format.tail(mark)]));
}

function formatOf(content: Buffer): Format | undefined {
  return formats.find(({ magic }) => content.toString("latin1", 0, magic.length) === magic);
}

function markOf(head: Buffer): Buffer {
  return Buffer.from(`Lamina ${sealOf(head)}`, "latin1");
}
