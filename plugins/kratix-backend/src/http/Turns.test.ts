import { Turns } from './Turns';

it('are due after a while of work, and not again before another', async () => {
  const now = jest.spyOn(performance, 'now').mockReturnValue(1000);
  const turns = new Turns();
  now.mockReturnValue(1009);
  expect(turns.due).toBe(false);
  now.mockReturnValue(1011);
  expect(turns.due).toBe(true);
  let isServed = false;
  setImmediate(() => {
    isServed = true;
  });
  await turns.give();
  expect(isServed).toBe(true);
  expect(turns.due).toBe(false);
  now.mockRestore();
});
