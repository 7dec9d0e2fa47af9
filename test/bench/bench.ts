import { parseArgs } from "node:util";
import { describeFailure } from "../../src/cli/failure.ts";
import { UsageError } from "../../src/errors.ts";
import { benchAugment } from "./augment/augment.ts";
import { benchData } from "./data/data.ts";
import { benchDepth } from "./depth/depth.ts";
import { benchKernels } from "./kernels/kernels.ts";
import { benchMnist } from "./mnist/mnist.ts";
import { benchPredict } from "./predict/predict.ts";
import type { BenchDevice } from "./step/contenders.ts";
import { benchStep } from "./step/step.ts";
import { benchSweep } from "./sweep/throughput.ts";
import { benchTpe } from "./sweep/tpe.ts";

const usage = `Usage: bun run bench step [--json] [--rounds N] [--case NAME]... [--device cpu|gpu] [--mixed]
       bun run bench kernels [--json] [--rounds N]
       bun run bench augment [--json] [--rounds N]
       bun run bench depth [--json] [--rounds N]
       bun run bench data [--json] [--rounds N] [--case NAME]...
       bun run bench predict [--json] [--rounds N] [--case NAME]...
       bun run bench mnist [--json] [--seeds N] [--epochs N] [--data FOLDER]
       bun run bench sweep [--json] [--rounds N] [--seeds N]
       bun run bench tpe [--json] [--seeds N]

README.md beside this file says what is measured and what the peers need.`;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: "boolean", default: false },
      rounds: { type: "string", default: "9" },
      case: { type: "string", multiple: true, default: [] },
      seeds: { type: "string", default: "3" },
      epochs: { type: "string", default: "12" },
      data: { type: "string" },
      device: { type: "string", default: "cpu" },
      mixed: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (values.help) return void process.stdout.write(`${usage}\n`);
  const { json } = values;
  switch (positionals.join(" ")) {
    case "step":
      return benchStep({
        json,
        rounds: wholeNumber(values.rounds),
        only: values.case,
        device: deviceName(values.device),
        isMixed: values.mixed,
      });
    case "kernels":
      return benchKernels({ json, rounds: wholeNumber(values.rounds) });
    case "augment":
      return benchAugment({ json, rounds: wholeNumber(values.rounds) });
    case "depth":
      return benchDepth({ json, rounds: wholeNumber(values.rounds) });
    case "data":
      return benchData({ json, rounds: wholeNumber(values.rounds), only: values.case });
    case "predict":
      return benchPredict({ json, rounds: wholeNumber(values.rounds), only: values.case });
    case "mnist":
      return benchMnist({
        json,
        seeds: wholeNumber(values.seeds),
        epochs: wholeNumber(values.epochs),
        folder: values.data,
      });
    case "sweep":
      return benchSweep({
        json,
        seeds: wholeNumber(values.seeds),
        rounds: wholeNumber(values.rounds),
      });
    case "tpe":
      return benchTpe({ json, seeds: wholeNumber(values.seeds) });
    default:
      throw new UsageError(usage);
  }
}

function deviceName(text: string): BenchDevice {
  if (text === "cpu" || text === "gpu") return text;
  throw new UsageError(`--device is cpu or gpu, not "${text}".`);
}

function wholeNumber(text: string): number {
  if (/^[1-9]\d*$/.test(text)) return Number(text);
  throw new UsageError(`"${text}" is no whole number from 1.`);
}

try {
  await main();
} catch (error) {
  const { exitCode, message } = describeFailure(error, usage);
  process.stderr.write(`${message}\n`);
  process.exitCode = exitCode;
}
