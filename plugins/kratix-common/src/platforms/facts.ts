/**
 * What the connection to a platform knows about itself: the input of
 * `describePlatform`.
 *
 * @public
 */
export interface PlatformFacts {
  id: string;
  title: string;
  /** Entity ref of the owner, from config. */
  owner?: string;
  /** Epoch milliseconds of the last answer of any kind. */
  lastContactAt?: number;
  /** Epoch milliseconds since when no answer came; absent while all is well. */
  failingSince?: number;
  /** Why, in a word that a person understands; never an address or a token. */
  failure?: {
    reason:
      | 'network'
      | 'server-error'
      | 'timeout'
      | 'unauthorized'
      | 'forbidden';
    message: string;
  };
  /** One entry per watched kind, `group/plural`. */
  kinds: PlatformKindFacts[];
  /** `v1.34.1`, once known. */
  apiServerVersion?: string;
  /** Whose rights writes use. */
  identity: 'serviceAccount' | 'impersonation' | 'oidc';
  /** Set for the embedded sandbox and for a recording that is played. */
  sandbox?: boolean;
  /**
   * Milliseconds from change to cache, median of the last minute. Known of the
   * Events about what is held alone, which carry the time they were written at
   * to the microsecond; absent where none came in that minute. How far the two
   * clocks differ is part of it.
   */
  delayMs?: number;
  /**
   * A Destination is labelled to take previews of files; absent where
   * Destinations are not known.
   */
  takesPreviews?: boolean;
  /** What the account of the connection may do; absent until it was asked. */
  rights?: AccountRights;
}

/** What the account that fills the cache may do everywhere. @public */
export interface AccountRights {
  /** Epoch milliseconds of the last answer; absent where none ever came. */
  askedAt?: number;
  /** The last question was not answered: what is here may be old. */
  failed: boolean;
  rules: GrantedRule[];
  /** What no rule grants is not granted; otherwise it may still be. */
  complete: boolean;
  /** Asked one by one where the rules do not say all; keys of `rightKey`. */
  answers: Record<string, boolean>;
}

/** What a role grants for objects of some kinds; `*` for any. @public */
export interface GrantedRule {
  verbs: string[];
  apiGroups: string[];
  resources: string[];
  /** Not for all objects, but for such as it names. */
  named: boolean;
}

/** @public */
export interface PlatformKindFacts {
  group: string;
  plural: string;
  kind: string;
  /** Kratix's own, needed for anything to be shown. */
  core: boolean;
  /** The Promise whose requests these are. */
  promise?: string;
  state: 'listing' | 'watching' | 'retrying' | 'forbidden' | 'absent';
  /** Objects held. */
  count: number;
  /** Epoch milliseconds of the last list or watch event. */
  syncedAt?: number;
}
