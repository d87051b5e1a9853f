import {
  isRecord,
  type KubeObject,
  type PromiseApi,
  type RequestRef,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { stringify } from 'yaml';
import { readYaml } from './readYaml';

/** What a form is for. @internal */
export type FormMode = 'new' | 'edit' | 'clone';

/** The request that is changed or copied, as it was when the form opened. @internal */
export interface FormSource {
  ref: RequestRef;
  object: KubeObject;
  /** `metadata.generation` of this object. */
  generation: number;
}

const envelope = new Set(['apiVersion', 'kind', 'metadata', 'status']);

/** The fields beside the envelope, usually `spec` alone. @internal */
export function ownFields(object: unknown): Record<string, unknown> {
  if (!isRecord(object)) return {};
  return Object.fromEntries(
    Object.entries(object).filter(([name]) => !envelope.has(name)),
  );
}

/**
 * The manifest that a form begins with. Of what is changed or copied only name,
 * namespace and its own fields: labels and annotations are others' to set.
 *
 * @internal
 */
export function manifestText(options: {
  api: PromiseApi;
  name: string;
  /** `-` for none. */
  namespace: string;
  fields: Record<string, unknown>;
}): string {
  const { api, name, namespace, fields } = options;
  return stringify(
    {
      apiVersion: `${api.group}/${api.version}`,
      kind: api.kind,
      metadata: { name, ...(namespace !== '-' && { namespace }) },
      ...fields,
    },
    { lineWidth: 0, aliasDuplicateObjects: false },
  );
}

/** The fields of an example's YAML; none where it can't be read. @internal */
export function fieldsOfExample(text: string): Record<string, unknown> {
  return ownFields(readYaml(text));
}

/** What stands in the envelope that nobody may put there. @internal */
export interface EnvelopeProblem {
  id:
    | 'apiVersion'
    | 'kind'
    | 'name'
    | 'namespace'
    | 'metadata'
    | 'status'
    | 'notMapping';
  path: (string | number)[];
  value?: string;
}

const ours = new Set(['name', 'namespace', 'labels', 'annotations']);

/**
 * What the YAML view let somebody type around the fields that are theirs. A
 * request that exists keeps its name and namespace.
 *
 * @internal
 */
export function envelopeProblems(
  value: unknown,
  expected: { api: PromiseApi; source?: RequestRef },
): EnvelopeProblem[] {
  if (!isRecord(value)) return [{ id: 'notMapping', path: [] }];
  const problems: EnvelopeProblem[] = [];
  const { api, source } = expected;
  const version = `${api.group}/${api.version}`;
  if (value.apiVersion !== version) {
    problems.push({ id: 'apiVersion', path: ['apiVersion'], value: version });
  }
  if (value.kind !== api.kind) {
    problems.push({ id: 'kind', path: ['kind'], value: api.kind });
  }
  if (value.status !== undefined) {
    problems.push({ id: 'status', path: ['status'] });
  }
  const metadata = isRecord(value.metadata) ? value.metadata : {};
  if (source) {
    const namespace = source.namespace === '-' ? undefined : source.namespace;
    if (metadata.name !== source.name) {
      problems.push({ id: 'name', path: ['metadata', 'name'] });
    }
    if (metadata.namespace !== namespace) {
      problems.push({ id: 'namespace', path: ['metadata', 'namespace'] });
    }
  }
  for (const field of Object.keys(metadata)) {
    if (ours.has(field)) continue;
    problems.push({ id: 'metadata', path: ['metadata', field], value: field });
  }
  return problems;
}
