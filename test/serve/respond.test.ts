import { beforeEach, describe, expect, test } from "bun:test";
import {
  cpSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { findListed } from "../../src/cli/listed.ts";
import { messages } from "../../src/serve/messages.ts";
import { respond } from "../../src/serve/respond.ts";
import { useTemporaryFolder } from "../fixtures/folder.ts";

const folder = useTemporaryFolder();
const inRuns = (path: string) => join(folder.path, "runs", path);

beforeEach(() => {
  cpSync(join(import.meta.dir, "../fixtures/runs"), inRuns(""), { recursive: true });
  writeFileSync(inRuns("small/v001/report.html"), "<script>alert(1)</script>its report");
});

/** Of the site. */
let clock = new Date();

async function ask(
  path: string,
  headers: Record<string, string> = {},
  method = "GET",
): Promise<{ status: number; text: string; headers: Headers }> {
  const response = await respond(
    new Request(`http://localhost:4420${path}`, { headers, method }),
    {
      directory: folder.path,
      script: "follow()",
      now: () => clock,
      runs: async (sweep) =>
        (
          await findListed(sweep === undefined ? [] : [sweep], folder.path, {
            withEvaluations: true,
          })
        ).runs,
      sweeps: async () => [
        { name: "lr/sweep-001", status: "running", trials: "3/9", best: "–", started: "–" },
      ],
    },
    new AbortController().signal,
  );
  return { status: response.status, text: await response.text(), headers: response.headers };
}

describe("the list of runs", () => {
  test("has a row for each, the latest first, with its figures, its state and where it is; and the sweeps", async () => {
    const { status, text } = await ask("/");
    expect(status).toBe(200);
    expect(text.match(/href="\/runs\/[^"]+"/g)).toEqual([
      'href="/runs/small/v002/"',
      'href="/runs/no-validation/v001/"',
      'href="/runs/small/v001/"',
      'href="/runs/lr/sweep-001/"',
    ]);
    expect(text).toContain("0.280 to 0.720");
    expect(text).toContain('<span class="status interrupted">interrupted</span>');
    expect(text).toContain(messages.counted(3, 3, 0));
  });

  test("is chosen from and sorted as by exp list", async () => {
    const { text } = await ask("/?where=status%3Dcompleted%20and%20run%3Dsmall%2Fv001");
    expect(text.match(/href="\/runs\/[^"]+"/g)).toEqual(['href="/runs/small/v001/"']);
    expect(text).toContain(messages.counted(3, 1, 0));
    const orders = await Promise.all(
      ["?sort=run", "?sort=run&reverse=1"].map(async (query) =>
        Array.from(
          (await ask(`/${query}`)).text.matchAll(/value="([^"]+\/v\d+)"/g),
          ([, run]) => run,
        ),
      ),
    );
    expect(orders[0]).toHaveLength(3);
    expect(orders[1]).toEqual(orders[0]!.toReversed());
  });

  test("a condition that says nothing is told, and is shown as text", async () => {
    const { text } = await ask("/?where=%3Cb%3Eaccurasy%3E0.5");
    expect(text).toMatch(/class="warning"/);
    expect(text).not.toContain("<b>");
    expect(text).not.toContain('href="/runs/small');
  });
});

describe("the list's words", () => {
  const statusOf = async (path: string) =>
    /role="status">([^<]*)</.exec((await ask(path)).text)![1]!.trim();

  test("count what is shown, what is not, and what goes on", async () => {
    expect(await statusOf("/")).toBe("3 runs.");
    expect(await statusOf("/?where=status=completed")).toBe("2 of 3 runs.");
    keepGoing(null);
    expect(await statusOf("/")).toBe("3 runs. 1 running.");
  });

  test("where there are none", async () => {
    rmSync(inRuns(""), { recursive: true });
    const { text } = await ask("/");
    expect(text).toContain(messages.noRuns());
    expect(text).not.toMatch(/<form|name="run"/);
  });

  test("of the columns lead to their order, and the other way round", async () => {
    const links = async (query: string) =>
      Array.from(
        (await ask(`/${query}`)).text.matchAll(/href="\?([^"]*)"\s*>([^<]*)</g),
        ([, link, title]) => `${title}: ${link!.replaceAll("&#38;", "&")}`,
      );
    expect(await links("")).toContain("accuracy: sort=accuracy&reverse=1");
    expect(await links("")).toContain("run: sort=run");
    expect(await links("?sort=run")).toContain("run ▲: sort=run&reverse=1");
    expect(await links("?sort=accuracy&reverse=1&where=seed=3")).toContain(
      "accuracy ▼: where=seed%3D3&sort=accuracy",
    );
  });
});

