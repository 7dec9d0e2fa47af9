import type { Point, Space } from "../../../src/sweep/types.ts";

/** A function that searches are measured on, as test/golden/tpe.py has it too. */
export interface TestFunction {
  space: Space;
  value(point: Point): number;
  /** Its least value. */
  least: number;
}

const axes = (count: number, low: number, high: number) =>
  Array.from({ length: count }, (_, index) => ({
    key: `x${index}`,
    uniform: [low, high] as const,
  }));

const HARTMANN_A = [
  [10, 3, 17, 3.5, 1.7, 8],
  [0.05, 10, 17, 0.1, 8, 14],
  [3, 3.5, 1.7, 10, 17, 8],
  [17, 8, 0.05, 10, 0.1, 14],
];
const HARTMANN_P = [
  [1312, 1696, 5569, 124, 8283, 5886],
  [2329, 4135, 8307, 3736, 1004, 9991],
  [2348, 1451, 3522, 2883, 3047, 6650],
  [4047, 8828, 8732, 5743, 1091, 381],
];

export const functions: Readonly<Record<"branin" | "hartmann6" | "mixed", TestFunction>> = {
  branin: {
    space: {
      dimensions: [
        { key: "x0", uniform: [-5, 10] },
        { key: "x1", uniform: [0, 15] },
      ],
    },
    value(point) {
      const [x, y] = point as number[] as [number, number];
      const bend = y - (5.1 / (4 * Math.PI ** 2)) * x ** 2 + (5 / Math.PI) * x - 6;
      return bend ** 2 + 10 * (1 - 1 / (8 * Math.PI)) * Math.cos(x) + 10;
    },
    least: 0.397887,
  },
  hartmann6: {
    space: { dimensions: axes(6, 0, 1) },
    value: (point) =>
      -[1, 1.2, 3, 3.2].reduce((sum, alpha, row) => {
        const distance = HARTMANN_A[row]!.reduce(
          (total, a, index) =>
            total + a * ((point[index] as number) - HARTMANN_P[row]![index]! / 1e4) ** 2,
          0,
        );
        return sum + alpha * Math.exp(-distance);
      }, 0),
    least: -3.32237,
  },
  /** As a network's settings are: a rate, a width, a depth, a share and two words. */
  mixed: {
    space: {
      dimensions: [
        { key: "rate", log: [1e-5, 1e-1] },
        { key: "width", integer: [8, 512], log: true },
        { key: "depth", integer: [1, 8], log: false },
        { key: "dropout", uniform: [0, 0.8] },
        { key: "optimizer", list: ["sgd", "adam", "rmsprop", "adamw"] },
        { key: "activation", list: ["relu", "tanh", "gelu"] },
      ],
    },
    value(point) {
      const [rate, width, depth, dropout, optimizer, activation] = point as [
        number,
        number,
        number,
        number,
        "sgd" | "adam" | "rmsprop" | "adamw",
        "relu" | "tanh" | "gelu",
      ];
      // The best rate depends on the optimizer.
      const bestRate = { sgd: -1.5, adam: -3, rmsprop: -3.2, adamw: -2.8 }[optimizer];
      const penalty = { sgd: 0.15, adam: 0.02, rmsprop: 0.08, adamw: 0 }[optimizer];
      const slower = { relu: 0.03, tanh: 0.1, gelu: 0 }[activation];
      return (
        0.1 +
        0.12 * (Math.log10(rate) - bestRate) ** 2 +
        0.05 * (Math.log2(width) - 7) ** 2 * 0.5 +
        0.01 * (depth - 4) ** 2 +
        0.6 * (dropout - 0.3) ** 2 +
        penalty +
        slower
      );
    },
    least: 0.1,
  },
};
