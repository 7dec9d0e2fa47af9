import { describe, expect, test } from "bun:test";
import * as fc from "fast-check";
import { RunError } from "../../src/errors.ts";
import { messages } from "../../src/run/messages.ts";
import type { EpochRecord, History, PredictionRecord } from "../../src/layout.ts";
import { jsonText } from "../../src/json-text.ts";
import {
  historyText,
  parseHistory,
  parseJson,
  parsePredictions,
  predictionsText,
} from "../../src/run/text.ts";
import { dataTexts, parseImages } from "../../src/run/data-text.ts";
import { exampleMetrics, exampleRun } from "../fixtures/run.ts";

const name = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: fc.constantFrom("=", "'", '"', ",", "\n", "p", "(", ")", "é", "肺") }),
);

function epochRecord(epoch: number): fc.Arbitrary<EpochRecord> {
  return fc.record({
    epoch: fc.constant(epoch),
    trainLoss: fc.double({ min: 0, max: 1e9 }),
    trainAccuracy: fc.double({ min: 0, max: 1, noNaN: true }),
    heldOutLoss: fc.double({ min: 0, max: 1e9 }),
    heldOutAccuracy: fc.double({ min: 0, max: 1, noNaN: true }),
    learningRate: fc.double({ min: 0, max: 1, noNaN: true, minExcluded: true }),
  });
}

const outOfShare = (file: string, found: string, column: string) =>
  messages.outOfRange(file, 2, found, column, "a number from 0 to 1");

describe("history.csv", () => {
  const history: fc.Arbitrary<History> = fc.record({
    heldOut: fc.constantFrom("validation", "test"),
    epochs: fc
      .nat({ max: 5 })
      .chain((length) => fc.tuple(...Array.from({ length }, (_, index) => epochRecord(index + 1)))),
  });

  test("what is read is written again to the same text", () => {
    fc.assert(
      fc.property(history, (written) => {
        const text = historyText(written);
        expect(historyText(parseHistory(text))).toBe(text);
      }),
    );
  });

  test("a loss is read to within half a millionth, the learning rate exactly", () => {
    fc.assert(
      fc.property(history, (written) => {
        for (const [index, read] of parseHistory(historyText(written)).epochs.entries()) {
          const { trainLoss, learningRate } = written.epochs[index]!;
          expect(read.learningRate).toBe(learningRate);
          if (Number.isNaN(trainLoss)) expect(read.trainLoss).toBeNaN();
          else expect(Math.abs(read.trainLoss - trainLoss)).toBeLessThanOrEqual(0.5001e-6);
        }
      }),
    );
  });

  test("names the watched split in its columns", () => {
    const { epochs } = exampleRun({ epochs: 1 }).history;
    expect(historyText({ heldOut: "test", epochs })).toBe(
      "epoch,train_loss,train_accuracy,test_loss,test_accuracy,learning_rate\n" +
        "1,0.679598,0.624008,0.763098,0.585194,0.001\n",
    );
  });

  const wholeNumber = "a whole number from 1";
  const header =
    "epoch,train_loss,train_accuracy,validation_loss,validation_accuracy,learning_rate\n";
  const row = "0.5,0.5,0.5,0.5,0.001\n";

  test.each([
    [`${header}1,${row}2,0.5`, messages.torn("history.csv", 3)],
    [`${header}1,${row}2,0.5\n`, messages.wrongCellCount("history.csv", 3, 2, 6)],
    [`${header}1,${row}3,${row}`, messages.wrongEpoch("history.csv", 3, 3, 2)],
    [`${header}1,x,0.5,0.5,0.5,0.001\n`, messages.notANumber("history.csv", 2, "x")],
    [`${header}1,,0.5,0.5,0.5,0.001\n`, messages.notANumber("history.csv", 2, "")],
    [`${header}0x1,${row}`, messages.notANumber("history.csv", 2, "0x1")],
    [`${header} 1,${row}`, messages.notANumber("history.csv", 2, " 1")],
    [`${header}1.5,${row}`, messages.outOfRange("history.csv", 2, "1.5", "epoch", wholeNumber)],
    [`${header}1,0.5,1.5,0.5,0.5,0.001\n`, outOfShare("history.csv", "1.5", "train_accuracy")],
    [
      `${header}1,-1,0.5,0.5,0.5,0.001\n`,
      messages.outOfRange("history.csv", 2, "-1", "train_loss", "a number from 0"),
    ],
    [`${header}1,1e999,0.5,0.5,0.5,0.001\n`, messages.notANumber("history.csv", 2, "1e999")],
    [
      `${header}1,0.5,0.5,0.5,0.5,NaN\n`,
      messages.outOfRange("history.csv", 2, "NaN", "learning_rate", "a number from 0"),
    ],
    [`epoch,loss\n1,2\n`, messages.wrongColumns("history.csv", header.trim().split(","))],
  ])("damaged: %j", (text, message) => {
    expect(() => parseHistory(text)).toThrow(message);
  });
});

