import { InputError } from '@backstage/errors';

/**
 * Where a request lives. `crd` is the CRD name (`redis.marketplace.kratix.io`),
 * unique on a platform; `namespace` is `-` for cluster-scoped objects.
 *
 * @public
 */
export interface RequestRef {
  platform: string;
  crd: string;
  namespace: string;
  name: string;
}

/** `platform/crd/namespace/name`; the parts cannot contain a slash. @public */
export function stringifyRequestRef(ref: RequestRef): string {
  return `${ref.platform}/${ref.crd}/${ref.namespace}/${ref.name}`;
}

/**
 * The reverse of {@link stringifyRequestRef}.
 *
 * @throws InputError where the text does not have four parts
 * @public
 */
export function parseRequestRef(text: string): RequestRef {
  const parts = text.split('/');
  if (parts.length !== 4 || parts.some(part => part === '')) {
    throw new InputError(
      `'${text}' is no request: use platform/crd/namespace/name`,
    );
  }
  const [platform, crd, namespace, name] = parts;
  return { platform, crd, namespace, name };
}
