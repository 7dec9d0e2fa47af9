import { availableParallelism } from "node:os";
import { startThread } from "../../thread.ts";
import {
  type ComparedPictures,
  findNearDuplicates,
  mayHavePairs,
  type NearPair,
  type OnCompared,
} from "./near-duplicates.ts";

/** Fewer pictures are compared sooner than threads are ready, each with its tables. */
const FEW = 10_000;
const MOST_THREADS = 16;
/** Pictures in an order: the last threads do not wait long for one another. */
const PICTURES_AN_ORDER = 250;
/** One that a thread works on, and one that waits for it. */
const ORDERS_AHEAD = 2;

/** As `findNearDuplicates`, on all cores where there are many pictures. */
export async function findOnAllCores(
  pictures: ComparedPictures,
  onCompared?: OnCompared,
): Promise<NearPair[]> {
  const { length } = pictures.labels;
  const count = Math.min(MOST_THREADS, availableParallelism());
  if (length < FEW || count < 2 || !mayHavePairs(pictures))
    return findNearDuplicates(pictures, onCompared);
  const orders = Array.from({ length: Math.ceil(length / PICTURES_AN_ORDER) }, (_, order) =>
    Int32Array.from(
      { length: Math.min(PICTURES_AN_ORDER, length - order * PICTURES_AN_ORDER) },
      (_item, at) => order * PICTURES_AN_ORDER + at,
    ),
  );
  const start = shared(pictures);
  /** By order: in the end they stand as if one thread had found them. */
  const found: NearPair[][] = orders.map(() => []);
  const threads: Worker[] = [];
  try {
    await new Promise<void>((resolve, reject) => {
      let [next, done] = [0, 0];
      for (let index = 0; index < count; index++) {
        const taken: number[] = [];
        const give = () => {
          if (next === orders.length) return;
          taken.push(next);
          thread.postMessage(orders[next++]);
        };
        const thread = startThread(new URL("./worker.ts", import.meta.url), start, {
          onMessage(pairs: NearPair[]) {
            found[taken.shift()!] = pairs;
            done++;
            give();
            Promise.resolve(onCompared?.(done * PICTURES_AN_ORDER, length)).then(
              () => done === orders.length && resolve(),
              reject,
            );
          },
          onError: reject,
        });
        threads.push(thread);
        for (let ahead = 0; ahead < ORDERS_AHEAD; ahead++) give();
      }
    });
  } finally {
    for (const thread of threads) void thread.terminate();
  }
  return found.flat();
}

/** In memory that threads share: a copy for each would take as long as some of the search. */
function shared(pictures: ComparedPictures): ComparedPictures {
  const { thumbnails } = pictures;
  if (thumbnails.buffer instanceof SharedArrayBuffer) return pictures;
  const copy = new Uint8Array(new SharedArrayBuffer(thumbnails.length));
  copy.set(thumbnails);
  return { ...pictures, thumbnails: copy };
}
