import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import { appendFileSync, cpSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Browser } from "playwright-core";
import { messages } from "../../src/cli/messages.ts";
import { command } from "../fixtures/call.ts";
import { exp } from "../fixtures/command-here.ts";
import { useTemporaryFolder } from "../fixtures/folder.ts";

const folder = useTemporaryFolder();
const inRuns = (path: string) => join(folder.path, "runs", path);

let server: ReturnType<typeof start> | undefined;
function start(...words: string[]) {
  return Bun.spawn([process.execPath, command, "serve", ...words], {
    cwd: folder.path,
    stdout: "pipe",
    stderr: "pipe",
  });
}

/** Where it says that it is. */
async function addressOf({ stdout }: { stdout: ReadableStream<Uint8Array> }): Promise<string> {
  const { value } = await stdout.getReader().read();
  return /http:\S+/.exec(new TextDecoder().decode(value))![0];
}

beforeEach(() =>
  cpSync(join(import.meta.dir, "../fixtures/runs"), inRuns(""), { recursive: true }),
);
afterEach(() => server?.kill("SIGKILL"));

describe("exp serve", () => {
  test("answers until it is interrupted, with a page open too", async () => {
    server = start("--port", "0");
    const address = await addressOf(server);
    expect(await (await fetch(address)).text()).toContain("small/v002");
    const stream = (await fetch(`${address}events?page=%2F`)).body!.getReader();
    expect(new TextDecoder().decode((await stream.read()).value)).toBe(": open\n\n");
    server.kill("SIGINT");
    expect(await server.exited).toBe(0);
    expect(await new Response(server.stderr).text()).toBe("");
  });

  test("says so where the port that was asked for is taken", async () => {
    const other = Bun.serve({ port: 0, hostname: "127.0.0.1", fetch: () => new Response() });
    const called = await exp(folder.path, "serve", "--port", String(other.port));
    expect(called.exitCode).toBe(1);
    expect(called.complaint).toStartWith(`No pages can be served at port ${other.port}: `);
    await other.stop(true);
  });

  test.each(["x", "70000", "-1", "80.5"])("%s is no port", async (given) => {
    const { exitCode, complaint } = await exp(folder.path, "serve", `--port=${given}`);
    expect([exitCode, complaint.trim()]).toEqual([2, messages.noPort(given)]);
  });
});

const executablePath = ["chromium", "chromium-browser", "google-chrome", "chrome"]
  .map((name) => Bun.which(name))
  .find((path) => path !== null && existsSync(path));

describe.skipIf(!executablePath)("its pages in Chromium", () => {
  let browser: Browser;
  beforeEach(async () => {
    browser = await chromium.launch({ executablePath: executablePath!, args: ["--no-sandbox"] });
  });
  afterEach(() => browser.close());

  test("show what changes, keep what is checked, and become the report", async () => {
    server = start("--port", "0");
    const address = await addressOf(server);
    const page = await browser.newPage();
    const faults: string[] = [];
    page.on("console", (message) => faults.push(message.text()));
    await page.goto(address);
    await page.check('input[value="small/v001"]');
    appendFileSync(
      inRuns("small/v002/history.csv"),
      readFileSync(inRuns("small/v002/history.csv"), "utf8")
        .trimEnd()
        .split("\n")
        .at(-1)!
        .replace(/^\d+/, "6") + "\n",
    );
    await page.getByText("6/200000").waitFor();
    expect(await page.isChecked('input[value="small/v001"]')).toBe(true);
    await page.goto(`${address}runs/small/v002/`);
    await page.getByText("after 6 of").waitFor();
    writeFileSync(inRuns("small/v002/report.html"), "<h1>its report</h1>");
    const manifest = readFileSync(inRuns("small/v002/manifest.json"), "utf8");
    writeFileSync(
      inRuns("small/v002/manifest.json"),
      manifest.replace('"interrupted"', '"completed"'),
    );
    await page.getByText("its report").waitFor();
    expect(faults).toEqual([]);
  }, 60_000);
});
