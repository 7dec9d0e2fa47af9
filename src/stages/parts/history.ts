import { files, type EpochRecord, type History } from "../../layout.ts";
import { historyText } from "../../run/text.ts";
import type { Sink } from "../open-run.ts";
import type { EpochPart } from "./part.ts";

/** Keeps the rows of history.csv, and the file. The disk is not waited for: it takes a row while the next epoch trains. */
export function historyRows(history: History, sink: Sink): EpochPart {
  let written = Promise.resolve();
  const write = () => {
    written = sink.write(files.history, historyText(history));
    // What goes wrong is thrown where it is awaited.
    written.catch(() => undefined);
  };
  return {
    async after(record) {
      history.epochs.push(record);
      await written;
      write();
    },
    // A figure that is undefined is null in JSON.
    save: () => ({ data: history.epochs.map((record) => ({ ...record })) }),
    load({ data }) {
      history.epochs = (data as EpochRecord[]).map(({ monitored, ...record }) => ({
        ...record,
        ...(monitored !== undefined && { monitored: monitored ?? NaN }),
      }));
      if (history.epochs.length > 0) write();
    },
    finish: () => written,
  };
}
