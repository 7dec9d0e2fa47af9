import type { Pixels } from "../../pixels.ts";
import type { LibraryAddress } from "../../engine/library.ts";
import type { ForSharp } from "./decode.ts";
import type { Target, Verdict } from "./verdict.ts";

/** What a decoding thread is started with. */
export interface WorkerStart {
  target: Target;
  /** TensorFlow's, which decodes JPEG files; null: sharp does. */
  library: LibraryAddress | null;
}

/** An image that is to be decoded. */
export interface OrderedImage {
  /** Of its file, the whole of it. */
  bytes: Uint8Array;
  part?: FilePart | undefined;
}

/** Of a DICOM file that is asked for frame by frame: its bytes are shared memory, its elements are read once a thread. */
export interface FilePart {
  /** Tells the file from others. */
  sha256: string;
  /** From 1. */
  frame: number;
}

/** Several files in one message: it takes longer to post one than to decode a small image. */
export interface Order {
  images: OrderedImage[];
  /** Whether the thread may load sharp; otherwise what is for sharp comes back. */
  mayUseSharp: boolean;
}

/** Small files that the thread itself reads. The answer is a Bundle. */
export interface BundleOrder {
  paths: string[];
}

/** Of each file of the oldest order. A failure is a mistake of ours: what is wrong with a file is a verdict. */
export type Answer = (
  { verdict: Verdict } | { returned: ForSharp & { bytes: Uint8Array } } | { failure: string }
)[];

/** Of some arrays the buffers that they are all of: posted without a copy. */
export function wholeBuffers(arrays: readonly Pixels[]): ArrayBuffer[] {
  return arrays.flatMap(({ buffer, byteLength }) =>
    byteLength === buffer.byteLength && buffer instanceof ArrayBuffer ? [buffer] : [],
  );
}
