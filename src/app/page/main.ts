/** The script of a page that `exp app` writes. */
import { messages } from "../messages.ts";
import { WorkerClient } from "./client.ts";
import { known } from "./element.ts";
import { blocks, type PageFacts } from "./facts.ts";
import { setUpIntake } from "./intake.ts";
import { Results } from "./results.ts";
import { selfCheck } from "./self-check.ts";
import { fromBase64, unpack } from "./unpack.ts";

const say = (text: string) => {
  known("status").textContent = text;
};

async function start(): Promise<void> {
  say(messages.starting());
  const code = await unpack(blocks.worker);
  const facts = JSON.parse(new TextDecoder().decode(await unpack(blocks.facts))) as PageFacts;
  const whitening = await unpack(blocks.whitening);
  const address = URL.createObjectURL(
    new Blob([new Uint8Array(code)], { type: "text/javascript" }),
  );
  const client = new WorkerClient(new Worker(address));
  const { backend } = await client.start({
    model: facts.model,
    weights: await unpack(blocks.weights),
    whitening: whitening.length === 0 ? null : whitening,
    operations: await unpack(blocks.operations),
  });
  const check = await selfCheck(facts, client);
  if (backend === "cpu") check.lines.push(messages.slowBackend());
  known("check").textContent = check.lines.join(" ");
  if (!check.isRight) known("check").classList.add("warning");
  const results = new Results(
    client,
    {
      facts,
      directions: (facts.mistakes?.images ?? []).map(
        ({ direction }) => new Int8Array(fromBase64(direction).buffer),
      ),
      heat: (pixels, label) => client.ask({ kind: "heat", pixels, label }),
    },
    say,
  );
  setUpIntake((pictures) => results.add(pictures), say);
  say(check.isRight ? messages.ready() : check.lines[0]!);
}

start().catch((error: Error) => say(messages.cannotStart(error.message)));
