import type { KratixPlatforms } from '@kratix-portal/backstage-plugin-kratix-node';
import type { RequestRef } from '@kratix-portal/backstage-plugin-kratix-common';
import type { PortalCaller } from '../http/Callers';

type Scope = Pick<RequestRef, 'platform' | 'crd' | 'namespace'>;

/**
 * What the clusters themselves let one person read, where a platform works
 * under people's own identities. Asked once per kind and namespace; what is not
 * asked yet, or could not be answered, is not seen.
 *
 * @internal
 */
export class ClusterAccess {
  readonly #platforms: KratixPlatforms;
  readonly #caller: PortalCaller;
  readonly #restricted: Set<string>;
  readonly #answers = new Map<string, boolean>();

  constructor(options: { platforms: KratixPlatforms; caller: PortalCaller }) {
    this.#platforms = options.platforms;
    this.#caller = options.caller;
    this.#restricted = new Set(
      options.platforms
        .list()
        .filter(({ identity }) => identity !== 'serviceAccount')
        .map(({ id }) => id),
    );
  }

  /** Every platform is read under the service account: nothing to ask. */
  get open(): boolean {
    return this.#restricted.size === 0;
  }

  /** Equal for equal answers of the same clusters. */
  signature(): string {
    const allowed = [...this.#answers].filter(([, may]) => may);
    return allowed
      .map(([key]) => key)
      .sort()
      .join(' ');
  }

  sees(scope: Scope): boolean {
    return (
      !this.#restricted.has(scope.platform) ||
      this.#answers.get(keyOf(scope)) === true
    );
  }

  /** Whether `prepare` would have to ask. */
  knows(scope: Scope): boolean {
    return (
      !this.#restricted.has(scope.platform) || this.#answers.has(keyOf(scope))
    );
  }

  /** Asks what is not known yet about these. */
  async prepare(scopes: Iterable<Scope>): Promise<void> {
    if (this.open) return;
    const asked = new Map<string, Promise<void>>();
    for (const scope of scopes) {
      const key = keyOf(scope);
      if (this.knows(scope) || asked.has(key)) continue;
      asked.set(key, this.#ask(scope, key));
    }
    await Promise.all(asked.values());
  }

  async #ask(scope: Scope, key: string): Promise<void> {
    const { platform, crd, namespace } = scope;
    try {
      const may = await this.#platforms
        .get(platform)
        .mayAccess(this.#caller.on(platform), 'list', { crd, namespace });
      this.#answers.set(key, may);
    } catch {
      // No answer is no permission; the platform's own state says why.
      this.#answers.set(key, false);
    }
  }
}

function keyOf({ platform, crd, namespace }: Scope): string {
  return `${platform}/${crd}/${namespace}`;
}
