import { mockBreakpoint } from '@backstage/core-components/testUtils';

/** The tests of this block run in a window as narrow as a telephone. */
export function onATelephone(): void {
  let window: { remove(): void };
  beforeEach(() => {
    window = mockBreakpoint({
      initialBreakpoint: 'xs',
      queryBreakpointMap: { '(max-width:599.95px)': 'xs' },
    });
  });
  afterEach(() => window.remove());
}
