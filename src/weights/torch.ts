import { openArchive, type Archive } from "./archive.ts";
import { Budget } from "./budget.ts";
import { Unreadable } from "./errors.ts";
import { messages } from "./messages.ts";
import { bytesPer, toFloats, valuesIn, type NumberType } from "./numbers.ts";
import {
  isObject,
  type PickleNames,
  type PickleObject,
  type PickleValue,
  readPickle,
} from "./pickle.ts";
import { placedByDots, type PlacedWeight } from "./weights.ts";

/** A dictionary of tensors as `torch.save(model.state_dict())` writes it, or one in a checkpoint of a training. */

interface Storage extends PickleObject {
  kind: "storage";
  type: NumberType;
  key: string;
  /** How many numbers it holds, as the file says. */
  count: number;
}

interface Tensor extends PickleObject {
  kind: "tensor";
  storage: Storage;
  offset: number;
  shape: number[];
  strides: number[];
}

/** A name that stands for itself: a class of storages, or a function that `call` knows. */
interface Name extends PickleObject {
  kind: "name";
  name: string;
}

const storageTypes: Readonly<Record<string, NumberType>> = {
  "torch.DoubleStorage": "float64",
  "torch.FloatStorage": "float32",
  "torch.HalfStorage": "float16",
  "torch.BFloat16Storage": "bfloat16",
  "torch.LongStorage": "int64",
  "torch.IntStorage": "int32",
  "torch.ShortStorage": "int16",
  "torch.CharStorage": "int8",
  "torch.ByteStorage": "uint8",
  "torch.BoolStorage": "bool",
};

const functions = [
  "collections.OrderedDict",
  "torch._utils._rebuild_tensor",
  "torch._utils._rebuild_tensor_v2",
  "torch._utils._rebuild_parameter",
  "torch._utils._rebuild_parameter_with_state",
  "torch.Size",
];

/** Where a checkpoint of a training keeps them. */
const places = ["state_dict", "model_state_dict", "model", "net", "weights", "params"];

const names: PickleNames = {
  global(name) {
    if (!functions.includes(name) && !Object.hasOwn(storageTypes, name))
      throw new Unreadable(messages.foreignObject(name));
    return { kind: "name", name } satisfies Name;
  },
  call(what, [first, ...rest]) {
    switch ((what as Name).name) {
      case "collections.OrderedDict":
        return new Map((first as [PickleValue, PickleValue][] | undefined) ?? []);
      case "torch._utils._rebuild_tensor":
      case "torch._utils._rebuild_tensor_v2":
        return tensorOf(first, rest);
      case "torch._utils._rebuild_parameter":
      case "torch._utils._rebuild_parameter_with_state":
      case "torch.Size":
        return first ?? null;
      default:
        throw new Unreadable(messages.foreignObject(String((what as Name).name)));
    }
  },
  persistent(id) {
    const [kind, type, key, , count] = Array.isArray(id) ? id : [];
    const numbers = isObject(type) && storageTypes[(type as Name).name];
    if (kind !== "storage" || !numbers || typeof key !== "string" || !isCount(count))
      throw new Unreadable(messages.notPickle("no storage"));
    return { kind: "storage", type: numbers, key, count } satisfies Storage;
  },
};

function tensorOf(storage: PickleValue | undefined, rest: readonly PickleValue[]): Tensor {
  const [offset, shape, strides] = rest;
  const isTensor =
    isObject(storage) &&
    storage.kind === "storage" &&
    isCount(offset) &&
    isCounts(shape) &&
    isCounts(strides) &&
    shape.length === strides.length;
  if (!isTensor) throw new Unreadable(messages.notPickle("no tensor"));
  return { kind: "tensor", storage: storage as Storage, offset, shape, strides };
}

function isCount(value: PickleValue | undefined): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isCounts(value: PickleValue | undefined): value is number[] {
  return Array.isArray(value) && value.every(isCount);
}

/** Whether a zip archive with these members is a file of PyTorch's. */
export function isTorch(members: readonly string[]): boolean {
  return members.some((name) => /(?:^|\/)data\.pkl$/.test(name));
}

/** Of PyTorch 1.6 and later: a zip archive with a pickle and a file for each storage. @throws Unreadable */
export async function readTorch(bytes: Buffer): Promise<PlacedWeight[]> {
  const archive = await openArchive(bytes);
  const pickle = archive.names.find((name) => /(?:^|\/)data\.pkl$/.test(name))!;
  const root = pickle.slice(0, -"data.pkl".length);
  if (archive.names.includes(`${root}constants.pkl`)) throw new Unreadable(messages.torchScript());
  await requireLittleEndian(archive, `${root}byteorder`);
  const tensors = tensorsIn(readPickle(await archive.read(pickle), names).value);
  const storages = new Map<string, Buffer>();
  for (const { storage } of tensors.values())
    if (!storages.has(storage.key))
      storages.set(storage.key, await archive.read(`${root}data/${storage.key}`));
  return weightsOf(tensors, storages, bytes.length);
}

