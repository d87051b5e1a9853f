export interface Config {
  kratix?: {
    /**
     * Prefix of the suite's own annotations and labels; a DNS name and a slash.
     * Default: `kratix-portal.io/`.
     */
    annotationPrefix?: string;

    /** Whom to ask; shown where something is refused or not there. */
    contact?: string;

    /** Into which namespace a Group's requests go. */
    namespaces?: {
      /**
       * `name`: the Group's own name (default). `annotation`: what an annotation
       * of the Group says. `fixed`: the one below.
       */
      from?: 'name' | 'annotation' | 'fixed';
      /** The namespace for all, with `from: fixed`. */
      namespace?: string;
    };

    /** The Kubernetes APIs with Kratix on them, by id. */
    platforms?: {
      /**
       * The id is part of routes and entity names, so keep it: a DNS label of at
       * most 24 characters, not `marketplace`. Exactly one connection each:
       * `kubeconfig`, `inCluster`, `cluster`, `url`, or a kind that a module
       * brings.
       */
      [id: string]: {
        /** Shown to people. Default: the id. */
        title?: string;

        /** Entity ref of who runs the platform, as `group:default/platform`. */
        owner?: string;

        /**
         * Whose rights a write uses. `serviceAccount` (default): those of the
         * connection. `impersonation`: the person's, by impersonation headers.
         * `oidc`: the person's, by their own token.
         */
        identity?: 'serviceAccount' | 'impersonation' | 'oidc';

        /** A kubeconfig file. */
        kubeconfig?: {
          /** Absolute, or relative to the working directory. */
          path: string;
          /** Default: the file's current context. */
          context?: string;
        };

        /** The cluster that the backend runs in, as its ServiceAccount. */
        inCluster?: {};

        /**
         * Name of a cluster in `kubernetes.clusterLocatorMethods` of type
         * `config` with `authProvider: serviceAccount`.
         */
        cluster?: string;

        /** Address of the API server; https but for this machine. */
        url?: string;

        /** With `url`: the authority of its certificate, base64 of PEM. */
        caData?: string;

        /** With `url`: don't check the certificate. For trials only. */
        skipTLSVerify?: boolean;

        /**
         * With `url`: bearer token of the service account.
         * @visibility secret
         */
        token?: string;

        /** With `url`: file with the token, read again as it is renewed. */
        tokenFile?: string;
      };
    };
  };
}