describe("predictions.csv", () => {
  const classes = fc.uniqueArray(name, { minLength: 2, maxLength: 4 });
  const float = fc.float({ min: 0, max: 1, noNaN: true });
  const predictions = (labels: string[]): fc.Arbitrary<PredictionRecord[]> =>
    fc.array(
      fc.record({
        file: name,
        actual: fc.constantFrom(...labels),
        predicted: fc.constantFrom(...labels),
        probabilities: fc.tuple(...labels.map(() => float)),
      }),
    );
  const table = classes.chain((labels) => fc.tuple(fc.constant(labels), predictions(labels)));

  test("any names read back as they were, and every 32-bit float too", () => {
    fc.assert(
      fc.property(table, ([labels, written]) => {
        const read = parsePredictions(predictionsText(labels, written));
        expect(read.classes).toEqual(labels);
        for (const [index, prediction] of written.entries()) {
          const { probabilities, ...words } = read.predictions[index]!;
          expect(words).toEqual({
            file: prediction.file,
            actual: prediction.actual,
            predicted: prediction.predicted,
          });
          expect(probabilities.map(Math.fround)).toEqual(prediction.probabilities);
        }
      }),
    );
  });

  test("every figure of the metrics follows from the file", () => {
    const labels = ["a", "b", "c"];
    const written = exampleRun({ classes: labels }).predictions.map((prediction) => ({
      ...prediction,
      probabilities: prediction.probabilities.map(Math.fround),
    }));
    const read = parsePredictions(predictionsText(labels, written)).predictions;
    const found = exampleMetrics(labels, read);
    const full = exampleMetrics(labels, written);
    for (const key of ["loss", "brier", "calibrationError"] as const)
      expect(found[key]!).toBeCloseTo(full[key]!, 9);
    expect(found.classes).toEqual(full.classes);
    expect(found.accuracyInterval).toEqual(full.accuracyInterval);
  });

  test("a formula in a name does not stay one", () => {
    const prediction = {
      file: "=1+1.png",
      actual: "+a",
      predicted: "b",
      probabilities: [0.25, 0.75],
    };
    expect(predictionsText(["+a", "b"], [prediction])).toBe(
      "file,actual,predicted,p(+a),p(b)\n'=1+1.png,'+a,b,0.25,0.75\n",
    );
  });

  test.each([
    ["file,actual,predicted,p(a)\nx,a,a,0.5", messages.torn("predictions.csv", 2)],
    ["file,actual,predicted,p(a)\nx,a,0.5\n", messages.wrongCellCount("predictions.csv", 2, 3, 4)],
    ["file,actual,predicted,p(a)\nx,a,a,7.4\n", outOfShare("predictions.csv", "7.4", "p(a)")],
    ["file,actual,predicted,p(a)\nx,a,a,.5\n", messages.notANumber("predictions.csv", 2, ".5")],
    [
      'file,actual,predicted,p(a)\n"x\ny",a,a,1\nx,a,a,?\n',
      messages.notANumber("predictions.csv", 4, "?"),
    ],
    [
      "file,actual,p(a)\n",
      messages.wrongColumns("predictions.csv", [
        "file",
        "actual",
        "predicted",
        "p(first class)",
        "…",
      ]),
    ],
  ])("damaged: %j", (text, message) => {
    expect(() => parsePredictions(text)).toThrow(message);
  });
});

