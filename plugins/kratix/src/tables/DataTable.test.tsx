import { FakeKratix } from '@kratix-portal/backstage-plugin-kratix-react/testUtils';
import { screen } from '@testing-library/react';
import { renderKratix } from '../__testUtils__/renderKratix';
import type { Column } from './Column';
import { DataTable } from './DataTable';

const columns: Column<string>[] = [
  { id: 'name', title: 'Name', header: true, cell: row => row },
  { id: 'menu', title: 'Actions', titleHidden: true, cell: () => '' },
];

const show = () =>
  renderKratix(
    <DataTable
      caption="Things"
      columns={columns}
      rows={['one', 'two']}
      keyOf={row => row}
    />,
    new FakeKratix({}),
  );

/** jsdom lays nothing out: every element is as wide as is said here. */
function widthOfElements(width: number) {
  jest
    .spyOn(HTMLElement.prototype, 'clientWidth', 'get')
    .mockReturnValue(width);
}

describe('a list', () => {
  afterEach(() => jest.restoreAllMocks());

  it('is a table where there is room for one', () => {
    widthOfElements(900);
    show();
    expect(screen.getByRole('table')).toBeInTheDocument();
  });

  it('is cards beside a navigation that leaves no room, however wide the window', () => {
    widthOfElements(495);
    show();
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
    expect(screen.getByRole('list', { name: 'Things' })).toBeInTheDocument();
    expect(screen.getAllByRole('listitem')).toHaveLength(2);
  });

  it('is a table until it is measured', () => {
    show();
    expect(screen.getByRole('table')).toBeInTheDocument();
  });

  it('keeps what is for screen readers alone inside of what scrolls', () => {
    show();
    const frame = screen.getByRole('group', { name: 'Things' });
    expect(getComputedStyle(frame).position).toBe('relative');
  });
});
