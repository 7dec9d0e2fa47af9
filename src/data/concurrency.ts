import { availableParallelism } from "node:os";

/** Runs `work` on every item, `most` at a time. After a failure no further item is begun. */
export async function eachConcurrently<Item>(
  items: readonly Item[],
  work: (item: Item, index: number) => Promise<void>,
  most = 2 * availableParallelism(),
): Promise<void> {
  const queue = items.entries();
  let failed = false;
  const worker = async () => {
    for (const [index, item] of queue) {
      if (failed) return;
      await work(item, index).catch((error) => {
        failed = true;
        throw error;
      });
    }
  };
  await Promise.all(Array.from({ length: most }, worker));
}
