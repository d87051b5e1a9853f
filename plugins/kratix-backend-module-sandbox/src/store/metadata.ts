import type {
  KubeMetadata,
  KubeObject,
  KubeStatusCause,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { randomBytes } from 'node:crypto';
import type { KindInfo } from './types';

// Letters and digits that generated names are made of: no vowels and no
// look-alikes, as Kubernetes does it.
const alphabet = 'bcdfghjklmnpqrstvwxz2456789';
const longestGenerated = 58;

/** RFC 3339 in whole seconds, as Kubernetes writes times. @internal */
export function timestamp(time: Date): string {
  return `${time.toISOString().slice(0, 19)}Z`;
}

/** A name that begins with `generateName`. @internal */
export function generatedName(prefix: string): string {
  const letters = [...randomBytes(5)].map(
    byte => alphabet[byte % alphabet.length],
  );
  return prefix.slice(0, longestGenerated) + letters.join('');
}

const dnsLabel = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
const dnsSubdomain = `${dnsLabel}(\\.${dnsLabel})*`;
const isLabel = new RegExp(`^${dnsLabel}$`);
const isSubdomain = new RegExp(`^${dnsSubdomain}$`);
const labelWords =
  "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')";
const subdomainWords = `a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '${dnsSubdomain}')`;

function nameCause(kind: KindInfo, name: string): string | undefined {
  // The names of roles and bindings are path segments: `system:node` is fine.
  if (kind.group === 'rbac.authorization.k8s.io') {
    return /^\.{1,2}$|[/%]/.test(name)
      ? `Invalid value: ${JSON.stringify(name)}: may not contain '/' or '%'`
      : undefined;
  }
  const quoted = JSON.stringify(name);
  if (kind.group === '' && kind.kind === 'Namespace') {
    if (name.length > 63) {
      return `Invalid value: ${quoted}: must be no more than 63 bytes`;
    }
    return isLabel.test(name)
      ? undefined
      : `Invalid value: ${quoted}: ${labelWords}`;
  }
  if (name.length > 253) {
    return `Invalid value: ${quoted}: must be no more than 253 bytes`;
  }
  return isSubdomain.test(name)
    ? undefined
    : `Invalid value: ${quoted}: ${subdomainWords}`;
}

const isLabelValue = /^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$/;
const isQualifiedName =
  /^([a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?\/)?([A-Za-z0-9][-A-Za-z0-9_.]{0,61})?[A-Za-z0-9]$/;

function keyCauses(
  field: string,
  values: Record<string, string> = {},
): KubeStatusCause[] {
  return Object.keys(values)
    .filter(key => !isQualifiedName.test(key))
    .map(key => ({
      reason: 'FieldValueInvalid',
      message: `Invalid value: ${JSON.stringify(
        key,
      )}: name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')`,
      field,
    }));
}

function labelCauses(labels: Record<string, string> = {}): KubeStatusCause[] {
  return Object.values(labels).flatMap(value => {
    const causes: KubeStatusCause[] = [];
    const found = (problem: string) =>
      causes.push({
        reason: 'FieldValueInvalid',
        message: `Invalid value: ${problem}`,
        field: 'metadata.labels',
      });
    if (value.length > 63) {
      found(`${JSON.stringify(value)}: must be no more than 63 bytes`);
    }
    if (!isLabelValue.test(value)) {
      found(
        `${JSON.stringify(
          value,
        )}: a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')`,
      );
    }
    return causes;
  });
}

function lowerPrefixes(values: Record<string, string> = {}) {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [
      key.replace(/^[^/]*\//, prefix => prefix.toLocaleLowerCase('en-US')),
      value,
    ]),
  );
}

/** What is wrong with an object's name, labels and annotations. @internal */
export function metadataCauses(
  kind: KindInfo,
  { name, labels, annotations }: KubeMetadata,
): KubeStatusCause[] {
  if (!name) {
    return [
      {
        reason: 'FieldValueRequired',
        message: 'Required value: name or generateName is required',
        field: 'metadata.name',
      },
    ];
  }
  const message = nameCause(kind, name);
  return [
    ...(message
      ? [{ reason: 'FieldValueInvalid', message, field: 'metadata.name' }]
      : []),
    ...keyCauses('metadata.labels', labels),
    ...labelCauses(labels),
    // Annotation keys may be in capitals before the slash.
    ...keyCauses('metadata.annotations', lowerPrefixes(annotations)),
  ];
}

/** Whether anything but metadata (and status, where apart) differs. @internal */
export function contentFields(kind: KindInfo, object: KubeObject): KubeObject {
  const { metadata: _metadata, status, ...content } = object;
  // An update through another version is not another content.
  delete content.apiVersion;
  const rest = kind.hasStatus || status === undefined ? {} : { status };
  return { ...content, ...rest, metadata: { name: object.metadata.name } };
}
