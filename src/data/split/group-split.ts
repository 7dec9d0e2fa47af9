import { rank } from "./split.ts";
import { byCodeUnit } from "../source/walk.ts";

/** Images that must stay together. */
export interface Group {
  /** Distinct from every other group's. */
  name: string;
  /** How many images of each class, by the class's position. */
  counts: ReadonlyMap<number, number>;
}

/** Groups among which the best exchange is looked for pair by pair. */
const MOST_TO_EXCHANGE = 300;
const STARTS = 20;
/** So few ways to deal are all tried. */
const MOST_WAYS = 1000;

/**
 * Deals groups out, each whole, so that every part gets its share of each class as nearly as whole groups allow: the
 * images in the wrong part are then at most one group's more than in the best of all ways to deal.
 *
 * Where a group goes first depends on a hash of the seed and its name, among the groups with the same classes. Then
 * groups change places only as long as the balance is off by more than the largest group, or a part lacks a class. So
 * neither the order of the list nor an image more elsewhere moves much.
 *
 * @param shares of all images, for each part; they add up to 1
 * @param needy the part that lacks a class last, as the one that is learnt from
 * @returns the part of each group
 */
export function dealGroups(
  groups: readonly Group[],
  shares: readonly number[],
  seed: number,
  needy = 0,
): number[] {
  // In an order of their own, so that not even a sum's last bit depends on the order of the list.
  const order = [...groups.keys()].toSorted((a, b) => byCodeUnit(groups[a]!.name, groups[b]!.name));
  const parts = dealSorted(
    order.map((index) => inOrder(groups[index]!)),
    shares,
    seed,
    needy,
  );
  const dealt = Array.from<number>({ length: groups.length });
  for (const [place, index] of order.entries()) dealt[index] = parts[place]!;
  return dealt;
}

function inOrder({ name, counts }: Group): Group {
  return { name, counts: new Map([...counts].toSorted(([a], [b]) => a - b)) };
}

function dealSorted(
  groups: readonly Group[],
  shares: readonly number[],
  seed: number,
  needy: number,
): number[] {
  const names = groups.map(({ name }) => name);
  const isSmall = groups.length <= MOST_TO_EXCHANGE;
  let best: Deal | undefined;
  // Where a part still lacks a class, another beginning may have a way to give it one.
  for (let start = 0; start < (isSmall ? STARTS : 1) && (!best || best.lacking > 0); start++) {
    const ranked = rank(names, seed + start);
    const deal = new Deal(groups, shares, needy, firstDeal(groups, shares, ranked, start === 0));
    deal.improve(ranked);
    if (isSmall) while (!deal.isGood && deal.exchange(ranked)) deal.improve(ranked);
    if (!best || deal.score < best.score - 1e-9) best = deal;
  }
  const deal = best!;
  if (!deal.isGood && shares.length ** groups.length <= MOST_WAYS) deal.tryAll();
  return deal.parts;
}

/**
 * How good a deal is: parts that lack a class, the needy one counted twice, and images that lie in a part where they
 * are too many, which is half the sum of all differences from the ideal.
 */
export function imbalance(
  groups: readonly Group[],
  shares: readonly number[],
  parts: readonly number[],
  needy = 0,
): { lacking: number; misplaced: number } {
  const deal = new Deal(groups, shares, needy, [...parts]);
  return { lacking: deal.lacking, misplaced: deal.difference / 2 };
}

/** Cuts the groups at the shares, in the order given: each kind of group, or all together. */
function firstDeal(
  groups: readonly Group[],
  shares: readonly number[],
  ranked: readonly number[],
  byKind: boolean,
): number[] {
  const parts = Array.from<number>({ length: groups.length }).fill(0);
  const kindOf = (index: number) =>
    byKind ? [...groups[index]!.counts.keys()].toSorted().join() : "";
  for (const kind of Map.groupBy(ranked, kindOf).values()) {
    const total = kind.reduce((sum, index) => sum + sizeOf(groups[index]!), 0);
    let before = 0;
    for (const index of kind) {
      const size = sizeOf(groups[index]!);
      const middle = (before + size / 2) / total;
      let part = 0;
      for (let end = shares[0]!; part < shares.length - 1 && middle > end; end += shares[part]!)
        part++;
      parts[index] = part;
      before += size;
    }
  }
  return parts;
}

