import { kratixPermissions } from '@kratix-portal/backstage-plugin-kratix-common';
import { act, screen, waitFor } from '@testing-library/react';
import { useEffect } from 'react';
import { useNavigate } from 'react-router-dom';
import { aDenyingKratix, withheld } from '../__testUtils__/deniedWorld';
import { wrongWith } from '../__testUtils__/honesty';
import { shownPages, writingPages } from '../__testUtils__/pages';
import { renderKratix } from '../__testUtils__/renderKratix';
import { KratixPage } from './KratixPage';

// Backstage remembers decisions by permission for as long as a page lives.
const mockDenied = new Set<string>();
jest.mock('@backstage/plugin-permission-react', () => ({
  ...jest.requireActual('@backstage/plugin-permission-react'),
  usePermission: ({ permission }: { permission: { name: string } }) => ({
    loading: false,
    allowed: !mockDenied.has(permission.name),
  }),
}));

const names = kratixPermissions.map(({ name }) => name);
const toRead = names.filter(name => name.endsWith('.read'));
const everyPage = [...shownPages, ...writingPages].map(
  ([page, address]) => [page, address] as const,
);
type Page = (typeof everyPage)[number][0];

const ofRequests: Page[] = [
  'Requests',
  'a request',
  'steps of a request',
  'placement of a request',
  'relatives of a request',
  'the manifest of a request',
  'the requests of a Promise',
  'an edit of a request',
  'a copy of a request',
];
const ofPromises: Page[] = [
  'Promises',
  'Promises as a table',
  'a Promise',
  'the API of a Promise',
  'the requests of a Promise',
  'a new request',
  'an edit of a request',
  'a copy of a request',
];
const ofListings: Page[] = [
  'the marketplace',
  'the marketplace as a table',
  'a listing',
  'the API of a listing',
  'what a listing installs',
  'the manifest of a listing',
  'an install',
];
const ofPlatforms: Page[] = ['Platforms', 'a platform'];
const ofDestinations: Page[] = ['Destinations', 'a Destination'];

const offering: Page[] = [
  'Home',
  'Requests',
  'a request',
  'Promises',
  'a Promise',
  'the marketplace',
  'a listing',
  ...writingPages.map(([page]) => page),
];

/** The pages on which something is not there for want of the permission. */
const saysSo: Record<string, Page[]> = {
  'kratix.platform.read': [...ofPlatforms, 'a listing', 'an install'],
  'kratix.promise.read': [...ofPromises, 'a listing', 'an install'],
  'kratix.destination.read': ofDestinations,
  'kratix.request.read': ofRequests,
  'kratix.marketplace.read': ofListings,
  'kratix.request.create': ['a new request', 'a copy of a request'],
  'kratix.request.update': ['an edit of a request'],
  'kratix.request.delete': [],
  // Whoever may upgrade is not turned away from the page that does both.
  'kratix.promise.install': [],
  'kratix.promise.upgrade': [],
  'kratix.promise.uninstall': [],
};

let goTo: ((address: string) => void) | undefined;

/** Takes the person from page to page, as a link would. */
function Walker() {
  const navigate = useNavigate();
  useEffect(() => {
    goTo = address => navigate(address);
  }, [navigate]);
  return null;
}

/** One visit to the portal, and what stands on each page once all has come. */
function visit(denied: readonly string[]) {
  mockDenied.clear();
  for (const name of denied) mockDenied.add(name);
  goTo = undefined;
  const { container } = renderKratix(
    <>
      <Walker />
      <KratixPage />
    </>,
    aDenyingKratix(denied),
    { at: '/kratix/nowhere', mountPath: '/kratix' },
  );
  // Finding by role would cost more than all else, on hundreds of pages.
  const headings = () => container.querySelectorAll('h1').length;
  return async (address: string) => {
    await waitFor(() => expect(goTo).toBeDefined());
    act(() => goTo?.(address));
    // One part that came may ask for another.
    for (let turn = 0; turn < 2; turn += 1) {
      await waitFor(() => {
        expect(headings()).toBeGreaterThan(0);
        expect(screen.queryByTestId('loading')).toBeNull();
      });
      await act(() => new Promise(resolve => setTimeout(resolve, 0)));
    }
    expect(headings()).toBe(1);
    return container.querySelector('article')?.textContent ?? '';
  };
}

it('knows of every permission', () => {
  expect(Object.keys(withheld).sort()).toEqual([...names].sort());
  expect(Object.keys(saysSo).sort()).toEqual([...names].sort());
});

// Pages that only show something have nothing to say about a right to change.
const pagesFor = (name: string) =>
  everyPage.filter(
    ([page]) => toRead.includes(name) || offering.includes(page),
  );

it.each(names)('every page is true without %s', async name => {
  const show = visit([name]);
  const wrong: string[] = [];
  const said: Page[] = [];
  for (const [page, address] of pagesFor(name)) {
    const text = await show(address);
    wrong.push(...wrongWith(text).map(words => `${page}: ${words}`));
    if (text.includes(`Needs permission ${name}.`)) said.push(page);
  }
  expect(wrong).toEqual([]);
  expect(said.sort()).toEqual([...saysSo[name]].sort());
});

it('every page is true without any permission', async () => {
  const show = visit(names);
  const wrong: string[] = [];
  const silent: Page[] = [];
  for (const [page, address] of everyPage) {
    const text = await show(address);
    wrong.push(...wrongWith(text).map(words => `${page}: ${words}`));
    if (!/You can’t see/.test(text)) silent.push(page);
  }
  expect(wrong).toEqual([]);
  expect(silent).toEqual(['an unknown address']);
  expect(
    screen.getByRole('navigation', { name: 'Sections' }),
  ).toHaveTextContent(/^HomeRequests$/);
});

it('offers no section that is plainly denied, requests as well', async () => {
  await visit(['kratix.request.read', 'kratix.destination.read'])('/kratix');
  expect(
    screen.getByRole('navigation', { name: 'Sections' }),
  ).toHaveTextContent(/^HomePromisesOperate$/);
  expect(screen.getByRole('link', { name: 'Operate' })).toHaveAttribute(
    'href',
    '/kratix/operate/platforms',
  );
});

it('goes on from Operate to what one may see', async () => {
  const text = await visit(['kratix.destination.read'])('/kratix/operate');
  expect(text).toContain('EU development');
});

describe('Home', () => {
  it('has no block that one may not see, and no way there', async () => {
    const text = await visit(['kratix.request.read'])('/kratix');
    expect(text).not.toMatch(/My requests|Needs my attention/);
    expect(text).toContain('Promises for you');
  });

  it('does not lead to Promises that one may not see', async () => {
    const text = await visit(['kratix.promise.read'])('/kratix');
    expect(text).toContain('My requests');
    expect(text).not.toMatch(/Browse all Promises|Promises for you/);
  });
});
