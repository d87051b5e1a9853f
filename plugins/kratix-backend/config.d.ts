export interface Config {
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