/** Makes of small/v002 a run of this process. @param began null of one that was interrupted in between */
function keepGoing(began: Date | null): void {
  const file = inRuns("small/v002/manifest.json");
  const { sha256: _, ...manifest } = JSON.parse(readFileSync(file, "utf8")) as Record<
    string,
    object
  >;
  const at = (began ?? new Date()).toISOString();
  const host = { ...manifest["host"], name: hostname() };
  const going = { ...manifest, status: "running", pid: process.pid, host, startedAt: at };
  writeFileSync(file, JSON.stringify(began ? going : { ...going, resumed: [{ at }] }));
}

describe("a run that goes on", () => {
  const wordsOf = async (epochs: number) => {
    const file = inRuns("small/v002/resolved.json");
    writeFileSync(file, readFileSync(file, "utf8").replace(/"epochs": \d+/, `"epochs": ${epochs}`));
    const { text } = await ask("/runs/small/v002/");
    return [
      /role="status"\s*>([^<]*)</.exec(text)![1]!.trim(),
      /<progress\s+value="(\d+)"\s+max="(\d+)"/.exec(text)?.slice(1).join("/"),
    ];
  };
  test("says what is over, and how long the rest may take", async () => {
    const began = new Date();
    keepGoing(began);
    // Five epochs in five minutes.
    clock = new Date(began.getTime() + 5 * 60_000);
    utimesSync(inRuns("small/v002/history.csv"), clock, clock);
    expect(await wordsOf(20)).toEqual([
      "Running: epoch 5 of 20 is over, about 15:00 left.",
      "5/20",
    ]);
    clock = new Date(clock.getTime() + 90_000);
    expect((await wordsOf(20))[0]).toBe("Running: epoch 5 of 20 is over, about 13:30 left.");
  });

  test("says nothing of the time where it was interrupted in between, nor where it is about to end", async () => {
    keepGoing(null);
    expect(await wordsOf(20)).toEqual(["Running: epoch 5 of 20 is over, and it goes on.", "5/20"]);
    keepGoing(null);
    expect((await wordsOf(5))[0]).toBe("Running: epoch 5 of 5 is over, and it is being evaluated.");
  });

  test("has no figures before its first epoch is over", async () => {
    keepGoing(null);
    rmSync(inRuns("small/v002/history.csv"));
    const { text } = await ask("/runs/small/v002/");
    expect(text).toContain("Running: no epoch is over yet.");
    expect(text).toContain(messages.noEpoch());
    expect(text).not.toContain("<svg");
  });
});

