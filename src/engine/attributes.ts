import type { TFEOpAttr } from "@tensorflow/tfjs-node/dist/tfjs_binding";

/** Numbers of TF_DataType (tensorflow/c/tf_datatype.h) that tfjs and Lamina use. */
export const DataType = {
  float32: 1,
  float64: 2,
  int32: 3,
  uint8: 4,
  int16: 5,
  string: 7,
  complex64: 8,
  int64: 9,
  bool: 10,
  bfloat16: 14,
  uint16: 17,
  resource: 20,
} as const;

/** Numbers of TF_AttrType (tensorflow/c/tf_attrtype.h). */
export const AttrType = {
  string: 0,
  int: 1,
  float: 2,
  bool: 3,
  type: 4,
  shape: 5,
} as const;

/** Settings of an operation, as tfjs-node passes them on. */
export const attribute = {
  string: (name: string, value: string): TFEOpAttr => ({ name, type: AttrType.string, value }),
  int: (name: string, value: number): TFEOpAttr => ({ name, type: AttrType.int, value }),
  ints: (name: string, value: number[]): TFEOpAttr => ({ name, type: AttrType.int, value }),
  float: (name: string, value: number): TFEOpAttr => ({ name, type: AttrType.float, value }),
  bool: (name: string, value: boolean): TFEOpAttr => ({ name, type: AttrType.bool, value }),
  type: (name: string, value: number): TFEOpAttr => ({ name, type: AttrType.type, value }),
  shape: (name: string, value: number[]): TFEOpAttr => ({ name, type: AttrType.shape, value }),
};

/** Attributes that several operations have here. */
export const floats = attribute.type("T", DataType.float32);
export const cast = (from: number, to: number): TFEOpAttr[] => [
  attribute.type("SrcT", from),
  attribute.type("DstT", to),
  attribute.bool("Truncate", false),
];
export const castToFloat = (from: number): TFEOpAttr[] => cast(from, DataType.float32);
export const channelsLast = attribute.string("data_format", "NHWC");
