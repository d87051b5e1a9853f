import { humanise } from '../forms';
import {
  annotationOf,
  labelOf,
  nameOf,
  textAt,
  type KubeObject,
} from '../kube';
import type { OfferedApi } from './apiOfPromise';

/** What an author says about a Promise, in whatever words there are. @public */
export interface PromiseTexts {
  title: string;
  summary?: string;
  icon?: string;
  category?: string;
  /** Markdown; untrusted. */
  docs?: string;
  /** Shown with each request; untrusted. */
  requestDocs?: string;
  /** `url=Address, host`: which outputs come first, and their titles. */
  outputs?: string;
  owner?: string;
  templateRef?: string;
}

const theirs = 'ske.backstage.component/';

/**
 * Reads the portal's annotations, and where one is absent those by which
 * existing Kratix portals go.
 *
 * @param prefix - of the portal's annotations, ending in a slash
 * @public
 */
export function promiseTexts(
  promise: KubeObject,
  api: OfferedApi | undefined,
  prefix: string,
): PromiseTexts {
  const ours = (key: string) => annotationOf(promise, prefix + key);
  const existing = (key: string) => annotationOf(promise, theirs + key);
  const texts: PromiseTexts = {
    title: ours('title') ?? existing('title') ?? humanise(nameOf(promise)),
    summary:
      ours('summary') ??
      existing('summary') ??
      existing('description') ??
      firstSentence(schemaDescription(api)),
    icon: ours('icon'),
    category: ours('category') ?? labelOf(promise, `${prefix}category`),
    docs: ours('docs'),
    requestDocs:
      ours('request-docs') ??
      annotationOf(promise, 'kratix.io/promise-summary'),
    outputs: ours('outputs'),
    owner: ours('owner') ?? existing('owner'),
    templateRef: ours('template-ref'),
  };
  return texts;
}

function schemaDescription(api: OfferedApi | undefined): string | undefined {
  return (
    textAt(api?.schema, 'description') ??
    textAt(api?.schema, 'properties', 'spec', 'description')
  );
}

const longestSummary = 160;

/** The first sentence on one line, cut where it is long. @public */
export function firstSentence(text: string | undefined): string | undefined {
  const line = text?.replace(/\s+/g, ' ').trim();
  if (!line) return undefined;
  const sentence = line.match(/^.+?[.!?](?=\s|$)/u)?.[0] ?? line;
  return sentence.length > longestSummary
    ? `${sentence.slice(0, longestSummary - 1)}…`
    : sentence;
}
