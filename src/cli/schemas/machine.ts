import type { JTDSchemaType } from "ajv/dist/jtd";
import type { CacheOutput, DoctorOutput, FetchListOutput, FetchOutput } from "../outputs.ts";
import { flag, number, word, wordOrNull, words } from "./parts.ts";

/** Of what this machine has. */

export const fetchList: JTDSchemaType<FetchListOutput> = {
  properties: {
    folder: word,
    weights: {
      elements: {
        properties: {
          name: word,
          title: word,
          licence: word,
          bytes: number,
          sha256: word,
          path: wordOrNull,
        },
      },
    },
    brought: words,
  },
};
export const fetch: JTDSchemaType<FetchOutput> = {
  properties: { name: word, path: word, sha256: word },
};

export const cache: JTDSchemaType<CacheOutput> = {
  properties: {
    cacheFolder: word,
    folder: word,
    images: { type: "uint32", nullable: true },
    bytes: number,
    mostBytes: number,
    weights: { elements: { properties: { name: word, path: word, bytes: number } } },
    cleared: flag,
    kept: words,
  },
};

export const doctor: JTDSchemaType<DoctorOutput> = {
  properties: {
    healthy: flag,
    findings: { elements: { properties: { name: word, value: word, ok: flag } } },
  },
};
