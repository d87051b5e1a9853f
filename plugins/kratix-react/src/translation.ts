import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { sharedMessages } from './components/messages';
import { formatMessages } from './formats/messages';
import { formMessages } from './forms/formMessages';
import { formPageMessages } from './forms/formPageMessages';
import { yamlMessages } from './forms/yamlMessages';
import { healthMessages } from './health/messages';
import { homeMessages } from './home/messages';
import { pipelineStateMessages } from './pipelines/messages';
import { placementStateMessages } from './placements/messages';
import { destinationMessages } from './placements/pageMessages';
import { platformStateMessages } from './platforms/messages';
import { platformPageMessages } from './platforms/pageMessages';
import { promiseStateMessages } from './promises/messages';
import {
  promisePageMessages,
  promisesPageMessages,
} from './promises/pageMessages';
import { infrastructureMessages, teamMessages } from './requests/cardMessages';
import { causeMessages } from './requests/causeMessages';
import { chooserMessages } from './requests/chooserMessages';
import { requestListMessages } from './requests/listMessages';
import { requestStateMessages } from './requests/messages';
import { requestPageMessages } from './requests/pageMessages';
import { shellMessages } from './shell/messages';
import { tableMessages } from './tables/messages';
import { useTextsOf, type TextFunction } from './textFunction';
import { versionMessages } from './versions/messages';

/** Which texts there are, by screen. @internal */
export const kratixMessages = {
  cause: causeMessages,
  chooser: chooserMessages,
  destinations: destinationMessages,
  format: formatMessages,
  form: formMessages,
  formPage: formPageMessages,
  health: healthMessages,
  home: homeMessages,
  infrastructure: infrastructureMessages,
  pipeline: pipelineStateMessages,
  placement: placementStateMessages,
  platform: platformStateMessages,
  platforms: platformPageMessages,
  promise: promiseStateMessages,
  promisePage: promisePageMessages,
  promisesPage: promisesPageMessages,
  request: requestStateMessages,
  requestPage: requestPageMessages,
  requestsPage: requestListMessages,
  shared: sharedMessages,
  shell: shellMessages,
  tables: tableMessages,
  team: teamMessages,
  version: versionMessages,
  yaml: yamlMessages,
};

/**
 * Every text of the Kratix plugins but the marketplace's, by screen.
 *
 * @public
 */
export const kratixTranslationRef = createTranslationRef({
  id: 'plugin.kratix',
  messages: kratixMessages,
});

/** Puts texts of the Kratix plugins into the reader's language. @public */
export type KratixT = TextFunction<
  typeof kratixTranslationRef.T,
  'plugin.kratix'
>;

/** `t` for every text but the marketplace's, to be handed on. @public */
export function useKratixTranslation(): { t: KratixT } {
  return useTextsOf(kratixTranslationRef);
}
