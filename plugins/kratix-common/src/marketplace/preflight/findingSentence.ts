import {
  notAskedSchema,
  type NotAsked,
  type PreflightCheck,
  type PreflightFinding,
} from '../../api';

type Said = (options: {
  /** A parameter in words, or what stands for it. */
  p: (name: string, otherwise?: string) => string;
  /** Nothing is wrong. */
  fine: boolean;
}) => string;

/** Two sentences by whether something is wrong. */
const either =
  (fine: string, wrong: string | Said): Said =>
  given => {
    if (given.fine) return fine;
    return typeof wrong === 'string' ? wrong : wrong(given);
  };

const notAsked: Record<NotAsked, string> = {
  'not-allowed': 'you may not write there',
  document: 'the document has problems',
  'name-taken': 'the name is taken',
  'no-dry-run': 'a webhook of it takes no part in a dry run',
};

/** A later backend may have others: these are said as they are. */
function notAskedText(reason: string): string {
  const known = notAskedSchema.safeParse(reason);
  return known.success ? notAsked[known.data] : reason;
}

/**
 * English for logs, errors and terminals. Pages have translated sentences of
 * their own; what is found the preflight decides for both.
 */
const sentences: Record<PreflightCheck, Said> = {
  document: either(
    'The document is a Promise that Kratix takes',
    ({ p }) => `The document is no usable Promise: ${p('reason', 'unknown')}`,
  ),
  name: ({ p, fine }) =>
    fine
      ? `The name ${p('name')} can be used`
      : `The name ${p('name')} is taken or could not be checked`,
  api: ({ p, fine }) =>
    fine
      ? `The API ${p('crd')} can be used`
      : `The API ${p('crd')} belongs to ${p('by', 'somebody unknown')}`,
  'kind-shared': ({ p, fine }) =>
    fine
      ? `No other API has the kind ${p('kind')}`
      : `The kind ${p('kind')} is also in ${p('groups')}`,
  requirement: ({ p, fine }) => {
    const required = [p('required'), p('version', '')]
      .filter(Boolean)
      .join(' ');
    if (fine) return `It requires ${required}, which is there`;
    const offered = p('offered', '');
    return `It requires ${required}: ${p('state', 'unknown').replace(
      /-/g,
      ' ',
    )}${offered ? `; ${offered} offers it` : ''}`;
  },
  destinations: ({ p }) =>
    `${p('matching', 'An unknown number')} of ${p(
      'total',
      '?',
    )} Destinations match its selectors${
      p('labels', '') ? ` (${p('labels')})` : ''
    }`,
  'image-registry': either(
    'All images come from where they may',
    ({ p }) =>
      `${p('count', 'Some')} images come from where none may come from`,
  ),
  'image-tag': either(
    'No image can change behind its name',
    ({ p }) => `${p('count', 'Some')} images can change behind their names`,
  ),
  'rights-wide': either(
    'It asks for no rights in all namespaces',
    ({ p }) => `It asks for far-reaching rights (${p('count')})`,
  ),
  'rights-secrets': either(
    'It does not ask to read Secrets',
    ({ p }) => `It asks to read Secrets (${p('count')})`,
  ),
  access: either(
    'You may create it on the platform',
    'Whether you may create it on the platform is denied or unknown',
  ),
  'dry-run': ({ p, fine }) => {
    if (fine) return 'The platform accepts it';
    const reason = p('reason', '');
    return reason
      ? `The platform was not asked: ${notAskedText(reason)}`
      : 'The platform refuses it';
  },
  fetch: ({ p, fine }) =>
    fine
      ? `Kratix can fetch ${p('url')}`
      : `Kratix may not be able to fetch ${p('url', 'its address')}`,
  version: ({ p, fine }) =>
    `It goes from ${p('from')} to ${p('to')}${
      fine ? '' : ', which is no newer version'
    }`,
  'api-breaking': either(
    'Its API stays compatible',
    ({ p }) =>
      `Its API changes in ${p('count', 'several')} ways that requests feel`,
  ),
  'api-renamed': either(
    'Its API keeps its names',
    'Its API is renamed or removed, which Kratix refuses',
  ),
  'requests-refused': either(
    'All requests stay valid',
    ({ p }) =>
      `${p('refused', 'Some')} of ${p(
        'total',
      )} requests would no longer be valid`,
  ),
  'requests-rerun': either(
    'No request runs again',
    ({ p }) => `${p('count', 'Some')} requests run again`,
  ),
  'local-edits': either(
    'Nobody changed it since it was installed',
    ({ p }) =>
      `${p('count', 'Some')} changes made on the platform would be lost`,
  ),
  'release-managed': either(
    'Its PromiseRelease is what changes',
    'A PromiseRelease keeps it and may overwrite what is done by hand',
  ),
};

/**
 * A finding in a sentence without full stop, and the platform's own words. What
 * exactly was found is in its details.
 *
 * @public
 */
export function findingSentence(
  finding: Pick<PreflightFinding, 'check' | 'level' | 'params'> & {
    platformSays?: string;
  },
): string {
  const { check, level, params, platformSays } = finding;
  const text = sentences[check]({
    p: (name, otherwise = '?') => String(params[name] ?? otherwise),
    fine: level === 'fine',
  });
  return platformSays && level !== 'fine'
    ? `${text}. Platform says: ${platformSays}`
    : text;
}
