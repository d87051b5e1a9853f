import { errorFromKube } from '../errors';
import { humanise } from '../forms';
import { readFieldText } from '../forms/document';
import { quotable } from '../kube';
import { isSecretText } from '../requests';
import { formatCheck } from '../schemas/formats';

const refused = (message: string) =>
  errorFromKube('eu', { kind: 'Status', apiVersion: 'v1', code: 422, message });

/** What is asked of texts that anybody may have written, of any length. */
it.each<[string, (text: string) => unknown, string]>([
  ['secrets in letters', isSecretText, 'a'],
  ['secrets in tokens', isSecretText, '-eyJabcdefgh'],
  ['secrets in assignments', isSecretText, 'token '],
  ['secrets in addresses', isSecretText, 'a://b:'],
  ['words to quote', text => quotable(`@${text}`), 'a'],
  ['words to quote with addresses', quotable, 'a://b?'],
  ['words to quote with tokens', quotable, 'bearer '],
  ['a refusal', refused, 'admission webhook '],
  ['a refusal of texts', refused, 'value: "'],
  ['a duration', text => formatCheck('duration')?.(text), '1'],
  ['the name of a field', humanise, 'A'],
  ['a field of empty lines', text => readFieldText(`${text}a: 1`), '\n'],
])('%s take a time that grows as the text', (_what, ask, part) => {
  const msFor = (characters: number) => {
    const text = part.repeat(Math.ceil(characters / part.length));
    const start = performance.now();
    ask(text);
    return performance.now() - start;
  };
  msFor(1_000);
  const short = msFor(10_000);
  // By the square it would be 64 times as much, and many seconds.
  expect(msFor(80_000)).toBeLessThan(20 * short + 200);
});
