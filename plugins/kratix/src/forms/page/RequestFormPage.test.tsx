import type { FakeKratix } from '@kratix-portal/backstage-plugin-kratix-react/testUtils';
import {
  aFreshness,
  aRefusal,
  aRequestDetail,
} from '@kratix-portal/backstage-plugin-kratix-react/testUtils';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axeFindings } from '../../__testUtils__/axe';
import { aFormWorld, anObject, ordersDb } from '../../__testUtils__/formWorld';
import { renderPage } from '../../__testUtils__/renderKratix';

const newPath = '/kratix/promises/eu-dev/postgresql/new';
const requestPath = `/kratix/requests/${ordersDb}`;

const stored = () => JSON.stringify({ ...window.localStorage });

beforeEach(() => window.localStorage.clear());

const writes = (kratix: FakeKratix, method: string) =>
  kratix.calls
    .filter(call => call.method === method)
    .map(({ argument }) => argument);

const press = async (name: string | RegExp) =>
  userEvent.click(await screen.findByRole('button', { name }));

async function opened(name: RegExp) {
  await screen.findByRole('heading', { level: 1, name });
  return screen.findByRole('radio', { name: 'large' });
}

const review = () => screen.findByRole('heading', { level: 2, name: 'Review' });

async function retype(label: string | RegExp, text: string) {
  const field = await screen.findByRole('textbox', { name: label });
  await userEvent.clear(field);
  await userEvent.type(field, text);
}

