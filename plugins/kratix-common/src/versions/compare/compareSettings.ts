import type { PromiseChange } from '../../api';
import {
  asText,
  isRecord,
  listAt,
  recordAt,
  textAt,
  valueAt,
  type UnknownRecord,
} from '../../kube';
import { kratixLabels } from '../../kratixNames';
import { selectorsIn } from '../../placements';
import { sameJsonValue } from '../../schemas';
import { byName, changed, compareNamed } from './changeLists';

/** Where its results go, by label. @internal */
export function compareSelectors(
  before: UnknownRecord,
  after: UnknownRecord,
): PromiseChange[] {
  const [were, are] = [before, after].map(promise => {
    const labels = new Map<string, string>();
    const selectors = selectorsIn(
      valueAt(promise, 'spec', 'destinationSelectors'),
    );
    for (const selector of selectors) {
      for (const [label, value] of Object.entries(selector.labels)) {
        // The first that asks for a label wins, as for Kratix.
        if (!labels.has(label)) labels.set(label, value);
      }
    }
    return labels;
  });
  return compareNamed(were, are, (label, was, is) =>
    changed('selector', label, was, is),
  );
}

/** Promises that it needs, at which version. @internal */
export function compareRequirements(
  before: UnknownRecord,
  after: UnknownRecord,
): PromiseChange[] {
  const [were, are] = [before, after].map(promise =>
    byName(
      listAt(promise, 'spec', 'requiredPromises').filter(isRecord),
      one => asText(one.name) ?? '',
    ),
  );
  return compareNamed(were, are, (name, was, is) =>
    changed(
      'requirement',
      name,
      was && (asText(was.version) ?? ''),
      is && (asText(is.version) ?? ''),
    ).map(({ before: from, after: to, ...change }) => ({
      ...change,
      // Without a version any will do.
      ...(from && { before: from }),
      ...(to && { after: to }),
    })),
  );
}

/** What it puts on every matching Destination. @internal */
export function compareDependencies(
  before: UnknownRecord,
  after: UnknownRecord,
): PromiseChange[] {
  const [were, are] = [before, after].map(promise =>
    byName(listAt(promise, 'spec', 'dependencies').filter(isRecord), object =>
      [
        asText(object.kind) ?? 'object',
        [
          textAt(object, 'metadata', 'namespace'),
          textAt(object, 'metadata', 'name'),
        ]
          .filter(Boolean)
          .join('/'),
      ]
        .join(' ')
        .trim(),
    ),
  );
  return compareNamed(were, are, (name, was, is) => {
    if (was && is) {
      return sameJsonValue(was, is)
        ? []
        : [{ about: 'dependency', change: 'changed', name }];
    }
    return [{ about: 'dependency', change: was ? 'removed' : 'added', name }];
  });
}

/** Of `spec`, told elsewhere. */
const told = [
  'api',
  'workflows',
  'destinationSelectors',
  'requiredPromises',
  'dependencies',
];

/** Everything else. @internal */
export function compareSettings(
  before: UnknownRecord,
  after: UnknownRecord,
): PromiseChange[] {
  const compareAt = (path: string[], skipped: readonly string[] = []) => {
    const was = recordAt(before, ...path);
    const is = recordAt(after, ...path);
    const keys = new Set([...Object.keys(was), ...Object.keys(is)]);
    return [...keys]
      .filter(key => !skipped.includes(key))
      .sort()
      .flatMap(key =>
        changed('setting', [...path, key].join('.'), was[key], is[key]),
      );
  };
  return [
    ...compareAt(['spec'], told),
    ...compareAt(['spec', 'workflows'], ['promise', 'resource']),
    // The version is what two versions differ in.
    ...compareAt(['metadata', 'labels'], [kratixLabels.promiseVersion]),
    ...compareAt(['metadata', 'annotations']),
    ...compareColumns(before, after),
  ];
}

/** The columns of lists, by version of the API. */
function compareColumns(
  before: UnknownRecord,
  after: UnknownRecord,
): PromiseChange[] {
  const [were, are] = [before, after].map(promise =>
    byName(
      listAt(promise, 'spec', 'api', 'spec', 'versions').filter(isRecord),
      version => asText(version.name) ?? '',
    ),
  );
  return compareNamed(were, are, (name, was, is) =>
    was && is
      ? changed(
          'setting',
          `spec.api ${name} additionalPrinterColumns`,
          was.additionalPrinterColumns,
          is.additionalPrinterColumns,
        )
      : [],
  );
}
