export type Validate = {
  (value: unknown): boolean;
  errors?: import("ajv").ErrorObject[] | null;
};

/** Whether a value is what the JSON file of this kind holds; `errors` says where it is not. */
export declare const data: Validate;
export declare const request: Validate;
export declare const metrics: Validate;
export declare const confusionMatrix: Validate;
export declare const manifest: Validate;
export declare const pictures: Validate;
