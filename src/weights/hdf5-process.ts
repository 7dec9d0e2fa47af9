import { Dataset, File, Group, type Metadata, ready } from "h5wasm";
import { startThread } from "../thread.ts";
import { Budget } from "./budget.ts";
import { Unreadable } from "./errors.ts";
import type { AnsweredObject, Hdf5Object, Question } from "./hdf5.ts";
import { messages } from "./messages.ts";
import { bytesPer, valuesIn, type NumberType } from "./numbers.ts";

// What ends the command reaches this process too, and the command says itself when it no longer wants the file.
for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, () => undefined);

const question = JSON.parse(process.argv[2]!) as Question;

const watch = Promise.withResolvers<void>();
const script = new URL("../process-watch.ts", import.meta.url);
startThread(script, question.limits, { onMessage: watch.resolve, onError: watch.reject }, false);
await watch.promise;

const MOST_DEPTH = 64;
const MOST_OBJECTS = 200_000;
/** The attributes that Keras writes and that are asked for. */
const asked = /^(?:name|dtype|(?:layer|weight)_names\d*)$/;

const library = await ready;
const { _malloc: allocate, _free: release } = library;
const output = Bun.stdout.writer();
try {
  const found = readFile(await Bun.stdin.bytes());
  output.write(`${JSON.stringify({ objects: found.map(({ object }) => object) })}\n`);
  for (const { data } of found) if (data) output.write(data);
} catch (error) {
  const reason = error instanceof Unreadable ? error.message : messages.damagedHdf5();
  output.write(`${JSON.stringify({ reason })}\n`);
}
await output.end();

interface Found {
  object: AnsweredObject;
  data?: Uint8Array;
}

/** The library sees a file system of its own, with this file in it and nothing of the machine's. */
function readFile(bytes: Uint8Array): Found[] {
  const { FS } = library;
  FS.createDataFile("/", "weights.h5", bytes, true, false, true);
  const file = new File("/weights.h5", "r");
  const budget = new Budget(bytes.length);
  const found: Found[] = [];
  const add = (object: Group | Dataset, path: string, depth: number): void => {
    if (depth > MOST_DEPTH || found.length > MOST_OBJECTS)
      throw new Unreadable(messages.damagedHdf5());
    const attributes = attributesOf(object);
    if (object instanceof Dataset) {
      found.push(readDataset(object, path, attributes, budget));
      return;
    }
    found.push({ object: { path, attributes, values: null } });
    for (const name of object.keys()) {
      if (depth === 0 && question.without.includes(name)) continue;
      const inner = object.get(name);
      // Links lead out of the file, or round in it; Keras makes none.
      if (inner instanceof Group || inner instanceof Dataset)
        add(inner, path === "" ? name : `${path}/${name}`, depth + 1);
    }
  };
  add(file, "", 0);
  return found;
}

function attributesOf(object: Group | Dataset): Hdf5Object["attributes"] {
  const texts: Record<string, string | string[]> = {};
  for (const [name, attribute] of Object.entries(object.attrs)) {
    if (!asked.test(name)) continue;
    const { value } = attribute;
    if (typeof value === "string") texts[name] = value;
    // Keras writes a list of none as one of numbers.
    else if (Array.isArray(value) || ArrayBuffer.isView(value))
      texts[name] = Array.from(value as Iterable<unknown>, String);
  }
  return texts;
}

/** @throws Unreadable */
function readDataset(
  { file_id: file, metadata }: Dataset,
  path: string,
  attributes: Hdf5Object["attributes"],
  budget: Budget,
): Found {
  const type = typeOf(metadata, attributes);
  // Of a text, or of nothing: no weight, and it is missed where it is needed.
  if (type === null || metadata.shape === null)
    return { object: { path, attributes, values: null } };
  const { shape } = metadata;
  const bytes = valuesIn(shape) * bytesPer(type);
  budget.take(bytes);
  const place = allocate(Math.max(bytes, 1));
  try {
    const status = library.get_dataset_data(file, `/${path}`, null, null, null, BigInt(place));
    if (status < 0) throw new Unreadable(messages.damagedHdf5());
    const data = library.HEAPU8.slice(place, place + bytes);
    return { object: { path, attributes, values: { shape, type } }, data };
  } finally {
    release(place);
  }
}

/** null where it is not a number that weights are. */
function typeOf(
  { type, size, signed, littleEndian }: Metadata,
  attributes: Hdf5Object["attributes"],
): NumberType | null {
  const { H5T_INTEGER: integer, H5T_FLOAT: float } = library.H5T_class_t;
  if (attributes["dtype"] === "bfloat16" && size === 2) return "bfloat16";
  if (size > 1 && !littleEndian) return null;
  if (type === float.value && [2, 4, 8].includes(size)) return `float${size * 8}` as NumberType;
  if (type === integer.value && [1, 2, 4, 8].includes(size))
    return `${signed ? "" : "u"}int${size * 8}` as NumberType;
  return null;
}
