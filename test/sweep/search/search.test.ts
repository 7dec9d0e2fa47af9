import { expect, test } from "bun:test";
import fc from "fast-check";
import { makeSearch } from "../../../src/sweep/search/search.ts";
import { valueAt, valueOnScale } from "../../../src/sweep/search/space.ts";
import {
  searchKinds,
  type Dimension,
  type Point,
  type Search,
  type Space,
  type Told,
} from "../../../src/sweep/types.ts";

const ends = fc
  .tuple(
    fc.double({ min: 1e-6, max: 1e3, noNaN: true }),
    fc.double({ min: 1e-3, max: 1e3, noNaN: true }),
  )
  .map(([low, more]): [number, number] => [low, low + more]);
const wholeEnds = fc
  .tuple(fc.integer({ min: 1, max: 50 }), fc.nat(200))
  .map(([low, more]): [number, number] => [low, low + more]);
const dimension: fc.Arbitrary<Dimension> = fc.oneof(
  fc
    .uniqueArray(fc.oneof(fc.integer(), fc.string(), fc.boolean()), { minLength: 1, maxLength: 5 })
    .map((list) => ({ key: "k", list })),
  ends.map((uniform) => ({ key: "k", uniform })),
  ends.map((log) => ({ key: "k", log })),
  fc.tuple(wholeEnds, fc.boolean()).map(([integer, log]) => ({ key: "k", integer, log })),
);
const spaces: fc.Arbitrary<Space> = fc
  .array(dimension, { minLength: 1, maxLength: 4 })
  .map((dimensions) => ({ dimensions }));

function holds(one: Dimension, value: unknown): boolean {
  if ("list" in one) return one.list.includes(value as never);
  const range = "uniform" in one ? one.uniform : "integer" in one ? one.integer : one.log;
  const number = value as number;
  return (
    number >= range[0] && number <= range[1] && (!("integer" in one) || Number.isInteger(number))
  );
}

/** Objectives from nothing but the numbers; every fifth fails. */
function objectiveOf(number: number): number | null {
  return number % 5 === 0 ? null : Math.sin(number * 7);
}

/** As many proposals, one at a time. */
function trials(search: Search, count: number): Told[] {
  const told: Told[] = [];
  for (let number = 1; number <= Math.min(count, search.size ?? count); number++)
    told.push({ number, point: search.propose(number, told), objective: objectiveOf(number) });
  return told;
}

test("every search proposes points of its space, the same ones whatever else is told, and in any order", () => {
  fc.assert(
    fc.property(fc.constantFrom(...searchKinds), spaces, fc.nat(1000), (kind, space, seed) => {
      fc.pre(kind !== "grid" || space.dimensions.every((one) => "list" in one));
      const search = makeSearch(kind, space, seed);
      const told = trials(search, 30);
      for (const { number, point } of told) {
        expect(point.length).toBe(space.dimensions.length);
        point.forEach((value, index) => expect(holds(space.dimensions[index]!, value)).toBe(true));
        const needed = search.awaits(number);
        expect(needed).toBeLessThan(number);
        const known = told.filter((one) => one.number <= needed);
        expect(makeSearch(kind, space, seed).propose(number, known.toReversed())).toEqual(point);
        expect(search.propose(number, told)).toEqual(point);
      }
    }),
    { numRuns: 60 },
  );
});

test("another seed proposes other points", () => {
  const space: Space = { dimensions: [{ key: "x", log: [1e-4, 1] }] };
  for (const kind of ["random", "sobol", "tpe"] as const)
    expect(makeSearch(kind, space, 1).propose(1, [])).not.toEqual(
      makeSearch(kind, space, 2).propose(1, []),
    );
});

