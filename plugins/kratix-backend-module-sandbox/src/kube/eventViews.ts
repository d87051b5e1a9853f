import type { KubeObject } from '@kratix-portal/backstage-plugin-kratix-common';

const apiVersion = 'events.k8s.io/v1';

// The same Event is served by two groups that call its fields differently.
const names: [core: string, events: string][] = [
  ['involvedObject', 'regarding'],
  ['message', 'note'],
  ['source', 'deprecatedSource'],
  ['firstTimestamp', 'deprecatedFirstTimestamp'],
  ['lastTimestamp', 'deprecatedLastTimestamp'],
  ['count', 'deprecatedCount'],
  ['reportingComponent', 'reportingController'],
];

function renamed(object: KubeObject, pairs: string[][]): KubeObject {
  const to = new Map(pairs.map(([from, name]) => [from, name]));
  const { metadata, ...fields } = object;
  return {
    metadata,
    ...Object.fromEntries(
      Object.entries(fields).map(([key, value]) => [to.get(key) ?? key, value]),
    ),
  };
}

/** A core Event as events.k8s.io shows it. @internal */
export function eventAsRegarding(event: KubeObject): KubeObject {
  return { ...renamed(event, names), apiVersion };
}

/** An events.k8s.io Event as it is kept. @internal */
export function eventAsInvolved(event: KubeObject): KubeObject {
  const back = names.map(([core, other]) => [other, core]);
  return { ...renamed(event, back), apiVersion: 'v1' };
}