describe('a new request', () => {
  it('is filled in, reviewed and made', async () => {
    const kratix = aFormWorld();
    const { container } = renderPage(newPath, kratix);
    await userEvent.click(await opened(/^Request PostgreSQL/));
    await retype(/^Name/, 'ledger');
    expect(await screen.findByText('This name is free.')).toBeVisible();
    expect(
      screen.getByText('Goes to namespace payments on EU development.'),
    ).toBeVisible();
    expect(await axeFindings(container)).toEqual([]);

    await press('Review');
    await waitFor(async () => expect(await review()).toHaveFocus());
    expect(
      await screen.findByText('Valid by the platform’s own rules.'),
    ).toBeVisible();
    expect(
      screen.getByText('Fits 1 Destination today: worker-1.'),
    ).toBeVisible();
    expect(screen.getByRole('row', { name: 'spec.size large' })).toBeVisible();
    expect(await axeFindings(container)).toEqual([]);

    await press('Create now');
    const body = {
      name: 'ledger',
      namespace: 'payments',
      object: { spec: { size: 'large' } },
      owner: 'group:default/payments',
    };
    const at = { platform: 'eu-dev', crd: 'postgresqls.data.example.com' };
    await waitFor(() =>
      expect(writes(kratix, 'createRequest')).toEqual([
        { at, body, dryRun: true },
        { at, body, dryRun: false },
      ]),
    );
  });

  it('is not sent while something is wrong, and says what', async () => {
    const { container } = renderPage(newPath, aFormWorld());
    await opened(/^Request PostgreSQL/);
    await retype(/^Name/, 'My Ledger');
    expect(
      await screen.findByText('Small letters only: my ledger.'),
    ).toBeVisible();
    await press('Review');
    const summary = await screen.findByRole('group', { name: /need a look/ });
    await waitFor(() => expect(summary).toHaveFocus());
    expect(within(summary).getByText(/This is needed/)).toBeVisible();
    expect(await axeFindings(container)).toEqual([]);
    await userEvent.click(
      within(summary).getByRole('button', { name: /Small letters/ }),
    );
    expect(screen.getByRole('textbox', { name: /^Name/ })).toHaveFocus();
  });

  it('proposes a name that is free, and tells a used one', async () => {
    const kratix = aFormWorld({
      requests: [
        aRequestDetail({ name: 'postgresql' }),
        aRequestDetail({ name: 'orders-db' }),
      ],
    });
    renderPage(newPath, kratix);
    await opened(/^Request PostgreSQL/);
    const name = screen.getByRole('textbox', { name: /^Name/ });
    await waitFor(() => expect(name).toHaveValue('postgresql-2'));
    await retype(/^Name/, 'orders-db');
    expect(
      await screen.findByText('Already used here. Try orders-db-2.'),
    ).toBeVisible();
    await press('Use orders-db-2');
    expect(name).toHaveValue('orders-db-2');
  });

  it('starts from an example', async () => {
    renderPage(newPath, aFormWorld());
    await opened(/^Request PostgreSQL/);
    await userEvent.selectOptions(
      screen.getByLabelText('Start from'),
      'Full example',
    );
    expect(await screen.findByDisplayValue('all')).toBeVisible();
    await userEvent.selectOptions(
      screen.getByLabelText('Start from'),
      'Smallest example',
    );
    await press('Use the example');
    await waitFor(() =>
      expect(screen.queryByDisplayValue('all')).not.toBeInTheDocument(),
    );
  });

  it('is prefilled by a link, which may not say everything', async () => {
    const values = encodeURIComponent('{"size":"huge","database":"<b>x</b>"}');
    renderPage(
      `${newPath}?name=shop-db&team=payments&for=shop&values=${values}`,
      aFormWorld(),
    );
    await opened(/^Request PostgreSQL/);
    expect(screen.getByRole('textbox', { name: /^Name/ })).toHaveValue(
      'shop-db',
    );
    expect(screen.getByDisplayValue('<b>x</b>')).toBeVisible();
    expect(screen.getByLabelText('For service')).toHaveValue('shop');
    expect(
      screen.getByText('Parts of the link could not be used: values.size.'),
    ).toBeVisible();
  });

  it('shows the field that the platform refuses', async () => {
    const refusal = aRefusal(422, 'It is invalid');
    Object.assign(Object(refusal).cause, {
      causes: [{ field: 'spec.database', message: 'is reserved' }],
    });
    const kratix = aFormWorld().failing('createRequest', refusal);
    renderPage(newPath, kratix);
    await userEvent.click(await opened(/^Request PostgreSQL/));
    await retype(/^Database/, 'admin');
    await press('Review');
    const checks = screen.getByRole('region', { name: 'Checks' });
    expect(await within(checks).findByText('is reserved')).toBeVisible();
    expect(
      screen.getByRole('button', { name: 'Create now' }),
    ).toHaveAccessibleDescription(/would refuse it/);
    await press('Go to field spec.database');
    const field = screen.getByRole('textbox', { name: /^Database/ });
    await waitFor(() => expect(field).toHaveFocus());
    expect(field).toHaveValue('admin');
    expect(field).toHaveAccessibleDescription(/is reserved/);
  });

  it('may be sent when the check got no answer', async () => {
    const kratix = aFormWorld().failing('createRequest', aRefusal(503, 'Away'));
    renderPage(newPath, kratix);
    await userEvent.click(await opened(/^Request PostgreSQL/));
    await press('Review');
    expect(
      await screen.findByText('Could not check the platform’s own rules.'),
    ).toBeVisible();
    await press('Create now');
    expect(await screen.findByText('It was not sent')).toBeVisible();
    expect(screen.getByText('The portal says: Away')).toBeVisible();
    kratix.heal();
    await press('Create now');
    await waitFor(() =>
      expect(writes(kratix, 'createRequest')).toHaveLength(3),
    );
  });

  it('is one document, as form and as YAML', async () => {
    renderPage(newPath, aFormWorld());
    await userEvent.click(await opened(/^Request PostgreSQL/));
    await press('YAML');
    const editor = await screen.findByRole('textbox', {
      name: 'The request as YAML',
    });
    expect(editor).toHaveTextContent('size: large');
    await userEvent.click(editor);
    await userEvent.keyboard('{Control>}{End}{/Control}  database: mine');
    await press('Form');
    expect(await screen.findByDisplayValue('mine')).toBeVisible();
    await press('YAML');
    await userEvent.click(
      await screen.findByRole('textbox', { name: 'The request as YAML' }),
    );
    await userEvent.keyboard('{Control>}{End}{/Control}{Enter}{{{{');
    await press('Form');
    expect(await screen.findByText(/Mend line \d first/)).toBeVisible();
  });

  it('moves on with Ctrl+Enter', async () => {
    const kratix = aFormWorld();
    renderPage(newPath, kratix);
    await userEvent.click(await opened(/^Request PostgreSQL/));
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await review();
    await screen.findByText('Valid by the platform’s own rules.');
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() =>
      expect(writes(kratix, 'createRequest')).toHaveLength(2),
    );
  });
});

