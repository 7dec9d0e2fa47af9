type Validate = {
  (value: unknown): boolean;
  errors?: import("ajv").ErrorObject[] | null;
};

/** Whether an expanded value is an experiment by the schema; `errors` says where it is not. */
export declare const validate: Validate;
/** The same of what layers are written shorter with, but for the layers inside. */
export declare const validateRepeat: Validate;
export declare const validateBlock: Validate;
export declare const validateBlocks: Validate;
/** Whether a value is a sweep by its schema. */
export declare const validateSweep: Validate;
