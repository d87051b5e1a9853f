import { textMap, type KubeObject } from '../../kube';
import { kratixLabels } from '../../kratixNames';
import { installObject, type InstallOrigin } from './installObject';

/** An RFC 6902 operation. @public */
export interface UpgradeOperation {
  op: 'add' | 'remove' | 'replace';
  path: string;
  value?: unknown;
}

/**
 * Makes an installed Promise the listing's: its spec, and those labels and
 * annotations that the listing names. Others stay.
 *
 * @public
 */
export function upgradePatch(
  installed: KubeObject,
  promise: KubeObject,
  origin: InstallOrigin,
): UpgradeOperation[] {
  const wanted = installObject(promise, origin);
  const version = kratixLabels.promiseVersion;
  // A version that stays behind would be that of something else.
  const outdated =
    installed.metadata.labels?.[version] !== undefined &&
    wanted.metadata.labels?.[version] === undefined;
  return [
    ...mapPatch('labels', installed, wanted),
    ...(outdated
      ? [{ op: 'remove' as const, path: pointer('labels', version) }]
      : []),
    ...mapPatch('annotations', installed, wanted),
    { op: 'replace', path: '/spec', value: wanted.spec },
  ];
}

/** Has a PromiseRelease fetch another version. @public */
export function releasePatch(
  release: KubeObject,
  to: { version: string; url: string },
  { ref, prefix, installedBy }: InstallOrigin,
): UpgradeOperation[] {
  const wanted = installObject(
    { apiVersion: '', kind: '', metadata: { name: '' }, spec: {} },
    { ref, prefix, installedBy },
  );
  return [
    ...mapPatch('annotations', release, wanted),
    { op: 'add', path: '/spec/version', value: to.version },
    { op: 'add', path: '/spec/sourceRef/url', value: to.url },
  ];
}

function mapPatch(
  map: 'labels' | 'annotations',
  installed: KubeObject,
  wanted: KubeObject,
): UpgradeOperation[] {
  const values = textMap(wanted.metadata[map]);
  const there = installed.metadata[map];
  if (Object.keys(values).length === 0) return [];
  if (!there) return [{ op: 'add', path: `/metadata/${map}`, value: values }];
  return Object.entries(values)
    .filter(([key, value]) => there[key] !== value)
    .map(([key, value]) => ({ op: 'add', path: pointer(map, key), value }));
}

function pointer(map: string, key: string): string {
  return `/metadata/${map}/${key.replace(/~/g, '~0').replace(/\//g, '~1')}`;
}
