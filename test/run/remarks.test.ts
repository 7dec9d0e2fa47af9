import { describe, expect, test } from "bun:test";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { mkdir, readlink, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { UsageError } from "../../src/errors.ts";
import { messages } from "../../src/run/messages.ts";
import { addNote, changeTags, parseNotes, parseTags, readRemarks } from "../../src/run/remarks.ts";
import { useTemporaryFolder } from "../fixtures/folder.ts";

const folder = useTemporaryFolder();
const notes = () => readFileSync(join(folder.path, "notes.md"), "utf8");
const tags = () => readFileSync(join(folder.path, "tags.txt"), "utf8");
const day = new Date("2026-12-01T23:59:59.000Z");
const note = (text: string, now = day) => addNote(folder.path, text, now);
const tag = (...words: string[]) => changeTags(folder.path, "small/v001", words, { remove: false });
const untag = (...words: string[]) =>
  changeTags(folder.path, "small/v001", words, { remove: true });

describe("notes", () => {
  test("are lines with a date, and are read as they were written", async () => {
    await note("too high a learning rate: see v002");
    await note("  a second\r\n\tone\u2028– Ünïcödé 👩‍🔬  ", new Date("2026-12-02T00:00:00Z"));
    expect(notes()).toBe(
      "- 2026-12-01: too high a learning rate: see v002\n- 2026-12-02: a second one – Ünïcödé 👩‍🔬\n",
    );
    expect(readRemarks(folder.path).notes).toEqual([
      { date: "2026-12-01", text: "too high a learning rate: see v002" },
      { date: "2026-12-02", text: "a second one – Ünïcödé 👩‍🔬" },
    ]);
    expect(readdirSync(folder.path)).toEqual(["notes.md"]);
  });

  test("written by hand stay as they are", async () => {
    await writeFile(join(folder.path, "notes.md"), "# Mine\r\n\r\n* 2026-11-30: old\r\nno end");
    await note("- new");
    expect(notes()).toBe("# Mine\r\n\r\n* 2026-11-30: old\r\nno end\n- 2026-12-01: - new\n");
    expect(parseNotes(notes())).toEqual([
      { date: null, text: "# Mine" },
      { date: "2026-11-30", text: "old" },
      { date: null, text: "no end" },
      { date: "2026-12-01", text: "- new" },
    ]);
  });

  test.each([
    ["", messages.noteEmpty()],
    [" \n\t ", messages.noteEmpty()],
    ["x".repeat(100_000), messages.noteTooLong(100_000, 2000)],
    ["red \u001b[31m", messages.noteUnprintable()],
    ["a\0b", messages.noteUnprintable()],
    ["exe\u202egnp", messages.noteUnprintable()],
    ["half \ud800", messages.noteUnprintable()],
  ])("%j is refused", async (text, message) => {
    await expect(note(text)).rejects.toThrow(new UsageError(message));
    expect(existsSync(join(folder.path, "notes.md"))).toBe(false);
  });

  test("that cannot be read are not written over", async () => {
    await mkdir(join(folder.path, "notes.md"));
    await expect(note("new")).rejects.toThrow("notes.md cannot be read");
  });
});

describe("tags", () => {
  test("are sorted lines, each once, whatever its Unicode form", async () => {
    expect(await tag("paper/figure-2", "final", "Zz", "e\u0301te\u0301")).toEqual([
      "Zz",
      "final",
      "paper/figure-2",
      "\u00e9t\u00e9",
    ]);
    await tag("final", "2026");
    expect(tags()).toBe("2026\nZz\nfinal\npaper/figure-2\n\u00e9t\u00e9\n");
    expect(readRemarks(folder.path).tags).toHaveLength(5);
  });

  test("are removed, the file with the last one", async () => {
    await tag("a", "b", "c");
    expect(await untag("c", "a")).toEqual(["b"]);
    expect(tags()).toBe("b\n");
    expect(await untag("b")).toEqual([]);
    expect(existsSync(join(folder.path, "tags.txt"))).toBe(false);
  });

  test("one that is not there cannot be removed, and nothing is", async () => {
    await tag("final", "paper");
    await expect(untag("paper", "finl")).rejects.toThrow(
      new UsageError(messages.tagMissing("small/v001", "finl", "final")),
    );
    expect(tags()).toBe("final\npaper\n");
  });

  test("that a link leads to are read, and neither they nor the link are changed", async () => {
    await writeFile(join(folder.path, "elsewhere"), "a\nb\n");
    await symlink(join(folder.path, "elsewhere"), join(folder.path, "tags.txt"));
    expect(readRemarks(folder.path).tags).toEqual(["a", "b"]);
    await expect(tag("c")).rejects.toThrow("tags.txt cannot be written");
    await expect(untag("a")).rejects.toThrow("tags.txt cannot be written");
    await expect(untag("a", "b")).rejects.toThrow("tags.txt cannot be removed");
    expect(await readlink(join(folder.path, "tags.txt"))).toBe(join(folder.path, "elsewhere"));
    expect(tags()).toBe("a\nb\n");
  });

  test("written by hand, with whatever is in them, can be removed", async () => {
    await writeFile(join(folder.path, "tags.txt"), "b c\r\n\r\n a \r\na");
    expect(parseTags(tags())).toEqual(["a", "b c"]);
    expect(await untag("b c")).toEqual(["a"]);
    expect(tags()).toBe("a\n");
  });

  test.each(["", "a b", "a,b", "-x", ".x", "a=b", "a\nb", "🎉", "\u001b[31m", "x".repeat(65)])(
    "%j is none",
    async (word) => {
      await expect(tag("good", word)).rejects.toThrow(new UsageError(messages.notATag(word, 64)));
      expect(existsSync(join(folder.path, "tags.txt"))).toBe(false);
    },
  );
});
