import { mockCredentials } from '@backstage/backend-test-utils';
import { ConflictError } from '@backstage/errors';
import {
  PlatformUnavailableError,
  RefusedInputError,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  fakePlatforms,
  type FakePlatform,
} from '@kratix-portal/backstage-plugin-kratix-node/testUtils';
import {
  allow,
  deny,
  denying,
  startPortal,
  type Policy,
} from '../__testUtils__/portal';
import { aWorld, crd, pathOf } from '../__testUtils__/world';

let portal: Awaited<ReturnType<typeof startPortal>>;
let eu: FakePlatform;

beforeEach(async () => {
  const platforms = fakePlatforms({ platforms: [{ objects: aWorld() }] });
  eu = platforms.get('eu');
  portal = await startPortal({ platforms });
});

const collection = `/requests/eu/${crd}`;
const aBody = (parts: object = {}) => ({
  name: 'fresh',
  namespace: 'payments',
  object: { spec: { size: 'large' } },
  ...parts,
});
const aPatch = (...patch: object[]) => ({ generation: 1, patch });
const larger = { op: 'replace', path: '/spec/size', value: 'large' };

describe('the audit', () => {
  it('holds every write with what and where, and nothing of its content', async () => {
    await portal
      .call('post', collection)
      .send(aBody({ object: { spec: { size: 'hush' } } }));
    await portal.call('patch', pathOf('cache')).send(aPatch(larger));
    await portal.call('delete', pathOf('cache'));
    const where = { platform: 'eu', crd, namespace: 'payments' };
    expect(portal.audits).toEqual([
      {
        kind: 'success',
        eventId: 'request-create',
        detail: { ...where, name: 'fresh', dryRun: false },
      },
      {
        kind: 'success',
        eventId: 'request-update',
        detail: {
          ...where,
          name: 'cache',
          dryRun: false,
          fields: ['/spec/size'],
        },
      },
      {
        kind: 'success',
        eventId: 'request-delete',
        detail: { ...where, name: 'cache', dryRun: false },
      },
    ]);
  });

  it.each<[string, Policy, Error | undefined]>([
    ['NotAllowedError', denying('kratix.request.delete'), undefined],
    ['ConflictError', allow, new ConflictError('secret words')],
    ['PlatformUnavailableError', allow, new PlatformUnavailableError('eu')],
  ])('holds a refusal with %s', async (name, policy, refusal) => {
    portal.setPolicy(policy);
    eu.refuseWrites(refusal);
    await portal.call('delete', pathOf('cache'));
    expect(portal.audits).toMatchObject([
      {
        kind: 'fail',
        eventId: 'request-delete',
        detail: { name: 'cache', result: name, error: `Refused with ${name}` },
      },
    ]);
  });

  it.each<[string, Policy]>([
    ['made', allow],
    ['refused', deny],
  ])('says of a dry run that is %s that it is one', async (_end, policy) => {
    portal.setPolicy(policy);
    const dry = '?dryRun=true';
    await portal.call('post', collection + dry).send(aBody());
    await portal.call('patch', pathOf('cache') + dry).send(aPatch(larger));
    await portal.call('delete', pathOf('cache') + dry);
    expect(portal.audits).toHaveLength(3);
    for (const { detail } of portal.audits) {
      expect(detail).toMatchObject({ platform: 'eu', crd, dryRun: true });
    }
  });

  it.each<[string, string, string, number, string]>([
    ['is no JSON', '{"secret', 'application/json', 400, 'InputError'],
    [
      'is larger than is read',
      JSON.stringify({ secret: 'x'.repeat(1_100_000) }),
      'application/json',
      413,
      'PayloadTooLargeError',
    ],
    [
      'is of another type',
      'secret: yes',
      'application/yaml',
      415,
      'UnsupportedMediaTypeError',
    ],
  ])(
    'holds a refusal of a body that %s',
    async (_what, body, type, status, name) => {
      const send = (method: 'post' | 'patch' | 'delete', path: string) =>
        portal.call(method, path).set('content-type', type).send(body);
      const answers = [
        await send('post', collection),
        await send('patch', pathOf('cache')),
        await send('delete', pathOf('cache')),
        await send('post', '/promises/eu'),
      ];
      for (const answer of answers) {
        expect(answer.status).toBe(status);
        expect(answer.body.error).toMatchObject({
          name,
          message: expect.stringMatching(/^The body .{10,}/),
        });
      }
      const detail = { platform: 'eu', error: `Refused with ${name}` };
      expect(portal.audits).toMatchObject([
        { kind: 'fail', eventId: 'request-create', detail },
        { kind: 'fail', eventId: 'request-update', detail },
        { kind: 'fail', eventId: 'request-delete', detail },
        { kind: 'fail', eventId: 'promise-install', detail },
      ]);
      expect(JSON.stringify(portal.audits)).not.toContain('secret');
      expect(eu.recordedWrites).toEqual([]);
    },
  );

  it('tells who may not write that alone, whatever was sent', async () => {
    portal.setPolicy(denying('kratix.request.create'));
    const answer = await portal
      .call('post', collection)
      .set('content-type', 'application/json')
      .send('{"broken');
    expect(answer.status).toBe(403);
    expect(portal.audits).toMatchObject([
      { kind: 'fail', detail: { result: 'NotAllowedError' } },
    ]);
  });

  it('has nothing of who is not signed in', async () => {
    const answer = await portal
      .call('post', collection, mockCredentials.none.header())
      .set('content-type', 'application/json')
      .send('{"broken');
    expect(answer.status).toBe(401);
    expect(portal.audits).toEqual([]);
  });

  it('holds a write that was made as made, though the answer failed', async () => {
    portal.setPolicy(permission => {
      // What the answer says of the rights is asked after the write.
      if (permission === 'kratix.request.delete') throw new Error('no answer');
      return allow(permission);
    });
    const answer = await portal.call('post', collection).send(aBody());
    expect(answer.status).toBe(500);
    expect(eu.recordedWrites).toHaveLength(1);
    expect(portal.audits).toMatchObject([
      { kind: 'success', eventId: 'request-create', detail: { name: 'fresh' } },
    ]);
  });

  it('names the fields that the platform refused, not their values', async () => {
    const causes = [{ field: 'spec.password', message: "'hush' is too short" }];
    eu.refuseWrites(new RefusedInputError("'hush' is too short", causes));
    await portal.call('post', collection).send(aBody());
    expect(portal.audits).toMatchObject([
      { kind: 'fail', detail: { fields: ['spec.password'] } },
    ]);
    expect(JSON.stringify(portal.audits)).not.toContain('hush');
  });
});
