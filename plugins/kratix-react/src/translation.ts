import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { sharedMessages } from './components/messages';
import { formatMessages } from './formats/messages';
import { healthMessages } from './health/messages';
import { pipelineStateMessages } from './pipelines/messages';
import { placementStateMessages } from './placements/messages';
import { platformStateMessages } from './platforms/messages';
import { promiseStateMessages } from './promises/messages';
import { causeMessages } from './requests/causeMessages';
import { requestStateMessages } from './requests/messages';
import { versionMessages } from './versions/messages';

/** Every text of the Kratix plugins, by screen. @public */
export const kratixTranslationRef = createTranslationRef({
  id: 'plugin.kratix',
  messages: {
    shared: sharedMessages,
    format: formatMessages,
    cause: causeMessages,
    health: healthMessages,
    pipeline: pipelineStateMessages,
    placement: placementStateMessages,
    platform: platformStateMessages,
    promise: promiseStateMessages,
    request: requestStateMessages,
    version: versionMessages,
  },
});
