/** A TensorFlow build that Lamina knows how to fetch: pinned, with its SHA-256. */
export interface Release {
  /** Name of the folder in the cache. */
  name: string;
  version: string;
  /** Built and run by Lamina's tests on this platform. */
  tested: boolean;
  wheel: PinnedWheel;
  /** Wheels that it needs beside its own. */
  others?: readonly (PinnedWheel & { version: string })[];
  /** The same TensorFlow for NVIDIA's GPUs. */
  cuda?: Release;
  /** The C library that tfjs-node's own install script downloads, where its SHA-256 is known. */
  archive?: {
    version: string;
    url: string;
    sha256: string;
    libraries: string[];
  };
}

export interface PinnedWheel {
  package: string;
  platformTag: string;
  pythonVersion: string;
  bytes: number;
  sha256: string;
  /**
   * Members of the wheel that are unpacked, the one to open first. Those of tensorflow/ may be named without it, and then lie
   * in no folder.
   */
  libraries: string[];
  /** What they take when they are unpacked; of CUDA's alone, where it counts. */
  unpackedBytes?: number;
}
