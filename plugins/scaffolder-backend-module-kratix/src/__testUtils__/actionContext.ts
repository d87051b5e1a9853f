import { mockServices } from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';

interface Handled {
  handler(context: never): Promise<void>;
}

type ContextOf<A extends Handled> = Parameters<A['handler']>[0];

/**
 * A context with everything that the action may look at; the mock of Backstage
 * drops half of its options.
 *
 * @internal
 */
export function anActionContext<A extends Handled>(
  input: ContextOf<A>['input'],
  more: Partial<ContextOf<A>> = {},
) {
  const outputs: Record<string, unknown> = {};
  const log: string[] = [];
  const logger = mockServices.logger.mock();
  logger.info.mockImplementation(text => {
    log.push(text);
  });
  const context = {
    ...createMockActionContext(),
    input,
    logger,
    output: (name: string, value: unknown) => {
      outputs[name] = value;
    },
    ...more,
  } as ContextOf<A>;
  return { context, outputs, log };
}
