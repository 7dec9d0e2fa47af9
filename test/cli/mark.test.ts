import { expect, test } from "bun:test";
import { crc32 } from "node:zlib";
import sharp from "sharp";
import { isMarked, marked } from "../../src/cli/mark.ts";
import { jsonText } from "../../src/json-text.ts";
import { html } from "../../src/markup/html.ts";
import { page } from "../../src/markup/page.ts";

const square = { create: { width: 3, height: 2, channels: 3, background: "#123" } } as const;
const contents: Record<string, () => Promise<string | Uint8Array>> = {
  html: async () => page("Title", html`<p>Text</p>`),
  svg: async () => '<svg xmlns="http://www.w3.org/2000/svg"/>\n',
  json: async () => jsonText({ mark: "bar", data: { values: [1, 2] } }),
  png: () => sharp(square).png().toBuffer(),
};

test.each(Object.keys(contents))("%s says who made it, until anybody changes it", async (name) => {
  const content = await contents[name]!();
  const made = marked(content);
  expect(isMarked(made)).toBe(true);
  expect(marked(content)).toEqual(made);
  expect(isMarked(Buffer.from(content as string))).toBe(false);
  const end = made.length - 1;
  for (const at of [0, 9, made.length >> 1, end - 20, end - 1, end]) {
    const changed = Buffer.from(made);
    changed[at]! ^= 1;
    expect([at, isMarked(changed)]).toEqual([at, false]);
    expect(isMarked(made.subarray(0, at))).toBe(false);
  }
  expect(isMarked(Buffer.concat([made, Buffer.from("\n")]))).toBe(false);
});

test("a mark is where readers of the format look past it", async () => {
  const json = JSON.parse(marked(await contents["json"]!()).toString());
  expect(json).toEqual({
    mark: "bar",
    data: { values: [1, 2] },
    usermeta: { generator: expect.stringMatching(/^Lamina [0-9a-f]{64}$/) },
  });
  const png = marked(await contents["png"]!());
  // A text chunk with its length and checksum, before the last one.
  const chunk = png.subarray(-12 - 92, -12);
  expect(chunk.readUInt32BE(0)).toBe(80);
  expect(chunk.toString("latin1", 4, 88)).toMatch(/^tEXtSoftware\0Lamina [0-9a-f]{64}$/);
  expect(chunk.readUInt32BE(88)).toBe(crc32(chunk.subarray(4, 88)));
  expect((await sharp(png, { failOn: "warning" }).raw().toBuffer()).subarray(0, 3)).toEqual(
    Buffer.from([17, 34, 51]),
  );
});

test("plain text has no place for one", () => {
  for (const text of ["", "/data/a.png\n", "{}"]) {
    expect(marked(text).toString()).toBe(text);
    expect(isMarked(Buffer.from(text))).toBe(false);
  }
});
