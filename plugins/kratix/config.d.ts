export interface Config {
  kratix?: {
    /**
     * Name of the plugin in its pages and in the title of the window.
     * Default: Kratix.
     * @visibility frontend
     */
    title?: string;

    /**
     * Prefix of the annotations that the catalog module writes. The same value
     * as the backend has. Default: kratix-portal.io/
     * @visibility frontend
     */
    annotationPrefix?: string;
  };
}
