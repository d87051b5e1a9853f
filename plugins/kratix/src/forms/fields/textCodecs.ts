import { exactNumber } from '@kratix-portal/backstage-plugin-kratix-common';
import type { TextCodec } from './useTextDraft';

/** What an emptied field means. @internal */
export interface EmptyText {
  empty: unknown;
}

/** @internal */
export function textCodec({ empty }: EmptyText): TextCodec {
  return {
    show: value => (typeof value === 'string' ? value : plain(value)),
    read: text => (text === '' ? empty : text),
  };
}

/**
 * What is no number stays the text that it is: the check says so at the field,
 * and nothing typed is lost.
 *
 * @internal
 */
export function numberCodec(options: EmptyText & { integer: boolean }) {
  const { integer, empty } = options;
  return {
    show: plain,
    read: (text: string) => {
      const trimmed = text.trim();
      if (trimmed === '') return empty;
      if (/^[-+]?\d+$/.test(trimmed)) {
        return exactNumber(trimmed.replace(/^\+/, ''));
      }
      const number = Number(trimmed);
      const isNumber = /\d/.test(trimmed) && Number.isFinite(number);
      return isNumber && (!integer || Number.isInteger(number)) ? number : text;
    },
  } satisfies TextCodec;
}

/** Digits are a number, and text in quotes. @internal */
export function intOrTextCodec({ empty }: EmptyText): TextCodec {
  return {
    show: value =>
      typeof value === 'string' && /^(-?\d+|".*")$/.test(value)
        ? JSON.stringify(value)
        : plain(value),
    read: text => {
      if (text === '') return empty;
      if (/^-?\d+$/.test(text)) return exactNumber(text);
      return /^".*"$/.test(text) ? unquoted(text) : text;
    },
  };
}

function unquoted(text: string): string {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'string' ? value : text;
  } catch {
    return text;
  }
}

function plain(value: unknown): string {
  return value === undefined || value === null ? '' : String(value);
}
