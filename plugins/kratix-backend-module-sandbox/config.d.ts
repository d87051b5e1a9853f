export interface Config {
  kratix?: {
    sandbox?: {
      /**
       * Let sandboxes start although NODE_ENV is production. Nothing that is
       * requested from a sandbox is ever delivered. Default: false.
       */
      allowInProduction?: boolean;
    };
    marketplace?: {
      sources?: {
        [id: string]: {
          /**
           * The Promises that come with the sandbox, whose pipelines run in
           * embedded platforms alone.
           */
          embedded?: {};
        };
      };
    };
    platforms?: {
      [id: string]: {
        /** An embedded platform that pretends, for trying and developing. */
        sandbox?: {
          /** What is on it at the start. Default: busy. */
          scenario?: 'empty' | 'busy' | 'broken' | 'many';
          /** How many requests the scenario `many` has. */
          requests?: number;
          /** A recording (NDJSON) to play back instead of a scenario. */
          recording?: string;
          /** How much faster than in life Kratix acts. Default: 1. */
          speed?: number;
          /** Port on the loopback. Default: any that is free. */
          port?: number;
        };
      };
    };
  };
}
