/** JSON Schema of draft 7, as RJSF 5 and ajv 8 take it. @public */
export type FormSchema = Record<string, unknown>;

/** uiSchema of RJSF 5. @public */
export type FormUiSchema = Record<string, unknown>;

/** A node drawn: its schema and its uiSchema. @internal */
export interface Drawn {
  schema: FormSchema;
  ui: FormUiSchema;
}

/** @internal */
export interface DrawOptions {
  required?: boolean;
  /**
   * What the object holds here if the person does nothing: the defaults of the
   * levels above, merged as the API server does.
   */
  given?: unknown;
}
