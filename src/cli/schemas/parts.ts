import { exclusionReasons, splits } from "../../layout.ts";

/** What the schemas of several outputs are made of. */

export const word = { type: "string" } as const;
export const wordOrNull = { type: "string", nullable: true } as const;
export const words = { elements: word } as const;
export const count = { type: "uint32" } as const;
/** Bytes and operations are more than 32 bits hold. */
export const number = { type: "float64" } as const;
export const numberOrNull = { type: "float64", nullable: true } as const;
export const version = { type: "uint8" } as const;
export const flag = { type: "boolean" } as const;
export const split = { enum: [...splits] };
export const anything = {};
export const record = { values: {} } as const;
export const counts = { values: count } as const;
export const bySplit = { properties: { train: count, validation: count, test: count } } as const;
export const ofSomeSplits = { optionalProperties: bySplit.properties } as const;

/** Properties that the compiler does not look at: other schemas tell of them, or they hold anything. */
export interface Open {
  properties?: Record<string, object>;
  optionalProperties?: Record<string, object>;
}

/** An object with these properties besides. */
export function withOpen(schema: Open, { properties, optionalProperties }: Open): Open {
  return {
    properties: { ...schema.properties, ...properties },
    ...((schema.optionalProperties ?? optionalProperties) && {
      optionalProperties: { ...schema.optionalProperties, ...optionalProperties },
    }),
  };
}

export const unusable = {
  properties: { file: word, reason: { enum: [...exclusionReasons] }, detail: word },
};

export const notes = { elements: { properties: { date: wordOrNull, text: word } } } as const;
