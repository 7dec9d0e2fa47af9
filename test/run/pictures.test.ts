import { describe, expect, test } from "bun:test";
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { drawCharts } from "../../src/charts/draw.ts";
import { RunError } from "../../src/errors.ts";
import { mostCertain, typical, worst } from "../../src/evaluate/mistakes.ts";
import { paintImage } from "../../src/evaluate/paint.ts";
import { messages } from "../../src/run/messages.ts";
import { files, type PicturesRecord } from "../../src/layout.ts";
import { readPictures } from "../../src/run/pictures.ts";
import { jsonText } from "../../src/json-text.ts";
import { useTemporaryFolder } from "../fixtures/folder.ts";
import { exampleRun } from "../fixtures/run.ts";

const folder = useTemporaryFolder();
const run = exampleRun({ classes: ["a", "b", "c"] });
const [mistake] = mostCertain(run.predictions, run.data.classes);

async function write(record: Partial<PicturesRecord>): Promise<string> {
  const pictures = join(folder.path, files.pictures);
  await mkdir(pictures, { recursive: true });
  await writeFile(
    join(pictures, "pictures.json"),
    jsonText({ formatVersion: 1, mistakes: [], filters: null, ...record }),
  );
  await writeFile(join(pictures, "one.png"), await paintImage(Uint8Array.of(1, 2), [1, 2, 1]));
  return pictures;
}

const one = (picture: string) => [{ file: mistake!.file, picture, gradCam: null }];

describe("readPictures", () => {
  test("is none where there are no pictures", async () => {
    expect(await readPictures(folder.path)).toBeNull();
  });

  test("are shown in the report, which is the same without them but for the gallery", async () => {
    await write({ mistakes: one("one.png") });
    const pictures = (await readPictures(folder.path))!;
    const page = (await drawCharts(run, { pictures })).get(files.report) as string;
    // It has the largest loss, too, and is shown once.
    expect(page.match(/<img\b/g)).toHaveLength(1);
    expect(page).toContain(
      `src="data:image/png;base64,${Buffer.from(pictures.content.get("one.png")!).toString("base64")}"`,
    );
    const without = (await drawCharts(run)).get(files.report) as string;
    expect(without).not.toContain("<img");
    const gallery = /<h3>[^<]*<\/h3>\s*<p class="note">[^<]*<\/p>\s*<ul.*?<\/ul>/gs;
    const inOneLine = (text: string) => text.replaceAll(/\s+/g, " ");
    expect(inOneLine(page.replaceAll(gallery, ""))).toBe(inOneLine(without));
  });

  test("each mistake is shown once, and right predictions are shown beside them", async () => {
    const by = (order: typeof worst) => order(run.predictions, run.data.classes);
    const painted = (order: typeof worst) =>
      by(order).map(({ file }) => ({ file, picture: "one.png", gradCam: null }));
    await write({ mistakes: painted(mostCertain), right: painted(typical) });
    const page = (await drawCharts(run, { pictures: await readPictures(folder.path) })).get(
      files.report,
    ) as string;
    const [, gallery] = page.split("Most confident mistakes</h3>");
    const names = [...gallery!.matchAll(/<li>.*?<p class="file">([^<]*)<\/p>/gs)].map(
      ([, name]) => name,
    );
    const first = (order: typeof worst) =>
      by(order)
        .slice(0, run.resolved.evaluate.pictures)
        .map(({ file }) => file);
    const confident = first(mostCertain);
    const others = first(worst).filter((file) => !confident.includes(file));
    expect(others.length).toBeGreaterThan(0);
    expect(names).toEqual([...confident, ...others, ...first(typical)]);
  });

  test.each(["../secret.png", "/etc/passwd", "one.svg", "a/one.png", ""])(
    "reads nothing of the name %j",
    async (name) => {
      const pictures = await write({ mistakes: one(name) });
      await expect(readPictures(folder.path)).rejects.toThrow(
        new RunError(messages.notAPicture(join(pictures, name))),
      );
    },
  );

  test("names what is missing, is no PNG, or is too large", async () => {
    const pictures = await write({ mistakes: one("one.png") });
    const file = join(pictures, "one.png");
    for (const content of ["<svg onload=alert(1)>", new Uint8Array(200_000).fill(80)]) {
      await writeFile(file, content);
      await expect(readPictures(folder.path)).rejects.toThrow(messages.notAPicture(file));
    }
    await rm(file);
    await expect(readPictures(folder.path)).rejects.toThrow(messages.runFileMissing(file));
    expect(await readdir(pictures)).toEqual(["pictures.json"]);
  });

  test("may have a million bytes, and not one more", async () => {
    const pictures = await write({ mistakes: one("one.png") });
    const file = join(pictures, "one.png");
    const bytes = new Uint8Array(1_000_000);
    bytes.set(Buffer.from("\x89PNG", "latin1"));
    await writeFile(file, bytes);
    expect((await readPictures(folder.path))!.content.get("one.png")).toHaveLength(1_000_000);
    await writeFile(file, Buffer.concat([bytes, Buffer.alloc(1)]));
    await expect(readPictures(folder.path)).rejects.toThrow(messages.notAPicture(file));
  });

  test("that the system does not give are told with its word, and so is their list", async () => {
    const pictures = await write({ mistakes: one("folder.png") });
    const reason = "it is a folder (EISDIR)";
    await mkdir(join(pictures, "folder.png"));
    await expect(readPictures(folder.path)).rejects.toThrow(
      new RunError(messages.runFileUnreadable(join(pictures, "folder.png"), reason)),
    );
    const list = join(pictures, "pictures.json");
    await rm(list);
    await mkdir(list);
    await expect(readPictures(folder.path)).rejects.toThrow(
      new RunError(messages.runFileUnreadable(list, reason)),
    );
  });

  test("hold the sheet of augmented images, which the report shows", async () => {
    await write({ augmentation: { picture: "one.png", images: 3, epochs: 2 } });
    const page = (await drawCharts(run, { pictures: await readPictures(folder.path) })).get(
      files.report,
    );
    expect(page).toContain("<h3>Augmentation</h3>");
    expect(page).toContain("data:image/png;base64,");
  });
});
