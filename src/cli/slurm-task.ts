import { slurmClient } from "../stages/sweep/slurm/client.ts";
import { slurmTask } from "../stages/sweep/slurm/task.ts";
import { describeFailure } from "./failure.ts";
import { workerEffects } from "./effects.ts";
import { listenForInterrupt } from "./interrupt.ts";
import { terminal } from "./progress.ts";
import { runReporter } from "./run-reporter.ts";

/** What the batch script of a sweep on Slurm runs: SWEEP SUBMISSION TRIAL. */
const [sweep = "", submission = "", number = ""] = process.argv.slice(2);
const { env } = process;
const output = terminal(process.stdout);
const interrupt = listenForInterrupt("");
const id = env["SLURM_ARRAY_JOB_ID"] ?? env["SLURM_JOB_ID"] ?? "0";
const call = {
  sweep,
  attempt: { submission: Number(submission), restart: Number(env["SLURM_RESTART_COUNT"] ?? 0) },
  number: Number(number),
  task: `${id}_${env["SLURM_ARRAY_TASK_ID"] ?? 0}`,
  node: env["SLURMD_NODENAME"] ?? "",
};
try {
  process.exitCode = await slurmTask(call, {
    effects({ directory, command, threads, signal }) {
      process.chdir(directory);
      const reporter = runReporter(output, () => performance.now());
      const both = AbortSignal.any([signal, interrupt.signal]);
      return workerEffects({ command, threads, signal: both, reporter });
    },
    onNotice(tell) {
      process.on("SIGUSR1", tell);
      return () => process.off("SIGUSR1", tell);
    },
    requeue: (task) => slurmClient(env).requeue(task),
    say: (text) => output.write(`${text}\n`),
    now: () => new Date(),
  });
} catch (error) {
  const { message, exitCode } = describeFailure(error);
  process.stderr.write(`${message}\n`);
  process.exitCode = exitCode;
} finally {
  interrupt.close();
}
