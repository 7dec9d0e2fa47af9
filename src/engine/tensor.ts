export interface TensorMetadata {
  id: number;
  shape: number[];
  dtype: number;
}

/** What is known of a tensor before there is one. */
export type TensorType = Omit<TensorMetadata, "id">;

/** A tensor that JavaScript made while the tape ran. */
export interface TapeConstant {
  shape: number[];
  dtype: number;
  values: unknown;
}