test("a grid has every combination once, the last setting changing fastest", () => {
  const space: Space = {
    dimensions: [
      { key: "filters", list: [16, 32] },
      { key: "activation", list: ["relu", null, { elu: { alpha: 2 } }] },
    ],
  };
  const search = makeSearch("grid", space, 1);
  expect(search.size).toBe(6);
  const points = trials(search, 6).map(({ point }) => point);
  expect(points.slice(0, 4)).toEqual([
    [16, "relu"],
    [16, null],
    [16, { elu: { alpha: 2 } }],
    [32, "relu"],
  ]);
  expect(new Set(points.map((point) => JSON.stringify(point))).size).toBe(6);
  expect(() => search.propose(7, [])).toThrow(RangeError);
  const range: Space = { dimensions: [{ key: "rate", log: [1e-4, 1e-2] }] };
  expect(() => makeSearch("grid", range, 1)).toThrow("rate is a range");
});

test("values are spread evenly over their scale, and have digits that can be read", () => {
  expect(valueAt({ key: "x", log: [1e-4, 1e-2] }, 0.5)).toBe(0.001);
  expect(valueAt({ key: "x", uniform: [0, 3] }, 1 / 3)).toBe(1);
  expect(valueAt({ key: "x", log: [1e-4, 1e-2] }, 0.123)).toBe(0.000176198);
  expect(valueOnScale({ key: "x", uniform: [1e6, 1e6 + 1] }, 1e6 + 0.123456)).toBe(1000000.123456);
  const faces = { key: "x", integer: [1, 6] as const, log: false };
  const counts = [1, 2, 3, 4, 5, 6].map(
    (face) =>
      Array.from({ length: 600 }, (_, index) => valueAt(faces, index / 600)).filter(
        (value) => value === face,
      ).length,
  );
  // Shares that fall on the border of two faces may go either way.
  for (const count of counts) expect(Math.abs(count - 100)).toBeLessThanOrEqual(1);
});

test("tpe waits for whole generations: ten at random, then eight that know the same results", () => {
  const search = makeSearch("tpe", { dimensions: [{ key: "x", uniform: [0, 1] }] }, 3);
  expect([1, 10, 11, 18, 19, 26, 27].map((number) => search.awaits(number))).toEqual([
    0, 0, 10, 10, 18, 18, 26,
  ]);
});

test("tpe draws near what was good, and side by side not the same", () => {
  const space: Space = {
    dimensions: [
      { key: "x", uniform: [0, 1] },
      { key: "act", list: ["relu", "tanh"] },
    ],
  };
  const search = makeSearch("tpe", space, 5);
  const told: Told[] = [];
  const objective = ([x, act]: Point) => ((x as number) - 0.7) ** 2 + (act === "tanh" ? 0.3 : 0);
  for (let number = 1; number <= 58; number++) {
    const point = search.propose(number, told);
    told.push({ number, point, objective: objective(point) });
  }
  const late = told.slice(-24).map(({ point }) => point);
  expect(late.filter(([, act]) => act === "relu").length).toBeGreaterThan(18);
  expect(late.filter(([x]) => Math.abs((x as number) - 0.7) < 0.15).length).toBeGreaterThan(15);
  expect(new Set(late.map((point) => JSON.stringify(point))).size).toBe(24);
});

test("tpe learns nothing from failed trials, and goes on at random while too few came to an end", () => {
  const space: Space = { dimensions: [{ key: "x", uniform: [0, 1] }] };
  const random = makeSearch("tpe", space, 5, { startup: 100 });
  const search = makeSearch("tpe", space, 5);
  const told = trials(random, 18).map((trial) => ({ ...trial, objective: null as number | null }));
  expect(search.propose(19, told)).toEqual(random.propose(19, []));
  const finished = told.map((trial, index) => ({ ...trial, objective: index < 14 ? index : null }));
  const without = finished.filter(({ objective }) => objective !== null);
  expect(search.propose(19, finished)).toEqual(search.propose(19, without));
  expect(search.propose(19, finished)).not.toEqual(random.propose(19, []));
});

test("settings of one value only are left as they are", () => {
  const space: Space = {
    dimensions: [
      { key: "one", list: ["a"] },
      { key: "fixed", uniform: [2, 2] },
      { key: "whole", integer: [3, 3], log: true },
    ],
  };
  for (const kind of ["random", "sobol", "tpe"] as const) {
    const search = makeSearch(kind, space, 1);
    for (const { point } of trials(search, 12)) expect(point).toEqual(["a", 2, 3]);
  }
});
