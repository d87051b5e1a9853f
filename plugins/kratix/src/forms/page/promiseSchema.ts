import {
  compileSchema,
  formOf,
  isRecord,
  type CompiledSchema,
  type OpenApiSchema,
  type PromiseDetail,
  type RequestForm,
} from '@kratix-portal/backstage-plugin-kratix-common';

/** All that a Promise's API says about its requests, made ready. @internal */
export interface PromiseSchema {
  openApi: OpenApiSchema;
  compiled: CompiledSchema;
  form: RequestForm;
}

/** @internal */
export function readSchema(
  promise: Pick<PromiseDetail, 'name' | 'schema' | 'hints'>,
): PromiseSchema {
  const openApi = isRecord(promise.schema)
    ? promise.schema
    : { type: 'object' };
  return {
    openApi,
    compiled: compileSchema(openApi),
    form: formOf(openApi, {
      hints: promise.hints,
      promise: promise.name,
    }),
  };
}
