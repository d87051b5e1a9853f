import { EntityProvider } from '@backstage/plugin-catalog-react';
import { Panel } from '@kratix-portal/backstage-plugin-kratix-react';
import Radio from '@material-ui/core/Radio';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { entities } from '../__testUtils__/entities';
import { renderKratix, renderPage } from '../__testUtils__/renderKratix';
import { aFakeKratix } from '../__testUtils__/world';
import { InfrastructureCard } from '../entities/cards';

/** Whether what the keyboard is on has an outline, or the box drawn for it. */
function isRinged(): boolean {
  const focused = document.activeElement;
  const drawn = focused?.closest('span.Mui-focusVisible') ?? focused;
  // Of several rules the test environment takes the last, not the closest.
  return [...document.styleSheets]
    .flatMap(({ cssRules }) => [...cssRules])
    .filter(isStyleRule)
    .some(
      ({ selectorText, style }) =>
        style.outline.startsWith('2px solid') && drawn?.matches(selectorText),
    );
}

function isStyleRule(rule: CSSRule): rule is CSSStyleRule {
  return 'selectorText' in rule;
}

describe('where the keyboard is can be seen', () => {
  it('on a button of a card on a page of the catalog', async () => {
    renderKratix(
      <EntityProvider entity={entities.service}>
        <InfrastructureCard />
      </EntityProvider>,
      aFakeKratix(),
    );
    await screen.findByRole('button', { name: 'Add' });
    await userEvent.tab();
    expect(document.activeElement).toHaveAccessibleName(
      'Link an existing request',
    );
    expect(isRinged()).toBe(true);
  });

  it('in a dialog', async () => {
    renderPage('/kratix', aFakeKratix());
    const button = await screen.findByRole('button', { name: 'New request' });
    await userEvent.click(button);
    const close = await screen.findByRole('button', { name: 'Close' });
    screen.getByRole('textbox').focus();
    await userEvent.tab({ shift: true });
    expect(close).toHaveFocus();
    expect(isRinged()).toBe(true);
  });

  it('in a menu to tick and in a menu of actions', async () => {
    renderPage('/kratix/requests?chip=all', aFakeKratix());
    const [actions] = await screen.findAllByRole('button', {
      name: /^Actions for/,
    });
    screen.getByRole('button', { name: 'Columns' }).focus();
    await userEvent.keyboard('{Enter}');
    expect(document.activeElement).toHaveAttribute('role', 'menuitemcheckbox');
    expect(isRinged()).toBe(true);
    await userEvent.keyboard('{Escape}');
    actions.focus();
    await userEvent.keyboard('{Enter}');
    expect(document.activeElement).toHaveAttribute('role', 'menuitem');
    expect(isRinged()).toBe(true);
  });

  it('on a choice of the form, whose input nobody sees', async () => {
    renderKratix(
      <Panel title="Size">
        <Radio />
      </Panel>,
      aFakeKratix(),
    );
    const choice = await screen.findByRole('radio');
    await userEvent.tab();
    expect(choice.closest('span.Mui-focusVisible')).not.toBeNull();
    expect(isRinged()).toBe(true);
  });
});
