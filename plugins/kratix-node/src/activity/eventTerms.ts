import {
  type KubeObject,
  textAt,
  valueAt,
} from '@kratix-portal/backstage-plugin-kratix-common';

/** What an Event is about. @internal */
export interface EventSubject {
  group: string;
  kind: string;
  namespace: string;
  name: string;
  uid?: string;
}

/** @internal */
export function subjectOf(event: KubeObject): EventSubject | undefined {
  const about = valueAt(event, 'involvedObject') ?? valueAt(event, 'regarding');
  const kind = textAt(about, 'kind');
  const name = textAt(about, 'name');
  if (!kind || !name) return undefined;
  return {
    group: groupOfVersion(textAt(about, 'apiVersion') ?? ''),
    kind,
    name,
    namespace: textAt(about, 'namespace') ?? '',
    uid: textAt(about, 'uid'),
  };
}

function groupOfVersion(apiVersion: string): string {
  const slash = apiVersion.indexOf('/');
  return slash < 0 ? '' : apiVersion.slice(0, slash);
}

/** @internal */
export function subjectTerm(subject: Omit<EventSubject, 'uid'>): string {
  const { group, kind, namespace, name } = subject;
  return `${group}/${kind}/${namespace}/${name}`;
}

/** @internal */
export function eventTerms(event: KubeObject): string[] {
  const subject = subjectOf(event);
  return subject ? [subjectTerm(subject)] : [];
}

/**
 * When an Event last happened, as text that sorts. By what it says, never by
 * arrival: an ended series is written once more minutes later. Events written
 * through events.k8s.io leave the older fields empty.
 *
 * @internal
 */
export function eventTime(event: KubeObject): string {
  return (
    textAt(event, 'series', 'lastObservedTime') ??
    textAt(event, 'eventTime') ??
    textAt(event, 'lastTimestamp') ??
    event.metadata.creationTimestamp ??
    ''
  );
}

/** Kratix says so on every reconcile: nearly half of all its Events. @internal */
export function isNoise(event: KubeObject): boolean {
  return event.reason === 'ReconcileStarted';
}
