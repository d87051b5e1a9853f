import { aPromise } from '@kratix-portal/backstage-plugin-kratix-common/testUtils';
import { fakePlatforms } from '@kratix-portal/backstage-plugin-kratix-node/testUtils';
import { startPortal } from '../__testUtils__/portal';

/** The test's user is a member of payments. */
async function notesFor(owners: { promise?: string; platform?: string }) {
  const promise = aPromise({
    annotations: {
      'kratix-portal.io/form': '[no map]',
      ...(owners.promise && { 'kratix-portal.io/owner': owners.promise }),
    },
  });
  const platforms = fakePlatforms({
    platforms: [{ objects: [promise], owner: owners.platform }],
  });
  const portal = await startPortal({ platforms });
  const { body } = await portal.call('get', '/promises/eu/redis');
  expect(body.name).toBe('redis');
  return body.notes;
}

const notes = [
  {
    level: 'author-mistake',
    pointer: '',
    text: expect.stringContaining('kratix-portal.io/form'),
  },
];

it.each([
  ['members of the Promise’s owner', { promise: 'payments' }],
  [
    'members of the platform’s owner',
    { promise: 'web', platform: 'group:default/payments' },
  ],
])('notes about the form are for %s', async (_who, owners) => {
  expect(await notesFor(owners)).toEqual(notes);
});

it.each([
  ['another team', { promise: 'web', platform: 'group:default/web' }],
  ['nobody', {}],
])(
  'notes are kept from who asks where all belongs to %s',
  async (_who, owners) => {
    expect(await notesFor(owners)).toBeUndefined();
  },
);
