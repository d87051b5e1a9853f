import {
  celFunc,
  celMethod,
  CelScalar,
  listType,
  type CelFunc,
} from '@bufbuild/cel';
import { formatCheck } from '../formats';
import { re2Of } from '../pattern';
import { kubernetesType, kubernetesValue, textOf } from './kubernetesTypes';
import { optionalNone, optionalOf } from './optionalLibrary';

const { DYN, INT, STRING } = CelScalar;
const { NamedFormat } = kubernetesType;
const TEXTS = listType(STRING);

function findAll(text: string, pattern: string, limit = Infinity): string[] {
  const matcher = re2Of(pattern)?.matcher(text);
  if (!matcher) throw new Error('not a pattern');
  const found: string[] = [];
  while (found.length < limit && matcher.find()) {
    found.push(matcher.group() ?? '');
  }
  return found;
}

const label = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
const qualified = '([a-z0-9]([-a-z0-9_.]*[a-z0-9])?)';
const within =
  (most: number, pattern: string, flags = '') =>
  (text: string) =>
    text.length <= most && RegExp(`^(${pattern})$`, flags).test(text);
const known =
  (format: string) =>
  (text: string): boolean =>
    formatCheck(format)?.(text) ?? true;
const isSubdomain = within(253, `${label}(\\.${label})*`);

function isQualifiedName(text: string): boolean {
  const parts = text.split('/');
  const name = parts.pop() ?? '';
  return (
    parts.length <= 1 &&
    parts.every(isSubdomain) &&
    within(63, qualified, 'i')(name)
  );
}

const namedFormats = new Map<string, (text: string) => boolean>([
  ['dns1123Label', within(63, label)],
  ['dns1123LabelPrefix', within(63, `${label}-?`)],
  ['dns1123Subdomain', isSubdomain],
  ['dns1123SubdomainPrefix', text => isSubdomain(text.replace(/-$/, ''))],
  ['dns1035Label', within(63, '[a-z]([-a-z0-9]*[a-z0-9])?')],
  ['dns1035LabelPrefix', within(63, '[a-z]([-a-z0-9]*[a-z0-9])?-?')],
  ['qualifiedName', isQualifiedName],
  ['labelValue', text => text === '' || within(63, qualified, 'i')(text)],
  ...['uri', 'uuid', 'byte', 'date', 'datetime'].map(
    (name): [string, (text: string) => boolean] => [name, known(name)],
  ),
]);

/** Kubernetes' functions of patterns and named formats. @internal */
export const textLibrary: CelFunc[] = [
  celMethod('find', STRING, [STRING], STRING, function find(pattern) {
    return findAll(this, pattern, 1)[0] ?? '';
  }),
  celMethod('findAll', STRING, [STRING], TEXTS, function all(pattern) {
    return findAll(this, pattern);
  }),
  celMethod(
    'findAll',
    STRING,
    [STRING, INT],
    TEXTS,
    function some(pattern, limit) {
      return findAll(this, pattern, limit < 0n ? Infinity : Number(limit));
    },
  ),
  ...[...namedFormats.keys()].map(name =>
    celFunc(`format.${name}`, [], NamedFormat, () =>
      kubernetesValue('NamedFormat', name),
    ),
  ),
  celFunc('format.named', [STRING], DYN, name =>
    namedFormats.has(name)
      ? optionalOf(kubernetesValue('NamedFormat', name))
      : optionalNone(),
  ),
  celMethod('validate', NamedFormat, [STRING], DYN, function validate(text) {
    const name = textOf(this);
    const isValid = namedFormats.get(name)?.(text) ?? true;
    return isValid ? optionalNone() : optionalOf([`is not a valid ${name}`]);
  }),
];
