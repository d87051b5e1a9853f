import { Document, LineCounter, parseDocument } from 'yaml';
import { isRecord, yamlTrouble } from '../../kube';
import { readNode, UnreadableNode } from './readNode';

/** What is wrong with a text, and where; lines and columns count from 1. @public */
export interface DocumentError {
  /** For people, in English; `code` is for translations. */
  message: string;
  line: number;
  column: number;
  code: DocumentErrorCode;
}

/** @public */
export type DocumentErrorCode =
  | 'syntax'
  | 'duplicate-key'
  | 'not-a-mapping'
  | 'not-json'
  | 'too-large';

/** Longer texts are not read: no API server keeps objects that large. @public */
export const maxDocumentLength = 1_500_000;

const documentOptions = {
  intAsBigInt: true,
  prettyErrors: false,
  // The same value twice is no reason for an alias.
  aliasDuplicateObjects: false,
  // Compares each key with each other; ours needs a look per key.
  uniqueKeys: false,
} as const;

/** Other tools still read YAML 1.1: what it would misread gets quotes. */
const written = { intAsBigInt: true, compat: 'yaml-1.1' } as const;

/** @internal */
export function newDocument(value: Record<string, unknown>): Document {
  return new Document(value, { ...documentOptions, ...written });
}

/** @internal */
export type ReadText =
  | { document: Document; value: Record<string, unknown> }
  | { errors: DocumentError[] };

/**
 * The one mapping that a YAML text holds. Total.
 *
 * @internal
 */
export function readText(text: string): ReadText {
  const read = readAnything(text);
  if ('errors' in read) return read;
  const { document, value } = read;
  if (isRecord(value)) return { document, value };
  const message = 'The text must hold fields, such as `kind: Redis`.';
  return refused('not-a-mapping', message);
}

/**
 * The value that the YAML text of one field holds, whatever it is; nothing where
 * there is no text. Numbers are exact. Total.
 *
 * @public
 */
export function readFieldText(
  text: string,
): { value: unknown } | { errors: DocumentError[] } {
  // A `null` that was typed is a value.
  if (text.replace(/^[^\S\n]*#.*$/gm, '').trim() === '')
    return { value: undefined };
  const read = readAnything(text);
  return 'errors' in read ? read : { value: read.value };
}

/** A value as the YAML text of a field. @public */
export function fieldText(value: unknown): string {
  if (value === undefined) return '';
  const document = new Document(value, { ...documentOptions, ...written });
  return document.toString({ lineWidth: 0 });
}

function readAnything(
  text: string,
): { document: Document; value: unknown } | { errors: DocumentError[] } {
  if (text.length > maxDocumentLength) {
    return refused('too-large', 'The text is too long to be a request.');
  }
  const lines = new LineCounter();
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const trouble = yamlTrouble(text);
  if (trouble) {
    const { problem, offset } = trouble;
    const before = text.slice(0, offset).split('\n');
    const last = before[before.length - 1];
    const place = { line: before.length, column: last.length + 1 };
    return {
      errors: [
        { code: 'too-large', message: `The text ${problem}.`, ...place },
      ],
    };
  }
  try {
    const document = parseDocument(text, {
      ...documentOptions,
      lineCounter: lines,
    });
    // A tag that nobody knows is a warning there; here it would be lost.
    const wrong = [...document.errors, ...document.warnings];
    if (wrong.length > 0) {
      return {
        errors: wrong.map(({ code, message, pos }) => ({
          code: code === 'RESOURCE_EXHAUSTION' ? 'too-large' : 'syntax',
          message,
          ...at(pos[0]),
        })),
      };
    }
    const value = readNode(document.contents);
    // Not before: the reader would warn of each word that YAML 1.1 misreads.
    document.setSchema('1.2', written);
    return { document, value };
  } catch (error) {
    if (error instanceof UnreadableNode) {
      const { code, message, offset } = error;
      return { errors: [{ code, message, ...at(offset) }] };
    }
    // Whatever else no guard foresaw.
    return refused('too-large', 'The text is too much to be read.');
  }
}

function refused(
  code: DocumentErrorCode,
  message: string,
): { errors: DocumentError[] } {
  return { errors: [{ code, message, line: 1, column: 1 }] };
}