describe("a run", () => {
  test("that has finished is its report, in which no script runs", async () => {
    const { text, headers } = await ask("/runs/small/v001/");
    expect(text).toContain("its report");
    expect(headers.get("content-security-policy")).toStartWith("sandbox allow-popups");
    expect(headers.get("content-security-policy")).not.toContain("allow-scripts");
  });

  test("that has not shows how far it got: curves, figures, files and what to do", async () => {
    const { status, text } = await ask("/runs/small/v002/");
    expect(status).toBe(200);
    expect(text).toContain(messages.ended("interrupted", 5, 200_000));
    expect(text).toContain(messages.goesOn("small/v002"));
    expect(text.match(/<svg role="img" aria-label="(?:Accuracy|Loss)/g)).toHaveLength(2);
    expect(text).toContain('href="history.csv"');
  });

  test("that is damaged says what of it is", async () => {
    writeFileSync(inRuns("small/v002/history.csv"), "no,history\n");
    const { status, text } = await ask("/runs/small/v002/");
    expect(status).toBe(200);
    expect(text).toMatch(/class="warning">[^<]*history\.csv/);
    writeFileSync(inRuns("small/v002/manifest.json"), "{");
    expect((await ask("/runs/small/v002/")).text).toMatch(/class="warning">[^<]*manifest\.json/);
    expect((await ask("/")).text).toContain('class="status damaged"');
  });

  test("is led to where its address lacks the last slash", async () => {
    const { status, headers } = await ask("/runs/small/v001");
    expect([status, headers.get("location")]).toEqual([308, "/runs/small/v001/"]);
  });
});

describe("of a run's files", () => {
  test("those that people read are shown as they are", async () => {
    const { text, headers } = await ask("/runs/small/v002/history.csv");
    expect(text).toBe(readFileSync(inRuns("small/v002/history.csv"), "utf8"));
    expect(headers.get("content-type")).toStartWith("text/plain");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
  });

  test("nothing else is, whatever the path says", async () => {
    writeFileSync(join(folder.path, "secret.txt"), "secret");
    mkdirSync(inRuns("small/v001/model"));
    writeFileSync(inRuns("small/v001/model/weights.bin"), "secret");
    mkdirSync(inRuns("small/v001/charts"), { recursive: true });
    symlinkSync(join(folder.path, "secret.txt"), inRuns("small/v001/charts/loss.svg"));
    symlinkSync(join(folder.path, "secret.txt"), inRuns("small/v001/notes.md"));
    for (const path of [
      "model/weights.bin",
      "charts/loss.svg",
      "notes.md",
      "../../../secret.txt",
      "..%2f..%2f..%2fsecret.txt",
      "charts/..%2f..%2f..%2f..%2fsecret.txt",
      "%00",
      "%ff",
    ]) {
      const { status, text } = await ask(`/runs/small/v001/${path}`);
      expect({ path, status }).toEqual({ path, status: 404 });
      expect(text).not.toContain("secret\n");
    }
    for (const path of [
      "/secret.txt",
      "/runs/",
      "/runs/small/",
      "/runs/small/v009/",
      "/etc/passwd",
    ])
      expect((await ask(path)).status).toBe(404);
  });
});

describe("two runs", () => {
  test("are held against each other", async () => {
    const { status, text } = await ask("/diff?run=small%2Fv002&run=no-validation%2Fv001");
    expect(status).toBe(200);
    expect(text).toContain("<h1>small/v002 and no-validation/v001</h1>");
    expect(text).toContain("<svg");
  });

  test("are asked for where there are not two, or one is none", async () => {
    for (const query of ["", "?run=small%2Fv001", "?run=small%2Fv001&run=small%2Fv009"]) {
      const { status, text } = await ask(`/diff${query}`);
      expect([query, status]).toEqual([query, 400]);
      expect(text).toContain(messages.chooseTwo());
    }
  });

  test("of which one is damaged are told so", async () => {
    writeFileSync(inRuns("small/v002/resolved.json"), "{");
    const { status, text } = await ask("/diff?run=small%2Fv001&run=small%2Fv002");
    expect(status).toBe(422);
    expect(text).toContain("resolved.json");
  });
});

describe("who asks", () => {
  test.each([
    "evil.example",
    "evil.example:4420",
    "localhost.evil.example",
    "10.0.0.1",
    "a b",
    "::",
  ])("%s is not this machine", async (host) => expect((await ask("/", { host })).status).toBe(403));

  test.each(["localhost:9999", "127.0.0.1", "[::1]:4420"])("%s is", async (host) =>
    expect((await ask("/", { host })).status).toBe(200),
  );

  test("a page of another site is refused, and this one is not", async () => {
    expect((await ask("/", { origin: "http://evil.example" })).status).toBe(403);
    expect((await ask("/", { origin: "null" })).status).toBe(403);
    expect(
      (await ask("/", { host: "localhost:4420", origin: "http://localhost:4420" })).status,
    ).toBe(200);
  });

  test("gets no picture of the site, and no complaint", async () =>
    expect((await ask("/favicon.ico")).status).toBe(204));

  test("may read and nothing else", async () => {
    const refused = await ask("/", {}, "POST");
    expect([refused.status, refused.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
    const head = await ask("/", {}, "HEAD");
    expect([head.status, head.text]).toEqual([200, ""]);
  });
});
