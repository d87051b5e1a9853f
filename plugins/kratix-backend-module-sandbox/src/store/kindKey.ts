/** The group of an apiVersion; `''` for core. @internal */
export function groupOf(apiVersion = ''): string {
  const slash = apiVersion.indexOf('/');
  return slash < 0 ? '' : apiVersion.slice(0, slash);
}

/** The version of an apiVersion. @internal */
export function versionOf(apiVersion = ''): string {
  return apiVersion.slice(apiVersion.indexOf('/') + 1);
}

/** The apiVersion of a group and version. @internal */
export function apiVersionOf(group: string, version: string): string {
  return group ? `${group}/${version}` : version;
}

/** Distinguishes kinds in maps. @internal */
export function kindKey({ group, plural }: { group: string; plural: string }) {
  return `${plural}.${group}`;
}
