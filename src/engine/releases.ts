import { cudaRelease } from "./cuda-release.ts";
import type { Release } from "./release.ts";

export type { Release } from "./release.ts";

/** The TensorFlow builds that Lamina knows how to fetch. */
export const releases: Readonly<Record<string, Release>> = {
  "linux-x64": {
    name: "tensorflow-cpu-2.21.0-linux-x64",
    version: "2.21.0",
    tested: true,
    wheel: {
      package: "tensorflow-cpu",
      platformTag: "manylinux_2_27_x86_64",
      pythonVersion: "3.11",
      bytes: 273_829_956,
      sha256: "2b847d217b02ee7731ed91431daf3250daa0196c3c94614d23be27232e6e5b6c",
      libraries: ["libtensorflow_cc.so.2", "libtensorflow_framework.so.2"],
    },
    archive: {
      version: "2.9.1",
      url: "https://storage.googleapis.com/tensorflow/libtensorflow/libtensorflow-cpu-linux-x86_64-2.9.1.tar.gz",
      sha256: "7f510d2546e3db5e10b1d119463689003d587842892ad3c95bca51cf82820173",
      libraries: ["libtensorflow.so.2", "libtensorflow_framework.so.2"],
    },
    cuda: cudaRelease,
  },
  "linux-arm64": {
    name: "tensorflow-2.21.0-linux-arm64",
    version: "2.21.0",
    tested: false,
    wheel: {
      package: "tensorflow",
      platformTag: "manylinux_2_27_aarch64",
      pythonVersion: "3.11",
      bytes: 281_828_020,
      sha256: "4b24aca16d527a3cf1c37f720c04c484c3d20f4d0fdfa98632ac8b9f3be6eb5c",
      libraries: ["libtensorflow_cc.so.2", "libtensorflow_framework.so.2"],
    },
  },
  "darwin-arm64": {
    name: "tensorflow-2.21.0-darwin-arm64",
    version: "2.21.0",
    tested: false,
    wheel: {
      package: "tensorflow",
      platformTag: "macosx_12_0_arm64",
      pythonVersion: "3.11",
      bytes: 223_405_849,
      sha256: "51f46f4806139d01fc7920cc72a4c75876f80649bf40ff083ab6212ceb43ca88",
      libraries: ["libtensorflow_cc.2.dylib", "libtensorflow_framework.2.dylib"],
    },
  },
};

/** The release for a machine, e.g. `("linux", "x64")`; undefined where there is none. */
export function releaseFor(platform: string, architecture: string): Release | undefined {
  return releases[`${platform}-${architecture}`];
}
