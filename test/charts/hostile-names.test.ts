import { describe, expect, test } from "bun:test";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { confusionMatrixChart } from "../../src/charts/confusion-matrix.ts";
import { renderSvg } from "../../src/charts/render.ts";
import type { Run } from "../../src/layout.ts";
import { drawnTexts } from "../fixtures/drawn.ts";
import { readHtml, readXml, type Markup } from "../fixtures/markup.ts";
import { exampleRun } from "../fixtures/run.ts";

const corpus = join(import.meta.dir, "../../../shared/data/naughty-strings/blns.json");

const own = [
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "</text></svg><script>alert(1)</script>",
  "</style></title></pre>",
  "]]><!--",
  "&lt;b&gt; &amp; &#x3c;",
  "datum['x'] + (function(){}())",
  "a.b[0]\\'\"",
  "${alert(1)} {{7*7}}",
  "\u0000\u0001\u001b[31m\u007f\u202e\ufffe\uffff",
  "lone \ud800 surrogate",
  "line\nbreak\r\ttab",
  "__proto__",
  " ",
];

/** A run in which every name is one of these. */
function hostileRun(names: string[]): Run {
  const run = exampleRun({ classes: names, images: 1, epochs: 2, skill: 0 });
  run.name = names[0]!;
  run.experimentText = `${names.join("\n")}\n`;
  run.data.excluded = names.map((name) => ({
    split: "train",
    label: name,
    file: name,
    reason: "corrupt",
    detail: name,
  }));
  return run;
}

/** What is drawn of so many classes with harmless names, by their number. */
const drawnTame = new Map<number, ReturnType<typeof drawnTexts>>();
function tame(count: number): ReturnType<typeof drawnTexts> {
  const classes = Array.from({ length: count }, (_, index) => `class ${index}`);
  const run = () => exampleRun({ classes, images: 1, epochs: 2, skill: 0 });
  if (!drawnTame.has(count)) drawnTame.set(count, drawnTexts(run()));
  return drawnTame.get(count)!;
}

/** Every kind of element and attribute of the same chart or page with harmless names, and none beside. */
function expectNothingNew(found: Markup, allowed: Markup): void {
  expect([...found.elements].filter((name) => !allowed.elements.has(name))).toEqual([]);
  expect([...found.attributes].filter((name) => !allowed.attributes.has(name))).toEqual([]);
}

async function expectHarmless(names: string[]): Promise<void> {
  const harmless = await tame(names.length);
  for (const [file, text] of await drawnTexts(hostileRun(names))) {
    if (file.endsWith(".svg")) expectNothingNew(readXml(text), readXml(harmless.get(file)!));
    if (file.endsWith(".html")) expectNothingNew(readHtml(text), readHtml(harmless.get(file)!));
    if (file.endsWith(".json")) expect(JSON.parse(text)).toBeObject();
  }
}

describe("hostile names", () => {
  test("add no element and no attribute to any chart or page", () => expectHarmless(own));

  test("give no warning", async () => {
    expect((await renderSvg(confusionMatrixChart(hostileRun(own)))).warnings).toEqual([]);
  });

  test("stand only among the values of a chart's data, its titles and its scales", () => {
    const name = "datum.secret";
    const { title, description, data, encoding, ...rest } = confusionMatrixChart(
      exampleRun({ classes: [name, "b"] }),
    ) as unknown as Record<string, unknown> & { encoding: Record<"x" | "y", { scale?: unknown }> };
    for (const channel of [encoding.x, encoding.y]) delete channel.scale;
    expect(JSON.stringify([title, description, data])).toContain(name);
    expect(JSON.stringify([encoding, rest])).not.toContain(name);
  });

  describe.skipIf(!existsSync(corpus))("of the big list of naughty strings", () => {
    const listed: string[] = existsSync(corpus) ? JSON.parse(readFileSync(corpus, "utf8")) : [];
    const names = [...new Set(listed)].filter((name) => name !== "");
    // The last is filled up, so that all are of one size.
    const groups = Array.from({ length: Math.ceil(names.length / 130) }, (_, index) =>
      names.slice(0, (index + 1) * 130).slice(-130),
    );

    test.each(groups.map((group, index) => [index, group] as const))("group %i", (_, group) =>
      expectHarmless([...group]),
    );
  });
});
