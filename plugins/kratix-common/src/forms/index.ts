export * from './conflicts';
export {
  formDataFromObject,
  formOf,
  objectFromForm,
  type RequestForm,
} from './formOf';
export type { FormSchema, FormUiSchema } from './formSchema';
export type { FormNote } from './notes';
export type * from './plan';
export { templateSchemaOf } from './templateSchema';
export { alternativesOf } from './patterns';
export { humanise, inert } from './words';
export * from './completion';
