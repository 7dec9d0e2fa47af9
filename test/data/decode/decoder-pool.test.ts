import { afterEach, beforeAll, expect, test } from "bun:test";
import sharp from "sharp";
import { decodeImage } from "../../../src/data/decode/decode.ts";
import type { Target } from "../../../src/data/decode/verdict.ts";
import { DecoderPool } from "../../../src/data/decode/decoder-pool.ts";
import { addressOf, type LibraryAddress } from "../../../src/engine/library.ts";
import { FETCH_MS, testLibrary } from "../../fixtures/engine.ts";
import golden from "../../golden/decode.json";

const target: Target = { height: 8, width: 8, channels: 3 };

let library: LibraryAddress;
beforeAll(async () => {
  library = addressOf(await testLibrary());
}, FETCH_MS);

const open: DecoderPool[] = [];
afterEach(() => open.splice(0).forEach((pool) => pool.close()));

function openPool(of: LibraryAddress | null): DecoderPool {
  const pool = new DecoderPool({ target, library: of });
  open.push(pool);
  return pool;
}

/** Files of every kind, usable and not, more than are returned before the threads load sharp. */
const files = Array.from({ length: 5 }, () => golden.made)
  .flat()
  .flatMap(({ bytes }) => {
    const whole = Buffer.from(bytes, "base64");
    return [whole, whole.subarray(0, whole.length / 2), Buffer.from("no image"), Buffer.alloc(0)];
  });

test.each(["with", "without"])(
  "the verdicts are those of one thread, %s TensorFlow",
  async (how) => {
    const pool = openPool(how === "with" ? library : null);
    const found = await Promise.all(files.map((bytes) => pool.decode(Uint8Array.from(bytes))));
    for (const [index, bytes] of files.entries()) {
      const expected = await decodeImage(bytes, target);
      // What sharp refuses may have the reason of another file, which was refused at the same time.
      if ("pixels" in expected) expect(found[index]).toEqual(expected);
      else expect(found[index]).toHaveProperty("reason");
    }
  },
);

test("an image of many megabytes passes through as a small one does", async () => {
  const noise = Uint8Array.from({ length: 1200 * 1200 * 3 }, (_, index) => (index * index) >> 3);
  const bytes = await sharp(noise, { raw: { width: 1200, height: 1200, channels: 3 } })
    .png()
    .toBuffer();
  expect(await openPool(null).decode(Uint8Array.from(bytes))).toEqual(
    await decodeImage(bytes, target),
  );
});

test("a thread that cannot start ends all that waits for it", async () => {
  const pool = openPool({ ...library, path: "/no/library.so" });
  const waiting = files.slice(0, 40).map((bytes) => {
    const large = Buffer.concat([bytes, Buffer.alloc(3000)]);
    return pool.decode(large).then(
      () => "decoded",
      (error: Error) => error.message,
    );
  });
  expect(new Set(await Promise.all(waiting)).size).toBe(1);
  expect(await waiting[0]).toContain("/no/library.so");
});

test("a pool that is closed decodes nothing more", async () => {
  const pool = openPool(null);
  let decoded = 0;
  const large = await sharp({ create: { ...target, background: "red", channels: 3 } })
    .png({ compressionLevel: 0 })
    .withMetadata({ exif: { IFD0: { ImageDescription: "a".repeat(3000) } } })
    .toBuffer();
  const waiting = Array.from({ length: 4 * pool.mostUseful }, () =>
    pool.decode(Uint8Array.from(large)).then(() => {
      if (++decoded === 1) pool.close();
    }),
  );
  await Promise.race(waiting);
  for (let last = -1; last !== decoded;) {
    last = decoded;
    await Bun.sleep(50);
  }
  // Threads may have answered what they had already.
  expect(decoded).toBeLessThan(waiting.length / 2);
});
