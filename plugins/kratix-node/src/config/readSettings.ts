import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { KratixSettings } from '../types';

const key = 'kratix.namespaces.from';
const dnsLabel = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;

/**
 * What `kratix` says beside platforms.
 *
 * @throws InputError naming the key
 * @internal
 */
export function readSettings(config: Config): KratixSettings {
  const kratix = config.getOptionalConfig('kratix');
  return {
    annotationPrefix: readPrefix(kratix),
    contact: kratix?.getOptionalString('contact'),
    namespaces: readNamespaces(kratix?.getOptionalConfig('namespaces')),
  };
}

function readPrefix(kratix: Config | undefined): string {
  const prefix =
    kratix?.getOptionalString('annotationPrefix') ?? 'kratix-portal.io/';
  if (!/^[a-z0-9]([-a-z0-9.]*[a-z0-9])?\/$/.test(prefix)) {
    throw new InputError(
      `kratix.annotationPrefix: '${prefix}' is no prefix of annotations, use a DNS name and a slash, as in 'example.com/'`,
    );
  }
  return prefix;
}

function readNamespaces(
  namespaces: Config | undefined,
): KratixSettings['namespaces'] {
  const from = namespaces?.getOptionalString('from') ?? 'name';
  const namespace = namespaces?.getOptionalString('namespace');
  if (from === 'fixed') {
    if (!namespace || !dnsLabel.test(namespace)) {
      throw new InputError(
        `kratix.namespaces.namespace: name the namespace that '${key}: fixed' speaks of`,
      );
    }
    return { from, namespace };
  }
  if (namespace !== undefined) {
    throw new InputError(
      `kratix.namespaces.namespace: only together with '${key}: fixed'`,
    );
  }
  if (from === 'name' || from === 'annotation') return { from };
  throw new InputError(`${key}: use name, annotation, fixed, not '${from}'`);
}
