import type { Release, PinnedWheel } from "./release.ts";

/** A library of NVIDIA's that TensorFlow's CUDA build opens when it starts. */
export interface CudaLibrary {
  /** What it is opened by. */
  name: string;
  /** A function that it has. */
  symbol: string;
}

export type NvidiaWheel = PinnedWheel & { version: string; opened: readonly CudaLibrary[] };

/**
 * Those that the tensorflow wheel asks for (`tensorflow[and-cuda]`), without what a network on one GPU needs nothing of:
 * nccl, cupti, nvcc, curand.
 */
export const nvidiaWheels: readonly NvidiaWheel[] = [
  nvidiaWheel("cuda-runtime", "12.9.79", "manylinux_2_17_x86_64", {
    bytes: 3_493_179,
    sha256: "25bba2dfb01d48a9b59ca474a1ac43c6ebf7011f1b0b8cc44f54eb6ac48a96c3",
    folder: "cuda_runtime",
    names: ["libcudart.so.12"],
    unpackedBytes: 741_088,
    opened: [{ name: "libcudart.so.12", symbol: "cudaRuntimeGetVersion" }],
  }),
  nvidiaWheel("nvjitlink", "12.9.86", "manylinux2010_x86_64", {
    bytes: 39_748_338,
    sha256: "e3f1171dbdc83c5932a45f0f4c99180a70de9bd2718c1ab77d14104f6d7147f9",
    folder: "nvjitlink",
    names: ["libnvJitLink.so.12"],
    unpackedBytes: 95_935_344,
    opened: [{ name: "libnvJitLink.so.12", symbol: "nvJitLinkVersion" }],
  }),
  nvidiaWheel("cuda-nvrtc", "12.9.86", "manylinux2010_x86_64", {
    bytes: 89_568_129,
    sha256: "210cf05005a447e29214e9ce50851e83fc5f4358df8b453155d5e1918094dcb4",
    folder: "cuda_nvrtc",
    names: ["libnvrtc.so.12", "libnvrtc-builtins.so.12.9"],
    unpackedBytes: 113_447_240,
    opened: [{ name: "libnvrtc.so.12", symbol: "nvrtcVersion" }],
  }),
  nvidiaWheel("cublas", "12.9.3.13", "manylinux_2_27_x86_64", {
    bytes: 581_217_458,
    sha256: "d7d51055f161b317c7105ddaae90e71eda059026074ffef93cf7cde2886bfe72",
    folder: "cublas",
    names: ["libcublas.so.12", "libcublasLt.so.12"],
    unpackedBytes: 854_310_592,
    opened: [
      { name: "libcublasLt.so.12", symbol: "cublasLtGetVersion" },
      { name: "libcublas.so.12", symbol: "cublasGetVersion_v2" },
    ],
  }),
  nvidiaWheel("cufft", "11.4.1.4", "manylinux_2_17_x86_64", {
    bytes: 200_877_592,
    sha256: "c67884f2a7d276b4b80eb56a79322a95df592ae5e765cf1243693365ccab4e28",
    folder: "cufft",
    names: ["libcufft.so.11"],
    unpackedBytes: 291_507_928,
    opened: [{ name: "libcufft.so.11", symbol: "cufftGetVersion" }],
  }),
  nvidiaWheel("cusparse", "12.5.10.65", "manylinux_2_17_x86_64", {
    bytes: 366_465_088,
    sha256: "73060ce019ac064a057267c585bf1fd5a353734151f87472ff02b2c5c9984e78",
    folder: "cusparse",
    names: ["libcusparse.so.12"],
    unpackedBytes: 486_556_368,
    opened: [{ name: "libcusparse.so.12", symbol: "cusparseGetProperty" }],
  }),
  nvidiaWheel("cusolver", "11.7.5.82", "manylinux_2_27_x86_64", {
    bytes: 338_117_415,
    sha256: "15da72d1340d29b5b3cf3fd100e3cd53421dde36002eda6ed93811af63c40d88",
    folder: "cusolver",
    names: ["libcusolver.so.11"],
    unpackedBytes: 302_024_152,
    opened: [{ name: "libcusolver.so.11", symbol: "cusolverGetVersion" }],
  }),
  nvidiaWheel("cudnn", "9.28.0.42", "manylinux_2_27_x86_64", {
    bytes: 716_538_495,
    sha256: "9ff58b7f36dacd0a93e89f8f2957b52466889217963701daa15e577317cfa375",
    folder: "cudnn",
    // cuDNN opens the others by itself.
    names: [
      "libcudnn.so.9",
      "libcudnn_adv.so.9",
      "libcudnn_cnn.so.9",
      "libcudnn_engines_precompiled.so.9",
      "libcudnn_engines_runtime_compiled.so.9",
      "libcudnn_engines_tensor_ir.so.9",
      "libcudnn_ext.so.9",
      "libcudnn_graph.so.9",
      "libcudnn_heuristic.so.9",
      "libcudnn_ops.so.9",
    ],
    unpackedBytes: 1_162_393_472,
    opened: [{ name: "libcudnn.so.9", symbol: "cudnnGetVersion" }],
  }),
];

function nvidiaWheel(
  name: string,
  version: string,
  platformTag: string,
  {
    folder,
    names,
    ...more
  }: Pick<NvidiaWheel, "bytes" | "sha256" | "unpackedBytes" | "opened"> & {
    folder: string;
    names: readonly string[];
  },
): NvidiaWheel {
  return {
    package: `nvidia-${name}-cu12`,
    version,
    platformTag,
    pythonVersion: "3.11",
    libraries: names.map((library) => `nvidia/${folder}/lib/${library}`),
    ...more,
  };
}

/** TensorFlow's RUNPATH expects NVIDIA's libraries as pip lays them out: tensorflow/ beside nvidia/NAME/lib. */
export const cudaRelease = {
  name: "tensorflow-2.21.0-cuda12-linux-x64",
  version: "2.21.0",
  tested: false,
  wheel: {
    package: "tensorflow",
    platformTag: "manylinux_2_27_x86_64",
    pythonVersion: "3.11",
    bytes: 572_440_367,
    sha256: "9056fbc9ba04235810b71ae6cbd958a196e8804fb53bbcffbf3e23b56155f124",
    libraries: ["tensorflow/libtensorflow_cc.so.2", "tensorflow/libtensorflow_framework.so.2"],
    unpackedBytes: 1_259_021_080,
  },
  others: nvidiaWheels,
} satisfies Release;
