import type {
  KubeMetadata,
  KubeObject,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { Admission } from './admission';
import type { Definitions } from './definitionLifecycle';
import { unknownMetadata } from './givenMetadata';
import { frozenCopy } from './immutable';
import { apiVersionOf, versionOf } from './kindKey';
import type { KindRegistry } from './kindRegistry';
import { invalid, KubeStatusError } from './kubeStatusError';
import { metadataCauses } from './metadata';
import { completedSecret } from './secrets';
import type { KindInfo, WriteOptions } from './types';

/** @internal */
export interface Write {
  kind: KindInfo;
  object: KubeObject;
  /** As it was sent, where it was. */
  given?: KubeMetadata;
  previous?: KubeObject;
  subresource?: 'status';
  options: WriteOptions;
}

/**
 * What an object goes through before it is kept.
 *
 * @internal
 */
export class Intake {
  readonly #registry: KindRegistry;
  readonly #definitions: Definitions;
  readonly #admission: Admission;

  constructor(
    registry: KindRegistry,
    definitions: Definitions,
    admission: Admission,
  ) {
    this.#registry = registry;
    this.#definitions = definitions;
    this.#admission = admission;
  }

  /** The object as it would be kept: hooks asked, shaped, checked. */
  admitted(write: Write): KubeObject {
    const { kind, previous, subresource, options } = write;
    const { dryRun = false, user, onWarning } = options;
    const unknown = unknownMetadata(write.given);
    const shaped = this.#shaped(kind, write.object, options, unknown);
    const admitted =
      this.#admission.review(
        {
          operation: previous ? 'UPDATE' : 'CREATE',
          kind,
          subresource,
          object: shaped,
          previous,
          dryRun,
          user,
        },
        onWarning,
      ) ?? shaped;
    const object =
      admitted === shaped ? shaped : this.#shaped(kind, admitted, {});
    this.#check(kind, object, previous);
    return this.#definitions.admitted(kind, object, previous, subresource);
  }

  #shaped(
    kind: KindInfo,
    object: KubeObject,
    options: WriteOptions,
    unknown: string[] = [],
  ) {
    const given = versionOf(object.apiVersion);
    const shape = (version: string, one: KubeObject) =>
      this.#registry
        .schema(kind, version)
        ?.shape(one, field => unknown.push(field)) ?? one;
    const complete = completedSecret(
      kind,
      this.#definitions.completed(kind, object),
    );
    const shaped = shape(given, complete);
    reportUnknown(kind, given, unknown, options);
    const apiVersion = apiVersionOf(kind.group, kind.version);
    const stored = { ...shaped, apiVersion, kind: kind.kind };
    // Conversion is None: another version differs in its schema alone.
    return frozenCopy(
      given === kind.version ? stored : shape(kind.version, stored),
    );
  }

  #check(kind: KindInfo, object: KubeObject, previous?: KubeObject) {
    const { name } = object.metadata;
    const causes = [
      ...metadataCauses(kind, object.metadata),
      ...this.#definitions.causes(kind, object, previous),
      ...(this.#registry.schema(kind, kind.version)?.check(object, previous) ??
        []),
    ];
    if (causes.length > 0) throw invalid(kind, name, causes);
  }
}

function reportUnknown(
  { kind }: KindInfo,
  version: string,
  unknown: string[],
  { fieldValidation = 'Ignore', onWarning }: WriteOptions,
) {
  if (unknown.length === 0) return;
  const texts = unknown.map(field => `unknown field "${field}"`);
  if (fieldValidation === 'Warn') texts.forEach(text => onWarning?.(text));
  if (fieldValidation !== 'Strict') return;
  throw new KubeStatusError(
    400,
    'BadRequest',
    `${kind} in version "${version}" cannot be handled as a ${kind}: strict decoding error: ${texts.join(
      ', ',
    )}`,
  );
}
