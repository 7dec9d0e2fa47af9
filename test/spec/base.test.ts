import { describe, expect, test } from "bun:test";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { withTrunk } from "../../src/spec/base.ts";
import { isMapping, resolveExperiment, resolvedText } from "../../src/spec/resolve.ts";
import { useTemporaryFolder } from "../fixtures/folder.ts";

const folder = useTemporaryFolder();

function based(base: unknown, more: object = {}) {
  const { value, findings } = withTrunk({ ...more, model: { base, layers: [] } }, folder.path);
  const { base: written } = (value as { model: { base: unknown } }).model;
  const trunk = (isMapping(written) && (written["trunk"] as Layer[])) || [];
  return { trunk, findings: findings.map(({ path, message }) => `${path.join(".")}: ${message}`) };
}
type Layer = Record<string, { name?: string; trainable?: boolean; layers?: Layer[] }>;

/** All layers with settings, with those inside others. */
function every(layers: readonly Layer[]): Layer[] {
  return layers.flatMap((layer) => {
    const inside = Object.values(layer)[0]!.layers ?? [];
    return [...every(inside), layer];
  });
}

/** A finished run, as far as its layers go. */
function writeRun(layers: unknown[], data: object = {}): void {
  const path = join(folder.path, "runs/before/v001");
  mkdirSync(path, { recursive: true });
  const experiment = resolveExperiment({
    data: { train: "images", ...data },
    model: { layers: layers as never },
  });
  writeFileSync(join(path, "resolved.json"), resolvedText(experiment));
}
const run = "runs/before/v001";
const grey = { data: { colour: "grey" } };

describe("a network that comes with Lamina", () => {
  test("ends where it is asked to, and is frozen but for its last layers", () => {
    const { trunk } = based({ from: "mobilenetV2", until: "block_2_add", trainable: { last: 4 } });
    expect(Object.values(trunk.at(-1)!)[0]!.name).toBe("block_2_add");
    const trained = every(trunk).flatMap((layer) => {
      const [settings] = Object.values(layer);
      return settings!.trainable ? settings!.name! : [];
    });
    // The addition, batchNorm, the projection and relu6 are the last four, and batchNorm stays as it is.
    expect(trained).toEqual(["block_2_project"]);
  });

  test("brings what prepares its images, by whose weights they are", () => {
    const modeOf = (base: object) =>
      (based(base).trunk[0] as { preprocessInput?: { mode: string } }).preprocessInput?.mode;
    expect([
      modeOf({ from: "mobilenetV2" }),
      modeOf({ from: "mobilenetV2", weights: "a.pth" }),
      modeOf({ from: "mobilenetV2", weights: "a.weights.h5" }),
      modeOf({ from: "resnet50", weights: "a.h5" }),
      modeOf({ from: "efficientnetB0", weights: "a.keras" }),
    ]).toEqual(["torch", "torch", "tf", "caffe", "rgb"]);
  });

  test.each([
    [{ from: "resnet50" }, {}, "model.base.from: no weights of resnet50"],
    [{ from: "resnet50", weights: "a.pth" }, {}, "model.base.weights: of PyTorch's files only"],
    [{ from: "mobilenetV2", until: "x" }, {}, "model.base.until: no layer"],
    [{ from: "mobilenetV2", trunk: [] }, {}, "model.base.trunk: these layers follow"],
    [{ from: "nothing" }, {}, 'model.base.from: "nothing" is no finished run'],
    [
      { from: "mobilenetV2" },
      { data: { preprocess: { rescale: 1 } } },
      "data.preprocess.rescale: mobilenetV2 prepares images",
    ],
  ])("%j beside %j is refused", (base, more, message) => {
    expect(based(base, more).findings).toEqual([expect.stringContaining(message)]);
  });

  test.each([[null], [7], [{}], [{ from: 7 }], [{ from: "mobilenetV2", trainable: "no" }]])(
    "%j is left to the schema",
    (base) => {
      expect(based(base)).toEqual({ trunk: [], findings: [] });
    },
  );
});

describe("a run", () => {
  const layers = [
    { conv: { filters: 4, kernelSize: 3 } },
    "batchNorm",
    { residual: [{ conv: { filters: 4, kernelSize: 1 } }, { dropout: 0.5 }] },
    "relu",
    { conv: { filters: 4, kernelSize: 3, name: "last" } },
    "flatten",
    { dense: { units: "classes" } },
  ];

  test("gives its layers before the last dense one, without noise where they are frozen", () => {
    writeRun(layers, { colour: "grey" });
    const { trunk } = based({ from: run }, grey);
    expect(trunk.map((layer) => Object.keys(layer)[0]!)).toEqual([
      "conv",
      "batchNorm",
      "residual",
      "relu",
      "conv",
      "flatten",
    ]);
    expect(JSON.stringify(trunk)).not.toContain("dropout");
    expect(JSON.stringify(trunk)).not.toContain('"trainable":true');
    const tuned = JSON.stringify(based({ from: run, trainable: true }, grey).trunk);
    expect(tuned).toContain("dropout");
    expect(tuned.match(/"trainable":false/g)).toHaveLength(1);
  });

  test("is found from folders below, and cut by names as the table of layers has them", () => {
    writeRun(layers, { colour: "grey" });
    const lengths = ["conv_1", "batchNorm_1", "residual_1", "last"].map(
      (until) => based({ from: run, until }, grey).trunk.length,
    );
    expect(lengths).toEqual([1, 2, 3, 5]);
    // A residual may have layers in its shortcut, which nobody can count yet.
    expect(based({ from: run, until: "relu_1" }, grey).findings[0]).toContain("a name of its own");
  });

  test("makes colours of grey images where it was trained on such, and not the other way round", () => {
    writeRun(layers, { colour: "rgb" });
    expect(based({ from: run }, grey).trunk[0]).toEqual({
      preprocessInput: { mode: "rgb" },
    } as never);
    writeRun(layers, { colour: "grey" });
    expect(based({ from: run }, { data: { colour: "rgb" } }).findings[0]).toContain("colour: grey");
  });

  test.each([
    [{ rescale: 1 }, {}, "data.preprocess.rescale: the run"],
    [{ featurewiseCenter: true }, { featurewiseCenter: true }, "model.base.from: the run"],
  ])("that prepared its images by %j is refused beside %j", (before, now, message) => {
    writeRun(layers, { colour: "grey", preprocess: before });
    const { findings } = based({ from: run }, { data: { colour: "grey", preprocess: now } });
    expect(findings).toEqual([expect.stringContaining(message)]);
  });

  test.each(["", "[]", "{", '{ "model": 3 }', '{ "__proto__": {} }'])(
    "with %j for its settings is refused",
    (text) => {
      writeRun(layers);
      writeFileSync(join(folder.path, run, "resolved.json"), text);
      expect(based({ from: run }).findings[0]).toContain("cannot be read");
    },
  );
});
