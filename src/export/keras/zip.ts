/** 1 January 1980, the first day of a zip: nothing tells when it was written. */
const DATE = 0x21;
const VERSION = 20;

/** A zip of files as they are, without compression: the same files give the same bytes. Names in ASCII. */
export function storedZip(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const pieces: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let position = 0;
  for (const [name, content] of files) {
    const text = Buffer.from(name);
    const facts = record(26, [
      [2, VERSION],
      // Flags, no compression, time.
      [2, 0],
      [2, 0],
      [2, 0],
      [2, DATE],
      [4, Bun.hash.crc32(content)],
      [4, content.length],
      [4, content.length],
      [2, text.length],
      [2, 0],
    ]);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), facts, text]);
    directory.push(
      Buffer.from("PK\x01\x02"),
      record(2, [[2, VERSION]]),
      facts,
      // Comment, disk, attributes.
      record(10, []),
      record(4, [[4, position]]),
      text,
    );
    pieces.push(local, content);
    position += local.length + content.length;
  }
  const listing = Buffer.concat(directory);
  const end = record(18, [
    [2, 0],
    [2, 0],
    [2, files.size],
    [2, files.size],
    [4, listing.length],
    [4, position],
  ]);
  return Buffer.concat([...pieces, listing, Buffer.from("PK\x05\x06"), end]);
}

/** Numbers one behind the other, little-endian, then zeros. */
function record(length: number, numbers: readonly (readonly [bytes: 2 | 4, value: number])[]) {
  const bytes = Buffer.alloc(length);
  numbers.reduce((at, [size, value]) => bytes.writeUIntLE(value, at, size), 0);
  return bytes;
}
