import type { PromiseChange } from '../../api';
import {
  asList,
  asText,
  isRecord,
  isSecretKey,
  listAt,
  redacted,
  textAt,
  valueAt,
  type UnknownRecord,
} from '../../kube';
import { byName, changed, compareNamed, movedNames } from './changeLists';

const workflows = ['promise', 'resource'].flatMap(type =>
  ['configure', 'delete'].map(action => ({ type, action })),
);

/**
 * Pipelines of two bare Promises: which there are, in which order, what they
 * run and what they may do.
 *
 * @internal
 */
export function comparePipelines(
  before: UnknownRecord,
  after: UnknownRecord,
): PromiseChange[] {
  return workflows.flatMap(({ type, action }) => {
    const [were, are] = [before, after].map(promise =>
      byName(
        listAt(promise, 'spec', 'workflows', type, action).filter(isRecord),
        pipeline =>
          `${type}.${action}/${
            textAt(pipeline, 'metadata', 'name') ?? 'pipeline'
          }`,
      ),
    );
    return [
      ...compareNamed(were, are, comparePipeline),
      ...moves('pipeline', were, are),
    ];
  });
}

function moves(
  about: 'pipeline' | 'container',
  were: ReadonlyMap<string, unknown>,
  are: ReadonlyMap<string, unknown>,
  prefix = '',
): PromiseChange[] {
  const position = (names: ReadonlyMap<string, unknown>, name: string) =>
    `${[...names.keys()].indexOf(name) + 1}`;
  return movedNames([...were.keys()], [...are.keys()]).map(name => ({
    about,
    change: 'moved',
    name: prefix + name,
    before: position(were, name),
    after: position(are, name),
  }));
}

function comparePipeline(
  name: string,
  was: UnknownRecord | undefined,
  is: UnknownRecord | undefined,
): PromiseChange[] {
  const [wereContainers, areContainers] = [was, is].map(containersOf);
  if (!was || !is) {
    const [there] = [was, is].filter(one => one !== undefined);
    return [
      { about: 'pipeline', change: was ? 'removed' : 'added', name },
      // What a new one runs and may do is asked about first.
      ...(there
        ? contentsOf(name, wereContainers, areContainers, was, is)
        : []),
    ];
  }
  return contentsOf(name, wereContainers, areContainers, was, is);
}

function contentsOf(
  name: string,
  were: ReadonlyMap<string, UnknownRecord>,
  are: ReadonlyMap<string, UnknownRecord>,
  was: UnknownRecord | undefined,
  is: UnknownRecord | undefined,
): PromiseChange[] {
  return [
    ...compareNamed(were, are, (container, one, other) =>
      compareContainer(`${name}/${container}`, one, other),
    ),
    ...moves('container', were, are, `${name}/`),
    ...compareRights(name, was, is),
    ...(was && is ? comparePipelineSettings(name, was, is) : []),
  ];
}

function containersOf(
  pipeline: UnknownRecord | undefined,
): Map<string, UnknownRecord> {
  return byName(
    listAt(pipeline, 'spec', 'containers').filter(isRecord),
    container => asText(container.name) ?? 'container',
  );
}

function compareContainer(
  name: string,
  was: UnknownRecord | undefined,
  is: UnknownRecord | undefined,
): PromiseChange[] {
  if (!was || !is) {
    const image = asText((was ?? is)?.image);
    return [
      {
        about: 'container',
        change: was ? 'removed' : 'added',
        name,
        ...(image && { [was ? 'before' : 'after']: image }),
      },
    ];
  }
  const { image, command, args, env, envFrom } = was;
  const settings = new Set([...Object.keys(was), ...Object.keys(is)]);
  for (const told of ['name', 'image', 'command', 'args', 'env', 'envFrom']) {
    settings.delete(told);
  }
  return [
    ...changed('image', name, image, is.image),
    ...changed('command', `${name}/command`, command, is.command),
    ...changed('command', `${name}/args`, args, is.args),
    ...compareEnvironment(name, env, is.env),
    ...changed('environment', `${name}/envFrom`, envFrom, is.envFrom),
    ...[...settings]
      .sort()
      .flatMap(key => changed('setting', `${name}/${key}`, was[key], is[key])),
  ];
}

function compareEnvironment(
  container: string,
  before: unknown,
  after: unknown,
): PromiseChange[] {
  const [were, are] = [before, after].map(env =>
    byName(asList(env).filter(isRecord), one => asText(one.name) ?? ''),
  );
  return compareNamed(were, are, (name, was, is) =>
    changed(
      'environment',
      `${container}/${name}`,
      was && (was.value ?? was.valueFrom ?? ''),
      is && (is.value ?? is.valueFrom ?? ''),
    ).map(change => (isSecretKey(name) ? withoutValues(change) : change)),
  );
}

function withoutValues({
  before,
  after,
  ...change
}: PromiseChange): PromiseChange {
  return {
    ...change,
    ...(before !== undefined && { before: redacted }),
    ...(after !== undefined && { after: redacted }),
  };
}

/** A right as one line, so that the same one is the same wherever it stands. */
function rightText(right: UnknownRecord): string {
  const words = (value: unknown) =>
    asList(value)
      .map(one => (one === '' ? 'core' : String(one)))
      .sort()
      .join(', ');
  const names = words(right.resourceNames);
  const namespace = asText(right.resourceNamespace);
  return [
    `${words(right.verbs)}: ${words(right.resources)} (${words(
      right.apiGroups,
    )})`,
    ...(names ? [`[${names}]`] : []),
    ...(namespace ? [`@ ${namespace}`] : []),
  ].join(' ');
}

function compareRights(
  name: string,
  was: UnknownRecord | undefined,
  is: UnknownRecord | undefined,
): PromiseChange[] {
  const [were, are] = [was, is].map(pipeline =>
    byName(
      listAt(pipeline, 'spec', 'rbac', 'permissions').filter(isRecord),
      rightText,
    ),
  );
  const account = (pipeline: UnknownRecord | undefined) =>
    valueAt(pipeline, 'spec', 'rbac', 'serviceAccount');
  return [
    ...compareNamed(were, are, (text, one, other) => {
      if (one && other) return [];
      return one
        ? [{ about: 'right', change: 'removed', name, before: text }]
        : [{ about: 'right', change: 'added', name, after: text }];
    }),
    ...changed('right', `${name}/serviceAccount`, account(was), account(is)),
  ];
}

/** Volumes, labels, where it runs: what has no words of its own. */
function comparePipelineSettings(
  name: string,
  was: UnknownRecord,
  is: UnknownRecord,
): PromiseChange[] {
  const at = (pipeline: UnknownRecord, ...path: string[]) => {
    const value = valueAt(pipeline, ...path);
    return isRecord(value) ? Object.keys(value) : [];
  };
  const own = ['spec', 'metadata'].flatMap(part =>
    [...new Set([...at(was, part), ...at(is, part)])]
      .filter(key => !['containers', 'rbac', 'name'].includes(key))
      .map(key => [part, key]),
  );
  return own.flatMap(path =>
    changed(
      'setting',
      `${name}/${path.at(-1)}`,
      valueAt(was, ...path),
      valueAt(is, ...path),
    ),
  );
}
