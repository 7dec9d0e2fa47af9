import { expect, test } from "bun:test";
import { deflateRawSync, deflateSync } from "node:zlib";
import fc from "fast-check";
import { inflate, inflated } from "../../../src/app/page/inflate.ts";
import { DecodeError } from "../../../src/data/decode/decode-error.ts";

const content = (length: number) =>
  Uint8Array.from({ length }, (_, at) => (at * at * 31 + (at >> 7)) % 256);

test("a page inflates what zlib deflates, whatever comes behind it", () => {
  fc.assert(
    fc.property(fc.nat(300_000), fc.nat(5000), (length, junk) => {
      const whole = content(length);
      const raw = Buffer.concat([deflateRawSync(whole), new Uint8Array(junk).fill(7)]);
      expect(Buffer.compare(inflated(raw, length), whole)).toBe(0);
      const packed = Buffer.concat([deflateSync(whole), new Uint8Array(junk).fill(7)]);
      expect(Buffer.compare(inflate(packed, length), whole)).toBe(0);
    }),
    { numRuns: 20 },
  );
});

test("what is cut short is read as far as it goes", () => {
  const whole = content(100_000);
  const packed = deflateSync(whole, { level: 1 });
  const found = inflate(packed.subarray(0, packed.length >> 1), whole.length);
  expect(found.length).toBeGreaterThan(1000);
  expect(Buffer.compare(found, whole.subarray(0, found.length))).toBe(0);
});

test("a file that becomes more than it may is refused before it is whole", () => {
  const bomb = deflateRawSync(new Uint8Array(50_000_000));
  expect(() => inflated(bomb, 1_000_000)).toThrow(DecodeError);
});

test("what is no deflated data is refused", () => {
  expect(() => inflated(new Uint8Array(100).fill(0xff), 1000)).toThrow(DecodeError);
  expect(() => inflate(new Uint8Array(100).fill(0xff), 1000)).toThrow(DecodeError);
});
