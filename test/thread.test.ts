import { expect, test } from "bun:test";
import { KeptThreads, startThread } from "../src/thread.ts";
import type { EchoOrder } from "./fixtures/echo-thread.ts";

/** Posts orders to a thread and collects what it tells until it has told `count` things or failed. */
async function run(start: object, orders: EchoOrder[], count: number): Promise<string[]> {
  const told: string[] = [];
  const { promise, resolve } = Promise.withResolvers<void>();
  const thread = startThread(new URL("./fixtures/echo-thread.ts", import.meta.url), start, {
    onMessage: (message: string) => {
      if (told.push(message) === count) resolve();
    },
    onError: ({ message }) => {
      told.push(message);
      resolve();
    },
  });
  for (const order of orders) thread.postMessage(order);
  await promise;
  thread.terminate();
  return told;
}

test("a thread does one order after the other, however long each takes", async () => {
  const orders = [20, 0, 5].map((ms, index) => ({ name: String(index), ms }));
  expect(await run({ name: "it" }, orders, 3)).toEqual(["it 0", "it 1", "it 2"]);
});

test("a thread that cannot begin says why", async () => {
  const [told] = await run({ name: "it", fails: true }, [{ name: "0", ms: 0 }], 1);
  expect(told).toContain("it cannot begin");
});

test("an order that fails ends a thread, with its words", async () => {
  const orders = ["0", "bad", "2"].map((name) => ({ name, ms: 1 }));
  const told = await run({ name: "it" }, orders, 3);
  expect(told).toHaveLength(2);
  expect(told[1]).toContain("a bad order");
});

/** Gives kept threads one order each and waits for all they tell. */
async function echo(
  threads: KeptThreads,
  seen: Set<Worker>,
  names: string[],
  isWell = true,
): Promise<string[]> {
  const told: string[] = [];
  await Promise.all(
    names.map((name) => {
      const { promise, resolve } = Promise.withResolvers<void>();
      const hear = (text: string) => {
        told.push(text);
        resolve();
      };
      const thread = threads.start({ name }, { onMessage: hear, onError: (e) => hear(e.message) });
      seen.add(thread);
      thread.postMessage({ name: isWell ? "order" : "bad", ms: 1 });
      return promise.then(() => threads.release(thread, isWell));
    }),
  );
  return told.toSorted();
}

test("a thread that is kept begins again with what the next one gives it", async () => {
  const seen = new Set<Worker>();
  const threads = new KeptThreads(new URL("./fixtures/echo-thread.ts", import.meta.url));
  expect(await echo(threads, seen, ["a", "b"])).toEqual(["a order", "b order"]);
  expect(await echo(threads, seen, ["c"])).toEqual(["c order"]);
  expect(await echo(threads, seen, ["d", "e", "f"])).toEqual(["d order", "e order", "f order"]);
  expect(seen.size).toBe(3);
  // One that failed is not used again.
  expect((await echo(threads, seen, ["g"], false))[0]).toContain("a bad order");
  expect(await echo(threads, seen, ["h", "i", "j"])).toEqual(["h order", "i order", "j order"]);
  expect(seen.size).toBe(4);
});
