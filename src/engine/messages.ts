import { byteSize, byteSizeBeside } from "../wording.ts";

/** What Lamina says about TensorFlow, so that a test can name it and a reader can weigh it. */
export const messages = {
  // Engine
  noEngine: (attempts: readonly { place: string; outcome: string }[]) =>
    [
      "TensorFlow was not found and could not be fetched. Tried:",
      ...attempts.map(({ place, outcome }) => `  - ${place}: ${outcome}`),
      "Three ways out:",
      "  1. Have pip (python3 -m pip) reach a package index, by your proxy or pip settings, and run again.",
      "  2. Install TensorFlow's C library for the whole system (on macOS: brew install libtensorflow).",
      "  3. Set LAMINA_TENSORFLOW to a libtensorflow file, or to the folder that holds it.",
    ].join("\n"),
  noRelease: (platform: string, architecture: string) =>
    `no build is known for ${platform} ${architecture}; there are some for Linux x64, Linux arm64 and macOS arm64`,
  ownLibraryMissing: (variable: string, path: string, names: readonly string[]) =>
    `${variable} is ${path}, but there is no TensorFlow library (${names.join(", ")}). Correct it or unset it.`,
  notALibrary: (path: string, reason: string) =>
    `${path} cannot be opened as a TensorFlow library: ${reason}`,
  outOfMemory: () => "TensorFlow has no memory left",
  waitingForOtherFetch: (what: string, folder: string) =>
    `Another process is fetching ${what} into ${folder}; waiting for it.`,
  noRoomFor: (what: string, folder: string, freeBytes: number, neededBytes: number) =>
    `${what} needs ${byteSize(neededBytes)} in ${folder}, where ${byteSizeBeside(freeBytes, neededBytes)} are free. Make room, or set LAMINA_CACHE to another folder.`,
  libraryEmpty: (file: string) => `${file} is empty`,
  libraryGone: (file: string) => `${file} is missing`,
  libraryOfOtherSize: (file: string, found: number, wanted: number) =>
    `${file} has ${bytes(found)} in place of ${bytes(wanted)}`,
  libraryOfOtherHash: (file: string) => `${file} has another SHA-256 than when it was fetched`,
  damagedHere: (fault: string) => `damaged: ${fault}`,
  fetchedAgain: (what: string, folder: string, fault: string) =>
    `${what} in ${folder} is damaged (${fault}) and is fetched again.`,
  engineDamaged: (folder: string, fault: string) =>
    `damaged: ${fault}. exp doctor --fetch fetches it again; or delete the folder ${folder}.`,
  cacheRefuses: (folder: string, reason: string) =>
    `TensorFlow is not on this machine yet, and ${folder}, which it is fetched into, cannot be written: ${reason}. Set LAMINA_CACHE to a folder that can be, or LAMINA_TENSORFLOW to a library that is there.`,
  ownLibraryDamaged: (variable: string, fault: string) =>
    `${variable} names a library that is damaged: ${fault}. Correct it or unset it.`,
  ownLibraryUnreadable: (variable: string, path: string, reason: string) =>
    `${variable} is ${path}, which cannot be read: ${reason}. Correct it or unset it.`,

  // GPU
  noCudaHere: (platform: string, architecture: string) =>
    `TensorFlow's CUDA build is there for Linux x64 alone, not for ${platform} ${architecture}`,
  noDriver: (reason: string) =>
    `NVIDIA's driver does not answer (${reason}). Where there is an NVIDIA GPU, install its driver, 525.60 or later; nvidia-smi then lists it`,
  noGpu: (visible: string | undefined) =>
    visible === undefined
      ? "NVIDIA's driver is there, but it knows no GPU"
      : `NVIDIA's driver shows no GPU: CUDA_VISIBLE_DEVICES is ${JSON.stringify(visible)}`,
  driverTooOld: (version: string | null, cuda: string, leastCuda: string, least: string) =>
    `NVIDIA's driver${version === null ? "" : ` ${version}`} is too old: it runs CUDA ${cuda}, and ${leastCuda} is needed. Install ${least} or later`,
  noCudaBuild: () =>
    `TensorFlow's CUDA build is not on this machine. exp doctor --fetch --gpu fetches it`,
  cudaBuildDamaged: (folder: string, fault: string) =>
    `TensorFlow's CUDA build in ${folder} is damaged: ${fault}. exp doctor --fetch --gpu fetches it again`,
  ownLibraryWithoutCuda: (variable: string, path: string) =>
    `${variable} is ${path}, which is built without CUDA. Unset it, and exp doctor --fetch --gpu fetches one with CUDA`,
  cudaLibrariesMissing: (names: readonly string[]) =>
    `TensorFlow's CUDA build is there, but not ${names.join(", ")}. exp doctor --fetch --gpu fetches what is missing`,
  gpuSilent: (name: string) =>
    `TensorFlow does not find the ${name}, though its driver and every CUDA library are there. engine.device: cpu trains without it.`,
  librariesGone: (names: readonly string[]) => `${names.join(", ")} missing`,
  onSystem: (names: readonly string[]) =>
    `Taken from the system, where they are: ${names.join(", ")}.`,
  numericsNotSet: (path: string, reason: string) =>
    `${path} cannot be told to compute deterministically or without TensorFloat-32: ${reason}`,
  cudaFetch: (wheels: readonly { package: string; bytes: number }[], unpacked: number) =>
    [
      `Fetching TensorFlow's CUDA build with NVIDIA's libraries, once for this machine: ${byteSize(sumOfBytes(wheels))} to download, ${byteSize(unpacked)} on disk.`,
      ...wheels.map((wheel) => `  ${wheel.package.padEnd(26)}${byteSize(wheel.bytes).padStart(7)}`),
    ].join("\n"),

  noPip: () => "neither python3, python nor pip was found",
  pipFailed: (command: string, exitCode: number, complaint: string) =>
    `${command} ended with ${exitCode}${complaint ? `: ${complaint}` : ""}`,
  wheelWithoutFiles: (file: string, names: readonly string[]) =>
    `${file} does not hold ${names.join(" and ")}`,
  wrongHash: (file: string, found: string, wanted: string) =>
    `${file} has the SHA-256 ${found}, but ${wanted} was expected; it was thrown away`,
  tarFailed: (complaint: string) => `tar could not unpack it: ${complaint}`,
  downloadFailed: (reason: string) => `no download: ${reason}`,
};

function sumOfBytes(wheels: readonly { bytes: number }[]): number {
  return wheels.reduce((sum, wheel) => sum + wheel.bytes, 0);
}

function bytes(number: number): string {
  return `${number.toLocaleString("en-GB")} bytes`;
}
