import { expect, test } from "bun:test";
import fc from "fast-check";
import { isManifestWhole, manifestText } from "../../src/run/manifest-text.ts";

const anyRecord = fc.dictionary(fc.string(), fc.jsonValue()).map((record) => {
  const { ["sha256"]: _, ["__proto__"]: __, ...rest } = record;
  return JSON.parse(JSON.stringify(rest)) as Record<string, unknown>;
});

test("a manifest is whole as it was written, and sealing it again changes nothing", () => {
  fc.assert(
    fc.property(anyRecord, (record) => {
      const text = manifestText(record);
      expect(isManifestWhole(text)).toBeTrue();
      expect(manifestText(JSON.parse(text) as object)).toBe(text);
    }),
  );
});

test("any other bit is seen", () => {
  const text = manifestText({ run: "baseline/v003", seconds: 1.5, host: { name: "här" } });
  const bytes = Buffer.from(text);
  for (let bit = 0; bit < bytes.length * 8; bit++) {
    const other = Buffer.from(bytes);
    other[bit >> 3]! ^= 1 << (bit & 7);
    // A key of another name is a manifest without a seal.
    expect(isManifestWhole(other.toString("utf8"))).not.toBe(true);
  }
});

test("one of a version that did not seal it says nothing", () => {
  expect(isManifestWhole('{\n  "run": "a"\n}\n')).toBeNull();
  expect(isManifestWhole("")).toBeFalse();
});
