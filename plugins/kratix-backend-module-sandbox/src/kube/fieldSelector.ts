import type { KubeObject } from '@kratix-portal/backstage-plugin-kratix-common';
import { badRequest, type KindInfo } from '../store';
import { jsonPathValues } from './jsonPath';
import type { Predicate } from './labelSelector';

// The fields that API servers index, of the kinds that we serve.
const builtInFields: Record<string, string[]> = {
  pods: [
    'spec.nodeName',
    'spec.restartPolicy',
    'spec.serviceAccountName',
    'status.phase',
    'status.podIP',
  ],
  events: [
    'involvedObject.kind',
    'involvedObject.namespace',
    'involvedObject.name',
    'involvedObject.uid',
    'involvedObject.apiVersion',
    'involvedObject.resourceVersion',
    'involvedObject.fieldPath',
    'reason',
    'reportingComponent',
    'source',
    'type',
  ],
  namespaces: ['status.phase'],
  secrets: ['type'],
  jobs: ['status.successful'],
};

// Fields that are not where their name says.
const elsewhere: Record<string, string> = {
  source: 'source.component',
  'status.successful': 'status.succeeded',
};

function valueAt(object: KubeObject, field: string): string {
  const [value] = jsonPathValues(object, `.${elsewhere[field] ?? field}`);
  // A number that is not there counts as none.
  const absent = field === 'status.successful' ? '0' : '';
  return String(value ?? absent);
}

function selectable(kind: KindInfo): string[] {
  return [
    'metadata.name',
    'metadata.namespace',
    ...(kind.builtIn ? builtInFields[kind.plural] ?? [] : []),
    ...kind.versions.flatMap(({ selectableFields }) =>
      selectableFields.map(path => path.replace(/^\./, '')),
    ),
  ];
}

/** @throws KubeStatusError 400 for a field that is not indexed @internal */
export function parseFieldSelector(text: string, kind: KindInfo): Predicate {
  const known = selectable(kind);
  const terms = text
    .split(',')
    .filter(Boolean)
    .map(term => {
      const [, field, operator, value] =
        /^([^=!]+)(==|=|!=)(.*)$/.exec(term) ?? [];
      if (!field) {
        throw badRequest(
          `invalid selector: '${text}'; can't understand '${term}'`,
        );
      }
      if (!known.includes(field)) {
        throw badRequest(`field label not supported: ${field}`);
      }
      return { field, value, isEqual: operator !== '!=' };
    });
  return object =>
    terms.every(
      ({ field, value, isEqual }) =>
        (valueAt(object, field) === value) === isEqual,
    );
}