describe('a draft', () => {
  it('is there after a reload, without secrets, until it was sent', async () => {
    const kratix = aFormWorld();
    const first = renderPage(newPath, kratix);
    await userEvent.click(await opened(/^Request PostgreSQL/));
    await retype(/^Database/, 'mine');
    const secret = screen.getByLabelText(/^Admin password/);
    await userEvent.type(secret, 'hush-hush');
    await waitFor(() => expect(stored()).toMatch('mine'), { timeout: 5000 });
    first.unmount();
    expect(stored()).not.toMatch('hush');

    renderPage(newPath, kratix);
    expect(await screen.findByText(/^Draft of .* restored/)).toBeVisible();
    expect(await screen.findByDisplayValue('mine')).toBeVisible();
    await press('Review');
    await press('Create now');
    await waitFor(() => expect(stored()).not.toMatch('mine'));
  });

  it('is given up for an empty form', async () => {
    const kratix = aFormWorld();
    const first = renderPage(newPath, kratix);
    await opened(/^Request PostgreSQL/);
    await retype(/^Database/, 'mine');
    await waitFor(() => expect(stored()).toMatch('mine'), { timeout: 5000 });
    first.unmount();
    renderPage(newPath, kratix);
    await press('Start over');
    await waitFor(() =>
      expect(screen.queryByDisplayValue('mine')).not.toBeInTheDocument(),
    );
  });
});

describe('an edit', () => {
  it('sends what changed, exactly, guarded by generation', async () => {
    const kratix = aFormWorld();
    const { container } = renderPage(`${requestPath}/edit`, kratix);
    await userEvent.click(await opened(/^Edit orders-db/));
    await press('Review');
    expect(
      await screen.findByRole('row', { name: 'spec.size small large' }),
    ).toBeVisible();
    expect(await axeFindings(container)).toEqual([]);
    await press('Save changes');
    const ref = aRequestRef();
    const body = {
      generation: 4,
      patch: [{ op: 'replace', path: '/spec/size', value: 'large' }],
    };
    await waitFor(() =>
      expect(writes(kratix, 'updateRequest')).toEqual([
        { ref, body, dryRun: true },
        { ref, body, dryRun: false },
      ]),
    );
  });

  it('of nothing is not sent', async () => {
    renderPage(`${requestPath}/edit`, aFormWorld());
    await opened(/^Edit orders-db/);
    await press('Review');
    expect(
      (await screen.findAllByText('Nothing is changed.'))[0],
    ).toBeVisible();
    expect(
      screen.getByRole('button', { name: 'Save changes' }),
    ).toHaveAttribute('aria-disabled', 'true');
  });

  it('takes over what others changed elsewhere in it', async () => {
    const kratix = aFormWorld();
    renderPage(`${requestPath}/edit`, kratix);
    await userEvent.click(await opened(/^Edit orders-db/));
    othersWrite(kratix, { size: 'small', database: 'theirs' });
    expect(
      await screen.findByText(/They changed: spec.database and spec.serial/),
    ).toBeVisible();
    await press('Review');
    await press('Save changes');
    await waitFor(() =>
      expect(writes(kratix, 'updateRequest')).toContainEqual(
        expect.objectContaining({
          dryRun: false,
          body: {
            generation: 5,
            patch: [{ op: 'replace', path: '/spec/size', value: 'large' }],
          },
        }),
      ),
    );
  });

  it('asks whose value stays where both changed the same', async () => {
    const kratix = aFormWorld();
    const { container } = renderPage(`${requestPath}/edit`, kratix);
    await opened(/^Edit orders-db/);
    await retype(/^Database/, 'mine');
    othersWrite(kratix, { size: 'small', database: 'theirs' });
    const panel = await screen.findByTestId('conflict');
    expect(await axeFindings(container)).toEqual([]);
    await userEvent.click(
      within(panel).getByRole('button', { name: 'Use these' }),
    );
    expect(
      within(panel).getByText('Choose first whose changes stay.'),
    ).toBeVisible();
    await userEvent.click(
      within(panel).getByRole('radio', { name: 'Theirs: theirs' }),
    );
    await userEvent.click(
      within(panel).getByRole('button', { name: 'Use these' }),
    );
    expect(await screen.findByDisplayValue('theirs')).toBeVisible();
    expect(screen.queryByTestId('conflict')).not.toBeInTheDocument();
  });

  it('learns at the check that it was overtaken', async () => {
    const kratix = aFormWorld();
    renderPage(`${requestPath}/edit`, kratix);
    await opened(/^Edit orders-db/);
    await retype(/^Database/, 'mine');
    kratix.world.objects = {
      [ordersDb]: anObject({ size: 'small', database: 'theirs' }, 5),
    };
    kratix.failing('updateRequest', aRefusal(409, 'Changed meanwhile'));
    await press('Review');
    expect(await screen.findByTestId('conflict')).toBeVisible();
  });
});

