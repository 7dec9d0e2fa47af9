import { promisify } from "node:util";
import yauzl from "yauzl";

export type ZipEntry = Pick<yauzl.Entry, "fileName" | "uncompressedSize" | "crc32">;

/** A zip archive: its members, and each as a stream, which fails where it is damaged or not as long as it says. */
export interface Zip {
  entries: readonly ZipEntry[];
  stream(entry: ZipEntry): Promise<NodeJS.ReadableStream>;
  close(): void;
}

/**
 * @param archive its path, or its bytes
 * @throws Error where it is none; the system's error
 */
export async function openZip(archive: string | Buffer): Promise<Zip> {
  const options = { lazyEntries: true, autoClose: false };
  const zip =
    typeof archive === "string"
      ? await promisify<string, yauzl.Options, yauzl.ZipFile>(yauzl.open)(archive, options)
      : await promisify<Buffer, yauzl.Options, yauzl.ZipFile>(yauzl.fromBuffer)(archive, options);
  const open = promisify<yauzl.Entry, NodeJS.ReadableStream>(zip.openReadStream.bind(zip));
  return {
    entries: await listEntries(zip),
    stream: (entry) => open(entry as yauzl.Entry),
    close: () => zip.close(),
  };
}

function listEntries(zip: yauzl.ZipFile): Promise<yauzl.Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: yauzl.Entry[] = [];
    zip.on("entry", (entry: yauzl.Entry) => {
      entries.push(entry);
      zip.readEntry();
    });
    zip.on("end", () => resolve(entries));
    zip.on("error", reject);
    zip.readEntry();
  });
}