describe("JSON", () => {
  test("has no number that is infinite when it is read, and any text that looks like one", () => {
    expect(parseJson('{ "a": ["1e999", 1e99, "9e9999"] }', "f")).toEqual({
      a: ["1e999", 1e99, "9e9999"],
    });
    const digits = "9".repeat(400);
    for (const number of ["1e999", "-1E+999", digits])
      expect(() => parseJson(`{ "a": [1, { "b": ${number} }] }`, "f")).toThrow(
        new RunError(messages.numberTooLarge("f", "/a/1/b")),
      );
  });

  test("any value reads back as it was", () => {
    fc.assert(
      fc.property(fc.object({ withBigInt: false, key: name, maxDepth: 3 }), (value) => {
        const plain: unknown = JSON.parse(JSON.stringify(value));
        expect(parseJson(jsonText(plain as object), "a.json")).toEqual(plain);
      }),
    );
  });

  test("each image has a line of its own, a short list none", () => {
    const { data } = exampleRun({ classes: ["cat", "dog"], images: 2 });
    const lines = jsonText(data).split("\n");
    expect(lines).toContain('  "classes": ["cat", "dog"],');
    expect(lines.filter((line) => line.includes('"sha256"'))).toHaveLength(4);
    expect(lines.at(-1)).toBe("");
  });

  test("what is no number in JSON is refused rather than lost", () => {
    expect(() => jsonText({ loss: Number.NaN })).toThrow("NaN");
  });

  test.each([
    ['{\n  "a": 1', messages.torn("a.json", 2)],
    ['{\n  "a": 1\n', messages.notJson("a.json", 3)],
    ['{\n  "a": 1,\n  "b" 2\n}\n', messages.notJson("a.json", 3)],
    ['{\n  "a": oops\n}\n', messages.notJson("a.json", 2)],
  ])("damaged: %j", (text, message) => {
    expect(() => parseJson(text, "a.json")).toThrow(message);
  });
});

test("data.json counts classes in their order, whatever they are called", () => {
  const classes = ["1", "10", "2", "__proto__", "constructor"];
  const { data } = exampleRun({ classes });
  const { data: text, list } = dataTexts(data);
  const counts = text.slice(text.indexOf('"counts"'), text.indexOf('"excluded"'));
  for (const split of counts.split("{").slice(2))
    expect([...split.matchAll(/"(.*?)": \d/g)].map(([, key]) => key!)).toEqual(classes);
  const { images: _, ...others } = JSON.parse(jsonText(data));
  expect(parseJson(text, "")).toEqual({ ...others, list: list.path });
});

test("a list of images has every image, and tells where it is no longer what it was", () => {
  const { data } = exampleRun({ classes: ["=a", "b, c"] });
  data.images[0] = {
    ...data.images[0]!,
    group: "'P\n1",
    notes: ["alpha", "duplicate"],
  };
  const { list } = dataTexts(data);
  expect(parseImages(list.text, list.path)).toEqual(data.images);
  expect(list.path).toMatch(/^\.\.\/images\/[0-9a-f]{16}\.csv$/);
  // The same images have the same list, and others another.
  expect(dataTexts({ ...data, folder: "elsewhere" }).list.path).toBe(list.path);
  expect(dataTexts({ ...data, images: data.images.slice(1) }).list.path).not.toBe(list.path);
  expect(() => parseImages(list.text.replace("P", "Q"), list.path)).toThrow(
    messages.changedSince(list.path),
  );
});

test("a list of images has what the table of labels says of them, under any name", () => {
  const { data } = exampleRun({ classes: ["a", "b"], images: 1 });
  const names = ["side", "=1)", "label", "__proto__", 'a,\n"b"'];
  data.images = data.images.map((image, index) => ({
    ...image,
    columns: Object.fromEntries(names.map((column) => [column, index === 0 ? "'=x" : ""])),
  }));
  const { list } = dataTexts(data);
  expect(parseImages(list.text, list.path)).toEqual(data.images);
  expect(list.text).toContain("notes,column(side),column(=1)),column(label),");
});

test("a short object of plain values stays on one line inside another, a long one or a nested one does not", () => {
  const long = "x".repeat(100);
  expect(jsonText({ a: { b: 1, c: "two" }, d: { e: long }, f: { g: { h: 1 } } })).toBe(
    `{
  "a": { "b": 1, "c": "two" },
  "d": {
    "e": "${long}"
  },
  "f": {
    "g": { "h": 1 }
  }
}
`,
  );
});

test("a list or an inner object has a line of its own up to 100 columns", () => {
  for (const [columns, lines] of [
    [99, 1],
    [100, 1],
    [101, 3],
  ] as const) {
    // {"a": then the list, of which the quotes and brackets are 4; the object's own line is 11 longer than its text.
    const list = jsonText({ a: ["x".repeat(columns - 4)] });
    expect(list.trimEnd().split("\n")).toHaveLength(lines + 2);
    const object = jsonText({ a: { b: "x".repeat(columns - 11) } });
    expect(object.trimEnd().split("\n")).toHaveLength(lines + 2);
  }
  // A list of lists has an item a line, however short it is; an empty one is on one.
  expect(jsonText({ a: [[1], [2, 3]], b: [], c: {}, d: [{}] })).toBe(
    '{\n  "a": [\n    [1],\n    [2, 3]\n  ],\n  "b": [],\n  "c": {},\n  "d": [\n    {}\n  ]\n}\n',
  );
  expect(jsonText({})).toBe("{}\n");
});
