/** Whether a value is an experiment by the schema; `errors` says where it is not. */
export declare const validate: {
  (value: unknown): boolean;
  errors?: import("ajv").ErrorObject[] | null;
};
