import { Unreadable } from "./errors.ts";
import { messages } from "./messages.ts";

/** A value of Python's: None is null; a list or tuple, an array; a dictionary of any kind, a Map. */
export type PickleValue =
  | null
  | boolean
  | number
  | bigint
  | string
  | Uint8Array
  | Map<PickleValue, PickleValue>
  | PickleValue[]
  | PickleObject;

/** What was made of a name of Python's by those who know it: a function or class, or what it returned. */
export interface PickleObject {
  readonly kind: string;
}

export interface PickleNames {
  /** What a class or function is, by its full name such as "collections.OrderedDict". @throws Unreadable where it is not known */
  global(name: string): PickleObject;
  /** What a function returns, which is one that `global` has returned. Nothing of Python's is run. @throws Unreadable */
  call(what: PickleObject, arguments_: readonly PickleValue[]): PickleValue;
  /** What an object stored beside the pickle is. @throws Unreadable */
  persistent(id: PickleValue): PickleValue;
}

/** Of nested marks, and of numbers in a memo: what a pickle needs grows with its own length. */
const MARK = Symbol("mark");
type Item = PickleValue | typeof MARK;

/**
 * Reads a pickle of protocol 2 to 5: texts, numbers, lists, dictionaries and what `names` knows, nothing else.
 * https://github.com/python/cpython/blob/main/Lib/pickletools.py
 *
 * @returns the value, and the bytes from the start that it took
 * @throws Unreadable
 */
export function readPickle(
  bytes: Uint8Array,
  names: PickleNames,
): { value: PickleValue; length: number } {
  const reader = new PickleReader(bytes, names);
  const value = reader.read();
  return { value, length: reader.at };
}

class PickleReader {
  at = 0;
  private readonly view: DataView;
  private readonly stack: Item[] = [];
  private readonly memo = new Map<number, PickleValue>();

  constructor(
    private readonly bytes: Uint8Array,
    private readonly names: PickleNames,
  ) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  read(): PickleValue {
    for (;;) {
      const code = this.uint(1);
      if (code === 0x2e) return this.pop();
      const step = steps[code];
      if (step === undefined)
        throw new Unreadable(messages.notPickle(`0x${code.toString(16)} at byte ${this.at - 1}`));
      step(this);
    }
  }

  /** The place of the next bytes, which are passed over. */
  take(length: number): number {
    const from = this.at;
    if (!(length <= this.bytes.length - from)) throw new Unreadable(messages.cutOff());
    this.at += length;
    return from;
  }

  uint(length: 1 | 2 | 4 | 8): number {
    const from = this.take(length);
    if (length === 1) return this.view.getUint8(from);
    if (length === 2) return this.view.getUint16(from, true);
    if (length === 4) return this.view.getUint32(from, true);
    return Number(this.view.getBigUint64(from, true));
  }

  int32(): number {
    return this.view.getInt32(this.take(4), true);
  }

  float64(): number {
    return this.view.getFloat64(this.take(8));
  }

  raw(length: number): Uint8Array {
    const from = this.take(length);
    return this.bytes.subarray(from, from + length);
  }

  text(length: number): string {
    return decoder.decode(this.raw(length));
  }

  /** Up to the end of a line, which is passed over. */
  line(): string {
    const end = this.bytes.indexOf(0x0a, this.at);
    if (end === -1) throw new Unreadable(messages.cutOff());
    const text = this.text(end - this.at);
    this.at++;
    return text;
  }

  /** A whole number of any length, the least byte first, the sign in the highest bit. */
  long(length: number): number | bigint {
    if (length > MOST_LONG_BYTES) throw new Unreadable(messages.notPickle("a number too long"));
    const bytes = this.raw(length);
    const unsigned = bytes.reduceRight((sum, byte) => (sum << 8n) + BigInt(byte), 0n);
    const value = BigInt.asIntN(8 * length, unsigned);
    return BigInt(Number(value)) === value && Number.isSafeInteger(Number(value))
      ? Number(value)
      : value;
  }

  push(value: PickleValue): void {
    this.stack.push(value);
  }

  mark(): void {
    this.stack.push(MARK);
  }

  pop(): PickleValue {
    const item = this.stack.pop();
    if (item === undefined || item === MARK) throw new Unreadable(messages.notPickle("no value"));
    return item;
  }

  top(): PickleValue {
    const value = this.pop();
    this.push(value);
    return value;
  }

  /** What lies above the last mark, which is taken away. */
  sinceMark(): PickleValue[] {
    const from = this.stack.lastIndexOf(MARK);
    if (from === -1) throw new Unreadable(messages.notPickle("no mark"));
    const items = this.stack.splice(from) as PickleValue[];
    return items.slice(1);
  }

  last(count: number): PickleValue[] {
    return Array.from({ length: count }, () => this.pop()).toReversed();
  }

  put(index: number): void {
    this.memo.set(index, this.top());
  }

  memoize(): void {
    this.put(this.memo.size);
  }

  get(index: number): void {
    const value = this.memo.get(index);
    if (value === undefined) throw new Unreadable(messages.notPickle(`no memo ${index}`));
    this.push(value);
  }

