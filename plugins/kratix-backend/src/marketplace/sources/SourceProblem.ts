import { isError } from '@backstage/errors';
import { quotable } from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * Why a source can't be read, in a sentence for people: without addresses,
 * paths of the server or credentials. What led to it is for the log.
 *
 * @internal
 */
export class SourceProblem extends Error {
  readonly name = 'SourceProblem';

  constructor(sentence: string, readonly reason?: unknown) {
    super(sentence);
  }
}

const unreachable =
  /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|UND_ERR_\w+|CERT_\w+|DEPTH_ZERO_SELF_SIGNED_CERT|UNABLE_TO_VERIFY_LEAF_SIGNATURE)\b/;

/**
 * The sentence for an error of Backstage's readers, of fetch or of the file
 * system. Readers tell most of it in words, as their errors have no codes.
 *
 * @internal
 */
export function sourceProblem(error: unknown): SourceProblem {
  if (error instanceof SourceProblem) return error;
  return new SourceProblem(sentenceFor(error), error);
}

function sentenceFor(error: unknown): string {
  const { name, text } = wordsOf(error);
  if (name === 'TimeoutError') return 'Its host took too long to answer.';
  if (name === 'NotAllowedError' || /reading\.allow/.test(text)) {
    return 'Backstage may not read it: name its host in an integration or in backend.reading.allow.';
  }
  if (/rate limit/i.test(text)) {
    return 'Its host answers no more calls for now: the rate limit is reached.';
  }
  if (name === 'NotFoundError' || /\bENOENT\b|\b404\b/.test(text)) {
    return "It is not there, or the portal's credentials don't show it.";
  }
  if (/\b(401|403)\b|\bEACCES\b/.test(text)) {
    return "The portal's credentials are not accepted for it.";
  }
  const status = /[,:] (5\d\d|4\d\d)\b/.exec(text);
  if (status) return `Its host answered with ${status[1]}.`;
  if (/premature close|terminated|unexpected end|Z_BUF|aborted/i.test(text)) {
    return 'The connection ended before all of it was read.';
  }
  if (unreachable.test(text)) return "Its host can't be reached.";
  if (/\bTAR_|zlib|incorrect header|invalid (signature|central)/i.test(text)) {
    return 'What its host sent is no valid archive.';
  }
  return 'It could not be read; the log of the portal says more.';
}

function wordsOf(error: unknown): { name: string; text: string } {
  // By its shape: errors of fetch may come from another realm.
  if (!isError(error)) return { name: '', text: String(error) };
  const code = 'code' in error ? String(error.code) : '';
  const { cause } = error;
  const deeper = cause === undefined ? '' : wordsOf(cause).text;
  return {
    name: error.name,
    text: [code, error.message, deeper].filter(Boolean).join(' '),
  };
}

/**
 * What led to a problem, fit for the log.
 *
 * @internal
 */
export function reasonOf(error: unknown): string {
  const reason = error instanceof SourceProblem ? error.reason : error;
  return quotable(wordsOf(reason ?? error).text) ?? '';
}
