import { act, renderHook } from '@testing-library/react';
import { useSettledChange } from './useSettledChange';

const large = 'key: value of some length\n'.repeat(45_000);

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

function setup(value = '') {
  const onChange = jest.fn();
  const hook = renderHook(
    (props: { value: string }) => useSettledChange(props.value, onChange),
    { initialProps: { value } },
  );
  return { ...hook, onChange };
}

it('a text is told as it is typed', () => {
  const { result, onChange } = setup();
  act(() => result.current.typed('a: 1'));
  expect(onChange.mock.calls).toEqual([['a: 1']]);
});

it('a large one once typing rests', () => {
  const { result, onChange } = setup(large);
  act(() => result.current.typed(`${large}a`));
  act(() => result.current.typed(`${large}ab`));
  expect(onChange).not.toHaveBeenCalled();
  act(() => jest.runAllTimers());
  expect(onChange.mock.calls).toEqual([[`${large}ab`]]);
});

it('or when it is asked for, or the editor goes away', () => {
  const { result, onChange, unmount } = setup(large);
  act(() => result.current.typed(`${large}a`));
  act(() => result.current.settle());
  expect(onChange).toHaveBeenLastCalledWith(`${large}a`);
  act(() => result.current.typed(`${large}b`));
  unmount();
  expect(onChange).toHaveBeenLastCalledWith(`${large}b`);
  act(() => jest.runAllTimers());
  expect(onChange).toHaveBeenCalledTimes(2);
});

it('what came from elsewhere meanwhile is not undone', () => {
  const { result, onChange, rerender } = setup(large);
  act(() => result.current.typed(`${large}a`));
  rerender({ value: 'b: 2' });
  act(() => jest.runAllTimers());
  expect(onChange).not.toHaveBeenCalled();
});
