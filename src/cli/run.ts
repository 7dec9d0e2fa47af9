import { parseArgs } from "node:util";
import { inThisWorld, outputOf, tellFinished } from "./effects.ts";
import { checkForRun, readRequest, requestHelp, requestOptions } from "./request.ts";
import { visible } from "../text.ts";

export const help = `Usage: exp [run] FILE.yaml | --from RUN  [--set KEY=VALUE]... [--json] [--profile]

Runs an experiment and writes a numbered folder, runs/NAME/v001. A bare name is looked for in experiments/.

${requestHelp}
  --profile        First show where the time of a training step goes, operation by operation.
  --json           Print the finished run's metrics as JSON; everything else goes to standard error.`;

/** `exp run FILE.yaml`: an experiment from its images to a finished run folder. */
export async function run(words: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: {
      ...requestOptions,
      json: { type: "boolean" },
      profile: { type: "boolean" },
    },
  });
  const directory = process.cwd();
  const request = await readRequest(values, positionals, directory);
  const { checked, warning } = await checkForRun(request);
  const call = { words, json: values.json ?? false, directory, profile: values.profile ?? false };
  if (warning !== null) outputOf(call).write(`${visible(warning)}\n`);
  // Only now: a mistake is told without waiting for what trains.
  const { runExperiment } = await import("../pipeline.ts");
  return tellFinished(await inThisWorld(call, (effects) => runExperiment(checked, effects)), call);
}