  setItems(items: readonly PickleValue[]): void {
    const map = this.top();
    if (!(map instanceof Map) || items.length % 2 === 1)
      throw new Unreadable(messages.notPickle("no dictionary"));
    for (let index = 0; index < items.length; index += 2) map.set(items[index]!, items[index + 1]!);
  }

  append(items: readonly PickleValue[]): void {
    const list = this.top();
    if (!Array.isArray(list)) throw new Unreadable(messages.notPickle("no list"));
    for (const item of items) list.push(item);
  }

  global(module: PickleValue, name: PickleValue): void {
    this.push(this.names.global(`${String(module)}.${String(name)}`));
  }

  reduce(): void {
    const [what, arguments_] = this.last(2);
    if (!isObject(what) || !Array.isArray(arguments_))
      throw new Unreadable(messages.notPickle("no function"));
    this.push(this.names.call(what, arguments_));
  }

  /** The state of an object, such as what Python notes beside an OrderedDict: nothing here depends on any. */
  build(): void {
    this.pop();
    this.top();
  }

  persistent(): void {
    this.push(this.names.persistent(this.pop()));
  }
}

const decoder = new TextDecoder("utf-8", { fatal: false });
const MOST_LONG_BYTES = 64;

export function isObject(value: PickleValue | undefined): value is PickleObject {
  return typeof value === "object" && value !== null && "kind" in value;
}

/** What each byte of a pickle does. */
const steps: Readonly<Record<number, (reader: PickleReader) => void>> = {
  // PROTO, FRAME
  0x80: (reader) => void reader.uint(1),
  0x95: (reader) => void reader.uint(8),
  // MARK, POP
  0x28: (reader) => reader.mark(),
  0x30: (reader) => void reader.pop(),
  // NONE, NEWTRUE, NEWFALSE
  0x4e: (reader) => reader.push(null),
  0x88: (reader) => reader.push(true),
  0x89: (reader) => reader.push(false),
  // BININT, BININT1, BININT2, LONG1, LONG4, BINFLOAT
  0x4a: (reader) => reader.push(reader.int32()),
  0x4b: (reader) => reader.push(reader.uint(1)),
  0x4d: (reader) => reader.push(reader.uint(2)),
  0x8a: (reader) => reader.push(reader.long(reader.uint(1))),
  0x8b: (reader) => reader.push(reader.long(reader.uint(4))),
  0x47: (reader) => reader.push(reader.float64()),
  // BINUNICODE, SHORT_BINUNICODE, BINUNICODE8; BINSTRING and SHORT_BINSTRING of Python 2
  0x58: (reader) => reader.push(reader.text(reader.uint(4))),
  0x8c: (reader) => reader.push(reader.text(reader.uint(1))),
  0x8d: (reader) => reader.push(reader.text(reader.uint(8))),
  0x54: (reader) => reader.push(reader.text(reader.uint(4))),
  0x55: (reader) => reader.push(reader.text(reader.uint(1))),
  // BINBYTES, SHORT_BINBYTES, BINBYTES8
  0x42: (reader) => reader.push(reader.raw(reader.uint(4))),
  0x43: (reader) => reader.push(reader.raw(reader.uint(1))),
  0x8e: (reader) => reader.push(reader.raw(reader.uint(8))),
  // EMPTY_LIST, EMPTY_TUPLE, EMPTY_DICT, EMPTY_SET
  0x5d: (reader) => reader.push([]),
  0x29: (reader) => reader.push([]),
  0x7d: (reader) => reader.push(new Map()),
  0x8f: (reader) => reader.push([]),
  // LIST, TUPLE, TUPLE1, TUPLE2, TUPLE3
  0x6c: (reader) => reader.push(reader.sinceMark()),
  0x74: (reader) => reader.push(reader.sinceMark()),
  0x85: (reader) => reader.push(reader.last(1)),
  0x86: (reader) => reader.push(reader.last(2)),
  0x87: (reader) => reader.push(reader.last(3)),
  // APPEND, APPENDS, ADDITEMS, SETITEM, SETITEMS
  0x61: (reader) => reader.append(reader.last(1)),
  0x65: (reader) => reader.append(reader.sinceMark()),
  0x90: (reader) => reader.append(reader.sinceMark()),
  0x73: (reader) => reader.setItems(reader.last(2)),
  0x75: (reader) => reader.setItems(reader.sinceMark()),
  // BINPUT, LONG_BINPUT, MEMOIZE, BINGET, LONG_BINGET
  0x71: (reader) => reader.put(reader.uint(1)),
  0x72: (reader) => reader.put(reader.uint(4)),
  0x94: (reader) => reader.memoize(),
  0x68: (reader) => reader.get(reader.uint(1)),
  0x6a: (reader) => reader.get(reader.uint(4)),
  // GLOBAL, STACK_GLOBAL, REDUCE, NEWOBJ, BUILD, BINPERSID
  0x63: (reader) => reader.global(reader.line(), reader.line()),
  0x93: (reader) => {
    const [module, name] = reader.last(2);
    reader.global(module!, name!);
  },
  0x52: (reader) => reader.reduce(),
  0x81: (reader) => reader.reduce(),
  0x62: (reader) => reader.build(),
  0x51: (reader) => reader.persistent(),
};
