import { beforeEach, describe, expect, test } from "bun:test";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { askDriver } from "../../src/engine/driver.ts";
import { useTemporaryFolder } from "../fixtures/folder.ts";

const folder = useTemporaryFolder();
const compiler = ["cc", "gcc", "clang"].find((name) => Bun.which(name));

/** Two GPUs, as NVIDIA's driver tells of them. */
const cuda = `
#include <string.h>
int cuInit(unsigned flags) { return BEGUN; }
int cuDriverGetVersion(int *version) { *version = 12080; return 0; }
int cuDeviceGetCount(int *count) { *count = 2; return 0; }
int cuDeviceGet(int *device, int ordinal) { *device = ordinal + 7; return 0; }
int cuDeviceGetName(char *name, int length, int device) { strncpy(name, device == 7 ? "NVIDIA H100" : "NVIDIA T4", length); return 0; }
int cuDeviceGetAttribute(int *value, int attribute, int device) { *value = attribute == 75 ? (device == 7 ? 9 : 7) : attribute == 76 ? (device == 7 ? 0 : 5) : -1; return 0; }
int cuDeviceTotalMem_v2(unsigned long *bytes, int device) { *bytes = device == 7 ? 85899345920ul : 16106127360ul; return 0; }
int cuDeviceGetPCIBusId(char *id, int length, int device) { strncpy(id, device == 7 ? "0000:1B:00.0" : "0000:1C:00.0", length); return 0; }
`;
const management = `
#include <string.h>
int nvmlInit_v2(void) { return 0; }
int nvmlSystemGetDriverVersion(char *version, unsigned length) { strncpy(version, "580.65.06", length); return 0; }
static int handle;
int nvmlDeviceGetHandleByPciBusId_v2(const char *id, void **device) { *device = &handle; return strcmp(id, "0000:1B:00.0") ? 6 : 0; }
static unsigned long used = 1000;
int nvmlDeviceGetMemoryInfo(void *device, unsigned long *memory) { if (device != &handle) return 2; memory[0] = 85899345920ul; memory[2] = used; memory[1] = memory[0] - used; used += 500; return 0; }
`;

/** @returns the path of a library made from C */
async function build(name: string, source: string, begun = 0): Promise<string> {
  const file = join(folder.path, `${name}.c`);
  writeFileSync(file, source);
  const library = join(folder.path, `${name}.so`);
  const command = [compiler!, "-shared", "-fPIC", `-DBEGUN=${begun}`, "-o", library, file];
  expect(await Bun.spawn(command, { stderr: "inherit" }).exited).toBe(0);
  return library;
}

describe.skipIf(compiler === undefined || process.platform !== "linux")(
  "NVIDIA's driver (a C compiler makes one for this test)",
  () => {
    let watching: string;
    beforeEach(async () => {
      watching = await build("nvml", management);
    });

    test("tells its GPUs, its version, and how much memory of the first is taken", async () => {
      const driver = askDriver({ cuda: await build("cuda", cuda), management: watching });
      if ("refusal" in driver) throw new Error(driver.refusal);
      expect(driver.gpus).toEqual([
        { name: "NVIDIA H100", computeCapability: "9.0", memoryBytes: 85_899_345_920 },
        { name: "NVIDIA T4", computeCapability: "7.5", memoryBytes: 16_106_127_360 },
      ]);
      expect(driver.cuda).toBe(12_080);
      expect(driver.version).toBe("580.65.06");
      expect([driver.usedBytes(), driver.usedBytes()]).toEqual([1000, 1500]);
    });

    test("without the library that watches over it tells no version and no memory", async () => {
      const library = await build("cuda", cuda);
      const driver = askDriver({ cuda: library, management: "libnot-there.so.1" });
      expect(driver).toMatchObject({ version: null, cuda: 12_080 });
      if (!("refusal" in driver)) expect(driver.usedBytes()).toBeNull();
    });

    test("without a GPU that may be seen is there all the same", async () => {
      const driver = askDriver({ cuda: await build("none", cuda, 100), management: watching });
      expect(driver).toMatchObject({ gpus: [], cuda: 12_080 });
    });

    test("that cannot begin says why", async () => {
      const driver = askDriver({ cuda: await build("ill", cuda, 803), management: watching });
      expect(driver).toEqual({ refusal: "cuInit: 803" });
    });
  },
);

test("no driver says why, and a library in the current folder is not taken for one", async () => {
  const name = "libnot-there.so.1";
  writeFileSync(join(folder.path, name), "");
  const script = `import { askDriver } from ${JSON.stringify(join(import.meta.dir, "../../src/engine/driver.ts"))};
console.log(JSON.stringify(askDriver({ cuda: "${name}", management: "${name}" })))`;
  const child = Bun.spawn([process.execPath, "-e", script], { cwd: folder.path });
  const { refusal } = (await new Response(child.stdout).json()) as { refusal: string };
  expect(refusal).toStartWith(`${name}: cannot open shared object file`);
});
