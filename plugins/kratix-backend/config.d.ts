import type { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  kratix?: {
    /** Promises that could be installed, beside those that are. */
    marketplace?: {
      /** Where they come from, by id. */
      sources?: {
        /**
         * The id is part of routes, so keep it: a DNS label of at most 63
         * characters. Exactly one type each: `tree`, `index`, `folder`, or one
         * that a module brings.
         */
        [id: string]: {
          /** Shown to people. Default: the id. */
          title?: string;

          /**
           * A repository, a folder of one or a bucket: whatever Backstage's URL
           * readers read as a tree, with the credentials of `integrations`.
           */
          tree?: {
            /** As `https://github.com/acme/promises/tree/main/stable`. */
            url: string;
            /**
             * Anybody can read it without credentials, so that Kratix can
             * fetch Promises from it by itself. Of GitHub and GitLab. Default:
             * false.
             */
            public?: boolean;
          };

          /** A list of offers as JSON, by the published schema. */
          index?: {
            /** What it names is read from its own folder alone. */
            url: string;
            /** Prefixes of further addresses that it may name. */
            allow?: string[];
          };

          /** A folder of the machine that the backend runs on. */
          folder?: {
            /** Absolute, or relative to the working directory. */
            path: string;
          };
        };
      };

      /** When sources are read again. Default: every 15 minutes. */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;

      /** Images that pipelines of installed Promises run. */
      images?: {
        /**
         * Patterns as `ghcr.io/acme/*`: a Promise whose pipelines run others
         * can't be installed. Default: all may.
         */
        allow?: string[];
      };

      /** READMEs of listings. */
      readme?: {
        /**
         * Show images of other hosts, which then see the address of each
         * reader. Default: false.
         */
        externalImages?: boolean;
      };
    };
  };

  catalog?: {
    providers?: {
      kratix?: {
        /**
         * Kind of the entity that a request becomes; links of the REST API
         * lead there. Default: Resource.
         */
        requestKind?: 'Resource' | 'Component';
      };
    };
  };
}
