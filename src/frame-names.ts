import type { ImageRecord } from "./layout.ts";

/**
 * Where every frame of a file is an image, its name is the file's with the frame's number behind it, from 1 as DICOM
 * counts: `scan.dcm#3`. Its content is told by the file's SHA-256 with the same behind it.
 */
export function framed(file: string, frame: number | undefined): string {
  return frame === undefined ? file : `${file}#${frame}`;
}

/** A name as that of a file and a frame; undefined where it does not end as that of a frame. */
export function frameIn(name: string): { file: string; frame: number } | undefined {
  const [, file, frame] = /^(.+)#([1-9]\d{0,8})$/s.exec(name) ?? [];
  return file === undefined ? undefined : { file, frame: Number(frame) };
}

/** The file that an image is in, and its frame where it is one of several: a file's own name may end as that of a frame. */
export function placeOf({ file, sha256 }: Pick<ImageRecord, "file" | "sha256">): {
  file: string;
  frame?: number;
} {
  const frame = frameIn(sha256)?.frame;
  return frame === undefined ? { file } : { file: file.slice(0, -framed("", frame).length), frame };
}
