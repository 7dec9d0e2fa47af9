import { expect, test } from "bun:test";
import { nameOf } from "../../src/sweep/words.ts";
import { valueText } from "../../src/sweep/value-text.ts";

test.each([
  [0.00035391, "0.0003539"],
  [1e-7, "1e-7"],
  [128, "128"],
  [true, "true"],
  [null, "null"],
  ["adam", "adam"],
  [[28, 28], "[28, 28]"],
  [[], "[]"],
  [{}, "{}"],
  [{ adam: {} }, "adam"],
  [
    { sgd: { learningRate: 0.012345, nesterov: true } },
    "sgd (learningRate 0.01235, nesterov true)",
  ],
  [{ rotation: 15, shift: { width: 0.1 } }, "rotation 15, shift (width 0.1)"],
  [{ dropout: 0.5 }, "dropout 0.5"],
  [["flatten", { dense: { units: "classes" } }], "flatten > dense (units classes)"],
  [
    [{ conv: { filters: 8, kernelSize: [3, 5] } }, "relu"],
    "conv (filters 8, kernelSize [3, 5]) > relu",
  ],
])("%j is said as %s", (value, text) => {
  expect(valueText(value)).toBe(text);
});

test("no two settings of layers are said alike for what differs in them", () => {
  const layers = (rate: number) => ["flatten", { dropout: rate }, { dense: { units: "classes" } }];
  expect(valueText(layers(0.2))).not.toBe(valueText(layers(0.3)));
});

test("settings that hold commas are told apart by semicolons", () => {
  const keys = ["data.augment", "train.epochs"];
  const setting = {
    experiment: "a.yaml",
    values: { [keys[0]!]: { rotation: 5, zoom: 0.1 }, [keys[1]!]: 3 },
  };
  expect(nameOf(setting as never, { settings: [setting] as never, keys })).toBe(
    "augment: rotation 5, zoom 0.1; epochs: 3",
  );
});
