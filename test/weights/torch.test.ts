import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { WeightsError } from "../../src/weights/errors.ts";
import { messages } from "../../src/weights/messages.ts";
import { readWeights } from "../../src/weights/read.ts";
import { writeGoldenFiles } from "../fixtures/golden-files.ts";

type Contents = Record<string, { shape: number[]; values: number[] }>;

let folder: string;
let contents: Contents;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "lamina-"));
  ({ contents } = writeGoldenFiles<Contents>("weights-torch", folder));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** By PyTorch's own names. */
async function contentsOf(name: string): Promise<Contents> {
  const { layers } = await readWeights(join(folder, name));
  return Object.fromEntries(
    layers.flatMap(({ layer, weights }) =>
      weights.map(({ name: own, shape, values }) => [
        `${layer}.${own}`,
        { shape: [...shape], values: [...values] },
      ]),
    ),
  );
}

describe("dictionaries of tensors", () => {
  test.each([
    "state.pth",
    "old.pth",
    "parameters.pth",
    "checkpoint.pt",
    "wrapped.pth",
    "strided.pth",
    "unchecked.pth",
    "protocol5.pth",
    "state.safetensors",
  ])("%s: each tensor by its name, as it is stored", async (name) => {
    expect(await contentsOf(name)).toEqual(contents);
  });

  test.each([
    ["half.pth", 2 ** -11],
    ["bfloat16.pth", 2 ** -8],
  ])("%s: numbers of 16 bits", async (name, precision) => {
    const found = await contentsOf(name);
    expect(Object.keys(found)).toEqual(Object.keys(contents));
    for (const [own, { values }] of Object.entries(contents))
      for (const [index, value] of values.entries())
        expect(Math.abs(found[own]!.values[index]! - value)).toBeLessThanOrEqual(
          Math.abs(value) * precision,
        );
  });

  test("tensors that share their numbers, turned round and repeated", async () => {
    expect(await contentsOf("views.pth")).toEqual({
      "a.weight": { shape: [2, 3], values: [2, 3, 4, 5, 6, 7] },
      "b.weight": { shape: [4, 3], values: [0, 4, 8, 1, 5, 9, 2, 6, 10, 3, 7, 11] },
      "c.weight": { shape: [5], values: [1, 1, 1, 1, 1] },
    });
  });

  test("other numbers in safetensors", async () => {
    expect(await contentsOf("mixed.safetensors")).toEqual({
      "a.weight": { shape: [2], values: [1.5, -2] },
      "b.weight": { shape: [1], values: [0.25] },
      "c.weight": { shape: [1, 1], values: [3] },
    });
  });

  test("the format is told", async () => {
    const formatOf = async (name: string) => (await readWeights(join(folder, name))).format;
    expect(await formatOf("state.pth")).toBe("torch");
    expect(await formatOf("old.pth")).toBe("torch");
    expect(await formatOf("state.safetensors")).toBe("safetensors");
  });
});

describe("what is no dictionary of tensors is named, and nothing of it is run", () => {
  async function reasonOf(name: string): Promise<string> {
    const path = join(folder, name);
    const error: unknown = await readWeights(path).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(WeightsError);
    return (error as Error).message;
  }
  const told = (name: string, reason: string) => messages.unreadable(join(folder, name), reason);

  test.each([
    ["evil.pth", () => messages.foreignObject("posix.system")],
    ["module.pth", () => messages.foreignObject("torch.nn.modules.container.Sequential")],
    ["namespace.pth", () => messages.foreignObject("argparse.Namespace")],
    ["nothing.pth", () => messages.noTensors()],
    ["script.pt", () => messages.torchScript()],
    ["evil.pkl", () => messages.noSuchFormat()],
  ])("%s", async (name, reason) => {
    expect(await reasonOf(name)).toBe(told(name, reason()));
    expect(existsSync("lamina-was-here")).toBe(false);
  });

  /** A file from before 1.6 whose dictionary is a pickle of one's own. */
  function oldFile(name: string, pickle: string, storages = ""): void {
    const { buffer } = new Uint8Array(readFileSync(join(folder, "old.pth")));
    // The magic number, the version, and what is told of the machine.
    const [magic, version] = [Buffer.from(buffer, 0, 15), Buffer.from("80024de9032e", "hex")];
    const machine = Buffer.from("80027d2e", "hex");
    writeFileSync(
      join(folder, name),
      Buffer.concat([
        magic,
        version,
        machine,
        Buffer.from(pickle, "latin1"),
        Buffer.from(storages, "latin1"),
      ]),
    );
  }

  test("numbers, memos and lists beyond all measure", async () => {
    // A text of 4 GB, a number of 2 GB, a list of a list of a list, which no one has marked.
    for (const [name, pickle] of [
      ["text.pth", "\x80\x02X\xff\xff\xff\xffa."],
      ["long.pth", "\x80\x02\x8b\xff\xff\xff\x7fa."],
      ["mark.pth", "\x80\x02]e."],
      ["memo.pth", "\x80\x02h\x07."],
      ["code.pth", "\x80\x02\xff."],
      ["end.pth", "\x80\x02]]]"],
    ] as const) {
      oldFile(name, pickle);
      expect(await reasonOf(name)).toStartWith(
        messages.unreadable(join(folder, name), "it is damaged").slice(0, -1),
      );
    }
  });

  test("a tensor that claims more numbers than there are", async () => {
    const huge = Buffer.from(readFileSync(join(folder, "old.pth")));
    // The sizes of features.0.weight, (2, 1, 3, 3), become (2, 1, 255, 255).
    const at = huge.indexOf(Buffer.from("284b024b014b034b0374", "hex"));
    expect(at).toBeGreaterThan(0);
    huge.writeUInt8(255, at + 6).toString();
    huge.writeUInt8(255, at + 8).toString();
    writeFileSync(join(folder, "huge.pth"), huge);
    expect(await reasonOf("huge.pth")).toBe(told("huge.pth", messages.cutOff()));
  });

  test("a zip archive that unpacks to far more than it is", async () => {
    const path = join(folder, "bomb.pth");
    const script = `import sys, zipfile
z = zipfile.ZipFile(sys.argv[1], "w", zipfile.ZIP_DEFLATED)
z.writestr("a/data.pkl", b"\\0" * 60_000_000)`;
    expect(await Bun.spawn(["python3", "-c", script, path]).exited).toBe(0);
    expect(await reasonOf("bomb.pth")).toContain("claims to hold more than");
  });
});
