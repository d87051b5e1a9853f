import {
  aFreshness,
  aPlatformDescription,
  aPlatformView,
} from '@kratix-portal/backstage-plugin-kratix-react/testUtils';
import { diagnosticsOf } from './diagnostics';

it('says how a platform is, to whoever was sent it', () => {
  const text = diagnosticsOf(
    aPlatformView({
      sandbox: false,
      identity: 'impersonation',
      description: aPlatformDescription({
        label: 'unreachable',
        reason: 'The connection is refused',
        writable: false,
        lastContact: '2026-03-02T09:00:00Z',
      }),
      freshness: aFreshness({ failingSince: '2026-03-02T09:01:00Z' }),
      rights: {
        askedAt: '2026-03-02T08:00:00Z',
        failed: true,
        impersonation: 'granted',
      },
    }),
  );
  expect(text.split('\n')).toEqual([
    'platform: eu-dev',
    'state: unreachable',
    'reason: The connection is refused',
    'writable: no',
    'last contact: 2026-03-02T09:00:00Z',
    'failing since: 2026-03-02T09:01:00Z',
    'delay: 12 ms',
    'API server: v1.34.1',
    'identity: impersonation',
    'rights asked: 2026-03-02T08:00:00Z, failed',
    'may act as people: granted',
    'features:',
    '  revisions: found',
    '  dry-run: off',
    'kinds:',
    '  promises.platform.kratix.io: watching, 6, list granted, watch granted, get granted, create granted, patch granted, delete granted',
    '  healthrecords.platform.kratix.io: forbidden, 0, list missing, watch missing',
  ]);
});

it('says of what is not known that it is not', () => {
  const text = diagnosticsOf(
    aPlatformView({
      apiServerVersion: undefined,
      delayMs: undefined,
      rights: undefined,
      kinds: [],
    }),
  );
  expect(text).toContain('platform: eu-dev (sandbox)');
  expect(text).toContain('API server: -');
  expect(text).toContain('delay: -');
  expect(text).toContain('rights asked: -');
  expect(text).not.toContain('may act');
});