function sizeOf({ counts }: Group): number {
  return counts.values().reduce((sum, count) => sum + count, 0);
}

/** Groups in parts, and how far that is from the ideal. */
class Deal {
  /** Sum over all parts and classes of the difference from the ideal, in images. */
  difference = 0;
  /** Parts that lack a class, counted for each class; the needy one counts twice. */
  lacking = 0;
  readonly #have: Map<number, number>[];
  readonly #totals = new Map<number, number>();
  readonly #largest: number;

  constructor(
    readonly groups: readonly Group[],
    readonly shares: readonly number[],
    readonly needy: number,
    readonly parts: number[],
  ) {
    this.#have = shares.map(() => new Map());
    this.#largest = groups.reduce((most, group) => Math.max(most, sizeOf(group)), 0);
    for (const [index, { counts }] of groups.entries()) {
      for (const [label, count] of counts) {
        this.#totals.set(label, (this.#totals.get(label) ?? 0) + count);
        const have = this.#have[parts[index]!]!;
        have.set(label, (have.get(label) ?? 0) + count);
      }
    }
    for (const part of shares.keys()) {
      for (const label of this.#totals.keys()) {
        const count = this.#have[part]!.get(label) ?? 0;
        this.difference += this.#off(part, label, count);
        this.lacking += this.#lacks(part, count);
      }
    }
  }

  get isGood(): boolean {
    return this.lacking === 0 && this.difference / 2 <= this.#largest;
  }

  /** Moves each group where it fits best, until none fits better elsewhere. */
  improve(ranked: readonly number[]): void {
    for (let moved = true; moved && !this.isGood;) {
      moved = false;
      for (const index of ranked) {
        if (this.isGood) return;
        const from = this.parts[index]!;
        const before = this.score;
        let [best, to] = [before, from];
        for (const [part, share] of this.shares.entries()) {
          if (part === from || share === 0) continue;
          this.#move(index, part);
          if (this.score < best - 1e-9) [best, to] = [this.score, part];
          this.#move(index, from);
        }
        if (to === from) continue;
        this.#move(index, to);
        moved = true;
      }
    }
  }

  /** Exchanges the first two groups that are better off in each other's place. @returns whether there were such */
  exchange(ranked: readonly number[]): boolean {
    for (const [place, one] of ranked.entries()) {
      for (const other of ranked.slice(place + 1)) {
        const [from, to] = [this.parts[one]!, this.parts[other]!];
        if (from === to) continue;
        const before = this.score;
        this.#move(one, to);
        this.#move(other, from);
        if (this.score < before - 1e-9) return true;
        this.#move(one, from);
        this.#move(other, to);
      }
    }
    return false;
  }

  /** Takes the best of all ways; the one there is where none is better. */
  tryAll(): void {
    let best = this.score - 1e-9;
    let parts = [...this.parts];
    const walk = (index: number) => {
      if (index < this.groups.length) {
        for (const [part, share] of this.shares.entries()) {
          if (share === 0) continue;
          this.#move(index, part);
          walk(index + 1);
        }
      } else if (this.score < best) {
        best = this.score - 1e-9;
        parts = [...this.parts];
      }
    };
    walk(0);
    for (const [index, part] of parts.entries()) this.#move(index, part);
  }

  /** That no part lacks a class comes first. */
  get score(): number {
    return this.lacking * 1e9 + this.difference;
  }

  #move(index: number, to: number): void {
    const from = this.parts[index]!;
    for (const [label, count] of this.groups[index]!.counts) {
      this.#change(from, label, -count);
      this.#change(to, label, count);
    }
    this.parts[index] = to;
  }

  #change(part: number, label: number, by: number): void {
    const have = this.#have[part]!;
    const before = have.get(label) ?? 0;
    this.difference += this.#off(part, label, before + by) - this.#off(part, label, before);
    this.lacking += this.#lacks(part, before + by) - this.#lacks(part, before);
    have.set(label, before + by);
  }

  #off(part: number, label: number, count: number): number {
    return Math.abs(count - this.shares[part]! * this.#totals.get(label)!);
  }

  #lacks(part: number, count: number): number {
    if (count > 0 || this.shares[part] === 0) return 0;
    return part === this.needy ? 2 : 1;
  }
}
