import { join } from "node:path";
import { RunError } from "../../../errors.ts";
import { jsonText } from "../../../json-text.ts";
import { writeRunFile } from "../../../run/write-files.ts";
import { messages as runMessages } from "../../../run/messages.ts";
import { parseJson } from "../../../run/text.ts";
import { readTextOr } from "../../../sweep/read.ts";
import { ordersFile } from "../../../sweep/slurm/files.ts";
import type { TrialOrder } from "../place.ts";

/** What the tasks of a submission have to know. Where the sweep's folder is they see by themselves. */
export interface LeftOrders {
  /** Absolute path of the folder that the command was called in. */
  directory: string;
  threads: number;
  trials: TrialOrder[];
}

export function writeOrders(sweep: string, submission: number, orders: LeftOrders): Promise<void> {
  return writeRunFile(sweep, ordersFile(submission), jsonText(orders));
}

/** @param number of the trial; 0 is the winner @throws RunError where there is none */
export function readOrder(
  sweep: string,
  submission: number,
  number: number,
): TrialOrder & Omit<LeftOrders, "trials"> {
  const path = join(sweep, ordersFile(submission));
  const text = readTextOr(path);
  const orders = text === null ? null : (parseJson(text, path) as LeftOrders);
  const order = orders?.trials.find((one) => one.number === number);
  if (!orders || !order) throw new RunError(runMessages.runFileMissing(path));
  const { directory, threads } = orders;
  return { ...order, sweep, directory, threads };
}
