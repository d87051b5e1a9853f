export interface Config {
  kratix?: {
    /**
     * Whom to ask; shown where something is refused or not there. The same
     * value as the backend has. Like all that browsers are given, it can be
     * read by whoever can open the portal, signed in or not.
     * @visibility frontend
     */
    contact?: string;
  };
}
