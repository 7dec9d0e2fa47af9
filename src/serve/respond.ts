import { drawComparison } from "../charts/draw-comparison.ts";
import { comparison } from "../charts/report/comparison.ts";
import { diffRuns } from "../compare/diff.ts";
import { sections } from "../compare/sections.ts";
import { readSide } from "../compare/side.ts";
import { RunError, UsageError } from "../errors.ts";
import { html } from "../markup/html.ts";
import { shown } from "../markup/label.ts";
import { page } from "../markup/page.ts";
import { folderSource } from "../run/source.ts";
import { addressOf, listPage } from "./list-page.ts";
import { messages } from "./messages.ts";
import { COMPARISON_PATH, EVENTS_PATH } from "./paths.ts";
import { fileOf, findPlace } from "./places.ts";
import { runPage } from "./run-page.ts";
import type { Site } from "./site.ts";
import { changes } from "./watch.ts";

/** What each answer says of itself. */
const always = {
  "cache-control": "no-store",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "no-referrer",
  "cross-origin-resource-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
};

/** A file of a run may come from anybody: whatever it holds, no script of it runs, and it is not one of these pages. */
const SANDBOX =
  "sandbox allow-popups allow-downloads; default-src 'none'; style-src 'unsafe-inline'; img-src data:";

const localHosts = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * Answers what a browser of this machine asks for. Pages of other sites are refused: their scripts could read the runs through
 * the browser otherwise, under a name that leads here.
 *
 * @param ended ends the streams that are open
 */
export async function respond(request: Request, site: Site, ended: AbortSignal): Promise<Response> {
  const url = new URL(request.url);
  const refusal = refusalOf(request, url);
  const answer = refusal ?? (await answerTo(url, site, ended, request.signal));
  for (const [name, value] of Object.entries(always)) answer.headers.set(name, value);
  return request.method === "HEAD" ? new Response(null, answer) : answer;
}

function refusalOf({ method, headers }: Request, url: URL): Response | null {
  // Of a tunnel, the port is another.
  const named = headers.get("host") ?? url.host;
  const host = URL.parse(`http://${named}`)?.hostname ?? named;
  if (!localHosts.has(host)) return said(messages.foreignHost(host), 403);
  const origin = headers.get("origin");
  if (origin !== null && origin !== `http://${named}`)
    return said(messages.foreignOrigin(origin), 403);
  if (method !== "GET" && method !== "HEAD") {
    const refusal = said(messages.otherMethod(method), 405);
    refusal.headers.set("allow", "GET, HEAD");
    return refusal;
  }
  return null;
}

async function answerTo(
  url: URL,
  site: Site,
  ended: AbortSignal,
  gone: AbortSignal,
): Promise<Response> {
  const { pathname, searchParams } = url;
  if (pathname === "/") return asPage(await listPage(site, searchParams));
  if (pathname === COMPARISON_PATH) return comparisonOf(searchParams.getAll("run"), site);
  // Browsers ask for it by themselves, and complain where there is none.
  if (pathname === "/favicon.ico") return new Response(null, { status: 204 });
  if (pathname === EVENTS_PATH) {
    const asked = new URL(searchParams.get("page") ?? "/", url).pathname;
    const watched = asked === "/" ? null : findPlace(asked, site.directory);
    return changes(watched, site.directory, AbortSignal.any([ended, gone]));
  }
  const place = findPlace(pathname, site.directory);
  if (!place) return said(messages.unknown(pathname), 404);
  // With it, links in the page lead into the folder.
  if (place.rest === "" && !pathname.endsWith("/"))
    return new Response(null, { status: 308, headers: { location: addressOf(place.name) } });
  const file = fileOf(place);
  if (file)
    return new Response(Bun.file(file.path), {
      headers: { "content-type": file.type, "content-security-policy": SANDBOX },
    });
  if (place.rest !== "") return said(messages.unknown(pathname), 404);
  return asPage(
    place.kind === "run"
      ? await runPage(site, place)
      : await listPage(site, searchParams, place.name),
  );
}

async function comparisonOf(names: readonly string[], site: Site): Promise<Response> {
  const places = names.map((name) => findPlace(addressOf(name), site.directory));
  const runs = places.filter((place) => place?.kind === "run");
  if (names.length !== 2 || runs.length !== 2) return said(messages.chooseTwo(), 400);
  try {
    const [a, b] = await Promise.all(
      runs.map((run) => readSide(folderSource(run!.folder, run!.name))),
    );
    const difference = diffRuns(a!, b!, { allowDifferentImages: true });
    const { svgs } = await drawComparison(a!, b!);
    return asPage(comparison(difference, sections(difference), svgs));
  } catch (error) {
    if (!(error instanceof RunError || error instanceof UsageError)) throw error;
    return said(messages.comparing(error.message), 422);
  }
}

function asPage(text: string): Response {
  return new Response(text, { headers: { "content-type": "text/html; charset=utf-8" } });
}

const { notFound, refused, notCompared } = messages.headings;
const headings: Readonly<Record<number, string>> = {
  400: notCompared,
  403: refused,
  404: notFound,
  405: refused,
  422: notCompared,
};

/** A page that says one thing. */
function said(words: string, status: keyof typeof headings): Response {
  const body = html`<h1>${headings[status]!}</h1>
    <p>${shown(words)}</p>
    <p><a href="/">All runs</a></p>`;
  return new Response(page(headings[status]!, body), {
    status,
    headers: { "content-type": "text/html; charset=utf-8" },
  });
}
