/**
 * Kratix in Backstage frontends: pages, entity cards and tabs. This entry is
 * for the legacy frontend system; the new one loads `./alpha`.
 *
 * @packageDocumentation
 */
export * from './entities/entityKinds';
export * from './plugin';
export * from './routes';
export {
  kratixApiRef,
  kratixTranslationRef,
} from '@kratix-portal/backstage-plugin-kratix-react';
