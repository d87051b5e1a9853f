export {
  fieldText,
  maxDocumentLength,
  readFieldText,
  type DocumentError,
  type DocumentErrorCode,
} from './documentText';
export { manifestOf } from './patch';
export { RequestDocument } from './RequestDocument';
