/** Nothing but http and https becomes a link. @internal */
export function isWebAddress(text: string): boolean {
  try {
    return /^https?:$/.test(new URL(text).protocol);
  } catch {
    return false;
  }
}

/** Where a link leads, so that nobody is sent somewhere unseen. @internal */
export function hostOf(text: string): string {
  const { host, pathname } = new URL(text);
  return pathname === '/' ? host : `${host}${pathname}`;
}

/** What prints the names of a Secret's keys, never its values. @internal */
export function secretCommand(secret: {
  namespace: string;
  name: string;
}): string {
  return `kubectl describe secret ${secret.name} --namespace ${secret.namespace}`;
}

/** What shows the request in a terminal. @internal */
export function kubectlCommand(ref: {
  crd: string;
  namespace: string;
  name: string;
}): string {
  const where = ref.namespace === '-' ? '' : ` --namespace ${ref.namespace}`;
  return `kubectl get ${ref.crd} ${ref.name}${where} --output yaml`;
}
