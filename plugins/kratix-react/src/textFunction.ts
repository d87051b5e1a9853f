import type { JSX } from 'react';

type Plural = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';

/** `rows_one` and `rows_other` are asked for as `rows`. */
type KeyOf<Messages> = keyof Messages extends infer Name
  ? Name extends `${infer Base}_${Plural}`
    ? Base
    : Name
  : never;

type NamesIn<Text> = Text extends `${string}{{${infer Name}}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never;

/** What has to be said to put a text together. */
type NamesOf<Messages, Key> = Key extends keyof Messages
  ? NamesIn<Messages[Key]>
  : NamesIn<Messages[`${Key & string}_other` & keyof Messages]> | 'count';

type Values<Names extends string, Value> = [Names] extends [never]
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
  <Key extends KeyOf<Messages>>(
    key: Key,
    ...values: Values<NamesOf<Messages, Key>, string>
  ): string;
  <Key extends KeyOf<Messages>>(
    key: Key,
    ...values: Values<NamesOf<Messages, Key>, string | JSX.Element>
  ): JSX.Element;
  /**
   * Whose texts it has. For the compiler alone, which takes the function of one
   * ref for that of any other.
   */
  readonly textsOf: Id;
}