function aRequestRef() {
  const [platform, crd, namespace, name] = ordersDb.split('/');
  return { platform, crd, namespace, name };
}

function othersWrite(kratix: FakeKratix, spec: object) {
  kratix.world.objects = { [ordersDb]: anObject(spec, 5) };
  const view = aRequestDetail({ generation: 5, freshness: aFreshness() });
  kratix.world.requests = [view];
  act(() =>
    kratix.live.emit({
      type: 'request',
      change: 'updated',
      ref: aRequestRef(),
      view,
    }),
  );
}

it('a clone begins with the same settings and another name', async () => {
  const kratix = aFormWorld();
  const { container } = renderPage(`${requestPath}/clone`, kratix);
  await opened(/^Clone orders-db/);
  expect(screen.getByRole('textbox', { name: /^Name/ })).toHaveValue(
    'orders-db-copy',
  );
  await retype(/^Database/, 'other');
  await press('Review');
  expect(
    await screen.findByRole('row', { name: 'spec.database orders other' }),
  ).toBeVisible();
  expect(await axeFindings(container)).toEqual([]);
  await press('Create now');
  await waitFor(() =>
    expect(writes(kratix, 'createRequest')).toContainEqual(
      expect.objectContaining({
        dryRun: false,
        body: {
          name: 'orders-db-copy',
          namespace: 'payments',
          owner: 'group:default/payments',
          object: {
            spec: {
              size: 'small',
              database: 'other',
              serial: 9007199254740993n,
            },
          },
        },
      }),
    ),
  );
});

describe('who can’t get any further is told why', () => {
  it('somebody without a team, for whom no name is asked about', async () => {
    const kratix = aFormWorld({ places: [] });
    renderPage(newPath, kratix);
    expect(await screen.findByText('You are in no team')).toBeVisible();
    // Longer than a name that is typed has to rest.
    await new Promise(resolve => setTimeout(resolve, 500));
    expect(kratix.calls.map(({ method }) => method)).not.toContain(
      'checkRequestName',
    );
  });

  it('somebody whose teams have no namespace here', async () => {
    const places = [
      {
        owner: 'group:default/payments',
        namespaces: [
          { name: 'payments', allowed: false, reason: 'missing' as const },
        ],
      },
    ];
    renderPage(newPath, aFormWorld({ places }));
    expect(
      await screen.findByText('None of your teams may request here'),
    ).toBeVisible();
  });

  it('the Promise does not exist', async () => {
    renderPage('/kratix/promises/eu-dev/nothing/new', aFormWorld());
    expect(await screen.findByText('This was not found')).toBeVisible();
  });

  it('the request may not be changed', async () => {
    const requests = [
      aRequestDetail({ allowed: { update: false, delete: false } }),
    ];
    renderPage(`${requestPath}/edit`, aFormWorld({ requests }));
    expect(
      await screen.findByText('Needs permission kratix.request.update.'),
    ).toBeVisible();
  });
});
