export interface Config {
  portal?: {
    /**
     * Entity refs of the people and teams who may install, upgrade and uninstall
     * Promises, which is the power of a cluster's administrator. Default: nobody.
     */
    installers?: string[];
  };
}