async function requireLittleEndian(archive: Archive, member: string): Promise<void> {
  if (!archive.names.includes(member)) return;
  const order = await archive.read(member);
  if (order.toString("latin1") !== "little") throw new Unreadable(messages.bigEndian());
}

/** How a file of PyTorch before 1.6 begins: a pickle of its magic number. */
const MAGIC = Buffer.from("80028a0a6cfc9c46f9206aa850192e", "hex");

export function isOldTorch(bytes: Buffer): boolean {
  return bytes.subarray(0, MAGIC.length).equals(MAGIC);
}

/**
 * Of PyTorch before 1.6: pickles one after the other (magic number, version, machine, dictionary, order of the storages), and
 * the storages, each with the count of its numbers before it. @throws Unreadable
 */
export function readOldTorch(bytes: Buffer): PlacedWeight[] {
  let at = 0;
  const next = () => {
    const { value, length } = readPickle(bytes.subarray(at), names);
    at += length;
    return value;
  };
  const [, , machine, value, keys] = [next(), next(), next(), next(), next()];
  if (machine instanceof Map && machine.get("little_endian") === false)
    throw new Unreadable(messages.bigEndian());
  const tensors = tensorsIn(value!);
  const types = new Map(
    Array.from(tensors.values(), ({ storage }) => [storage.key, storage.type] as const),
  );
  const storages = new Map<string, Buffer>();
  for (const key of Array.isArray(keys) ? keys : []) {
    const type = types.get(String(key));
    // Of a tensor that is no weight: the sizes of its numbers are not known, so neither is where the next one begins.
    if (type === undefined) throw new Unreadable(messages.otherTensors());
    if (at + COUNT_BYTES > bytes.length) throw new Unreadable(messages.cutOff());
    const length = Number(bytes.readBigUInt64LE(at)) * bytesPer(type);
    at += COUNT_BYTES;
    if (length > bytes.length - at) throw new Unreadable(messages.cutOff());
    storages.set(String(key), bytes.subarray(at, (at += length)));
  }
  return weightsOf(tensors, storages, bytes.length);
}

const COUNT_BYTES = 8;

/** @throws Unreadable where there is none */
function tensorsIn(value: PickleValue): Map<string, Tensor> {
  const inner = value instanceof Map ? places.map((place) => value.get(place)) : [];
  for (const one of [value, ...inner]) {
    const tensors = new Map<string, Tensor>();
    for (const [name, tensor] of one instanceof Map ? one : [])
      if (isObject(tensor) && tensor.kind === "tensor") tensors.set(String(name), tensor as Tensor);
    if (tensors.size > 0) return withoutWrapper(tensors);
  }
  throw new Unreadable(messages.noTensors());
}

/** A network that was trained on several devices has its layers in one of that name. */
function withoutWrapper(tensors: Map<string, Tensor>): Map<string, Tensor> {
  const wrapper = "module.";
  if (![...tensors.keys()].every((name) => name.startsWith(wrapper))) return tensors;
  return new Map(Array.from(tensors, ([name, tensor]) => [name.slice(wrapper.length), tensor]));
}

function weightsOf(
  tensors: ReadonlyMap<string, Tensor>,
  storages: ReadonlyMap<string, Buffer>,
  fileBytes: number,
): PlacedWeight[] {
  const budget = new Budget(fileBytes);
  return Array.from(tensors, ([name, tensor]) => {
    const storage = storages.get(tensor.storage.key);
    if (storage === undefined) throw new Unreadable(messages.memberMissing(tensor.storage.key));
    const values = valuesOf(tensor, storage, budget);
    return placedByDots(name, { shape: tensor.shape, values });
  });
}

/** Its numbers row by row, in whatever order they are stored. @throws Unreadable */
function valuesOf(tensor: Tensor, storage: Buffer, budget: Budget): Float32Array {
  const { shape, strides, offset } = tensor;
  const { type } = tensor.storage;
  const count = valuesIn(shape);
  budget.take(count * Float32Array.BYTES_PER_ELEMENT);
  const size = bytesPer(type);
  const last = strides.reduce((sum, stride, axis) => sum + stride * (shape[axis]! - 1), offset);
  if (count > 0 && !((last + 1) * size <= storage.length)) throw new Unreadable(messages.cutOff());
  const rows = rowStrides(shape);
  if (strides.every((stride, axis) => stride === rows[axis] || shape[axis]! <= 1))
    return toFloats(storage.subarray(offset * size, (offset + count) * size), type);
  const stored = toFloats(storage.subarray(0, storage.length - (storage.length % size)), type);
  return Float32Array.from({ length: count }, (_, index) => {
    const place = rows.reduce(
      (sum, row, axis) => sum + strides[axis]! * (Math.floor(index / row) % shape[axis]!),
      offset,
    );
    return stored[place]!;
  });
}

function rowStrides(shape: readonly number[]): number[] {
  return shape.map((_, axis) => shape.slice(axis + 1).reduce((product, size) => product * size, 1));
}
