import {
  useTranslationRef,
  type TranslationRef,
} from '@backstage/frontend-plugin-api';
import type { JSX } from 'react';

/**
 * Endings by count, as i18next has them.
 *
 * @public
 */
export type TextPlural = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';

/**
 * A text that can be asked for: `rows_one` and `rows_other` as `rows`.
 *
 * @public
 */
export type TextKey<Messages> = keyof Messages extends infer Name
  ? Name extends `${infer Base}_${TextPlural}`
    ? Base
    : Name
  : never;

/**
 * The names in braces of a text.
 *
 * @public
 */
export type NamesInText<Text> =
  Text extends `${string}{{${infer Name}}}${infer Rest}`
    ? Name | NamesInText<Rest>
    : never;

/**
 * The names of what has to be said to put a text together.
 *
 * @public
 */
export type TextParameter<Messages, Key> = Key extends keyof Messages
  ? NamesInText<Messages[Key]>
  : NamesInText<Messages[`${Key & string}_other` & keyof Messages]> | 'count';

/**
 * The arguments that say it: none, or one object.
 *
 * @public
 */
export type TextValues<Names extends string, Value> = [Names] extends [never]
  ? []
  : [values: { [Name in Names]: Name extends 'count' ? number : Value }];

/**
 * Puts texts into the reader's language. It asks of a caller what Backstage's
 * own type does, looking at the one text that is asked for alone: tsc counts up
 * how much a statement makes it look at, and gives up at some point.
 *
 * @public
 */
export interface TextFunction<Messages, Id extends string> {
  <Key extends TextKey<Messages>>(
    key: Key,
    ...values: TextValues<TextParameter<Messages, Key>, string>
  ): string;
  <Key extends TextKey<Messages>>(
    key: Key,
    ...values: TextValues<TextParameter<Messages, Key>, string | JSX.Element>
  ): JSX.Element;
  /**
   * Whose texts it has. For the compiler alone, which takes the function of one
   * ref for that of any other.
   */
  readonly textsOf: Id;
}

/** The texts of a ref, by a function that says whose they are. @internal */
export function useTextsOf<
  Id extends string,
  Messages extends { [key in string]: string },
>(ref: TranslationRef<Id, Messages>): { t: TextFunction<Messages, Id> } {
  const { t }: { t: unknown } = useTranslationRef(ref);
  return { t: t as TextFunction<Messages, Id> };
}
