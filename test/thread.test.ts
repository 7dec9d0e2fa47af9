import { expect, test } from "bun:test";
import { startThread } from "../src/thread.ts";
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
