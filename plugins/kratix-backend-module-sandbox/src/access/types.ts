/**
 * Who makes a call.
 *
 * @public
 */
export interface User {
  name: string;
  uid?: string;
  groups: string[];
  extra?: Record<string, string[]>;
}

/**
 * What somebody wants to do: to objects of a kind, or with a path that is
 * about no kind (`/version`).
 *
 * @public
 */
export type AccessAttributes =
  | {
      verb: string;
      group: string;
      /** Plural, with the subresource: `pods/log`. */
      resource: string;
      namespace?: string;
      name?: string;
    }
  | { verb: string; path: string };

/**
 * A rule of a Role or ClusterRole.
 *
 * @public
 */
export interface AccessRule {
  verbs?: string[];
  apiGroups?: string[];
  resources?: string[];
  resourceNames?: string[];
  nonResourceURLs?: string[];
}
