import { beforeEach, expect, test } from "bun:test";
import { appendFileSync, cpSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { findPlace } from "../../src/serve/places.ts";
import { changes } from "../../src/serve/watch.ts";
import { useTemporaryFolder } from "../fixtures/folder.ts";

const folder = useTemporaryFolder();
const inRuns = (path: string) => join(folder.path, "runs", path);
beforeEach(() =>
  cpSync(join(import.meta.dir, "../fixtures/runs"), inRuns(""), { recursive: true }),
);

/** What is sent where before each look something is done. */
async function sent(path: string | null, before: (() => void)[]): Promise<string[]> {
  const end = new AbortController();
  const steps = [...before];
  const place = path === null ? null : findPlace(path, folder.path);
  const response = changes(place, folder.path, end.signal, async () => {
    const step = steps.shift();
    if (step) step();
    else end.abort();
  });
  return (await response.text()).split("\n\n").slice(0, -1);
}

const CHANGED = "event: changed\ndata:";
const nothing = () => undefined;

test("a page is told when one of its run's files is another, and of no other run's", async () => {
  const grow = (run: string) => () =>
    appendFileSync(inRuns(`${run}/history.csv`), "6,0.5,0.5,0.5,0.5,0.001\n");
  expect(await sent("/runs/small/v002/", [nothing, grow("small/v002"), nothing])).toEqual([
    ": open",
    CHANGED,
  ]);
  expect(await sent("/runs/small/v001/", [grow("small/v002")])).toEqual([": open"]);
});

test("the list is told when there is one more run", async () => {
  expect(await sent(null, [() => mkdirSync(inRuns("small/v003"))])).toEqual([": open", CHANGED]);
});

test("something is sent where nothing happens", async () => {
  const events = await sent(
    null,
    Array.from({ length: 12 }, () => nothing),
  );
  expect(events).toEqual([": open", ": here", ": here"]);
});
