import { describe, expect, test } from "bun:test";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { parse } from "yaml";
import { presetNames } from "../src/spec/presets.ts";
import { loadExperiment } from "../src/spec/load.ts";
import { expApart } from "./fixtures/call.ts";
import { useTemporaryFolder } from "./fixtures/folder.ts";

const root = join(import.meta.dir, "..");
const folder = useTemporaryFolder();
const read = (page: string) => readFileSync(join(root, page), "utf8");

/** The pages that are written by hand or generated, of this version of Lamina; not those of runs. */
const pages = ["*.md", "{src,schema}/**/*.md", "experiments/data/README.md", "test/bench/*.md"]
  .flatMap((pattern) => [...new Bun.Glob(pattern).scanSync(root)])
  .filter((page) => page !== "CHANGELOG.md")
  .toSorted();
/** Those for users: each beside the code that it is about. src/README.md is for who changes Lamina. */
const guides = ["README.md", ...pages.filter((page) => /^src\/.+\/README\.md$/.test(page))];

const withoutCode = (text: string) => text.replaceAll(/```[^]*?```|`[^`]*`/g, "");
const linksOf = (page: string) =>
  Array.from(withoutCode(read(page)).matchAll(/\]\(([^)\s]+)\)/g), ([, target]) => target!).filter(
    (target) => !/^[a-z]+:/.test(target),
  );
const blocksOf = (page: string, language: string) =>
  Array.from(
    read(page).matchAll(new RegExp(`^\`\`\`${language}\n([^]*?)^\`\`\``, "gm")),
    ([, code]) => code!,
  );
/** As forges name them. */
const anchorsOf = (page: string) =>
  Array.from(read(page).matchAll(/^#+ (.*)$/gm), ([, title]) =>
    title!
      .toLowerCase()
      .replaceAll(/[^\w\s-]/g, "")
      .replaceAll(" ", "-"),
  );

describe("links", () => {
  test.each(pages)("of %s lead to pages and headings that are there", (page) => {
    const lost = linksOf(page).filter((target) => {
      const [path, anchor] = target.split("#");
      const to = path === "" ? page : relative(root, join(root, dirname(page), path!));
      if (!existsSync(join(root, to))) return true;
      return anchor !== undefined && !anchorsOf(to).includes(anchor);
    });
    expect(lost).toEqual([]);
  });

  test("README.md leads to every page in one click", () => {
    const linked = linksOf("README.md").map((target) => target.replace(/#.*/, ""));
    const isIndex = (page: string) => linked.includes(dirname(page));
    expect(
      pages.filter((page) => page !== "README.md" && !linked.includes(page) && !isIndex(page)),
    ).toEqual([]);
  });
});

describe("commands", () => {
  const overview = expApart(root, "--help").output;
  const commands = Array.from(overview.matchAll(/^ {2}([a-z]+) {2,}/gm), ([, name]) => name!);
  /** Each call of exp in the pages: its words, up to a comment or another command. */
  const calls = guides.flatMap((page) =>
    Array.from(
      read(page).matchAll(/(?<!`)\b(?:bun run exp|bunx lamina|exp) ([a-z][^#`|&;\n]*)/g),
      ([, words]) => ({ page, words: words!.trim().split(/\s+/) }),
    ),
  );

  test("are all on the page of commands", () => {
    const listed = new Set(read("src/cli/README.md").match(/(?<=^\| `bun run exp )[a-z]+/gm)!);
    expect(commands.length).toBeGreaterThan(20);
    expect(commands.filter((name) => !listed.has(name))).toEqual([]);
  });

  test("and their options, as they are shown, are those that there are", async () => {
    const asked = calls.flatMap(({ words: [name, ...rest] }) =>
      commands.includes(name!)
        ? rest.filter((word) => word.startsWith("--")).map((option) => ({ name: name!, option }))
        : [],
    );
    expect(asked.length).toBeGreaterThan(10);
    const helps = Object.fromEntries(
      await Promise.all(
        [...new Set(asked.map(({ name }) => name))].map(
          async (name) => [name, (await import(`../src/cli/${name}.ts`)).help as string] as const,
        ),
      ),
    );
    expect(asked.filter(({ name, option }) => !helps[name]!.includes(option))).toEqual([]);
  });
});

describe("experiments", () => {
  const base =
    "data: { train: images, validation: more, test: others, colour: grey }\nmodel: { layers: [flatten, dense: { units: classes }] }\n";
  const shown = guides.flatMap((page) =>
    blocksOf(page, "yaml").map((text, index) => ({ page, text, index })),
  );
  const fragments = shown.filter(({ text }) => {
    const value = parse(text);
    return value !== null && !("experiment" in value);
  });

  test.each(fragments.map((one) => [`${one.page}, ${one.index + 1}`, one.text] as const))(
    "as shown in %s are right",
    async (_, text) => {
      writeFileSync(join(folder.path, "base.yaml"), base);
      const file = join(folder.path, "shown.yaml");
      writeFileSync(file, `extends: base.yaml\n${text}`);
      const request = { file, overrides: [], directory: folder.path };
      expect((await loadExperiment(request)).resolved.model.layers).not.toBeEmpty();
    },
  );

  test("README.md shows the baseline", () => {
    expect(blocksOf("README.md", "yaml")[0]).toBe(read("experiments/baseline.yaml"));
  });
});

describe("names", () => {
  const { definitions } = JSON.parse(read("schema/experiment.schema.json"));
  const keysOf = (choice: { anyOf: { properties?: object }[] }) =>
    choice.anyOf.flatMap(({ properties }) => Object.keys(properties ?? {}));
  const namesIn = (page: string) => new Set(read(page).match(/\w+/g));

  test.each([
    ["layers", "src/spec/README.md", keysOf(definitions.layer)],
    ["optimizers", "src/train/README.md", keysOf(definitions.train.properties.optimizer)],
    ["schedules", "src/train/README.md", keysOf(definitions.train.properties.schedule)],
    [
      "changes of images",
      "src/data/augment/README.md",
      Object.keys(definitions.augment.properties),
    ],
    ["presets", "src/spec/README.md", presetNames()],
  ])("of all %s are in %s", (_, page, names) => {
    const told = namesIn(page);
    expect(names.length).toBeGreaterThan(4);
    expect(names.filter((name: string) => !told.has(name))).toEqual([]);
  });
});

const git = (...words: string[]) => Bun.spawnSync(["git", "--no-pager", ...words], { cwd: root });
const hasRuns =
  Bun.which("git") !== null && git("cat-file", "-e", "HEAD:runs/baseline/v002").exitCode === 0;

test.skipIf(!hasRuns)("src/compare/README.md shows what its git diff prints", () => {
  const [, command, shown] = /`git (diff HEAD:[^`]*)`:\s+```diff\n(.*?)```/s.exec(
    read("src/compare/README.md"),
  )!;
  const { stdout } = git(
    "-c",
    "core.abbrev=7",
    "-c",
    "diff.noprefix=false",
    ...command!.split(" "),
  );
  expect(stdout.toString()).toBe(shown!);
});
