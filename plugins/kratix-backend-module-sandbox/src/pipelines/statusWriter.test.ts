import type { WorkflowStatus } from '../simulator/kratixObjects';
import { statusWritten, type PipelineResult } from './statusWriter';

const before: WorkflowStatus = {
  message: 'Pending',
  kratix: {
    status: 'Available',
    workflows: {
      suspendedGeneration: 1,
      pipelines: [
        { name: 'render', phase: 'Running', attempts: 1 },
        { name: 'register', phase: 'Pending' },
      ],
    },
  },
};

const write = (result: Partial<PipelineResult>) =>
  statusWritten(
    before,
    {
      pipeline: 'render',
      isLast: false,
      type: 'resource',
      status: {},
      generation: 3,
      ...result,
    },
    { now: 'now', at: ms => `in ${ms}` },
  );

describe('what a pipeline writes to the status', () => {
  it('merges its fields at the top and leaves the rest', () => {
    const written = write({ status: { message: 'here', url: 'https://x' } });
    expect(written).toMatchObject({
      message: 'here',
      url: 'https://x',
      kratix: { status: 'Available' },
    });
    expect(written.conditions).toBeUndefined();
  });

  it('refuses the key kratix', () => {
    expect(
      write({ status: { kratix: { status: 'mine' } } }).kratix?.status,
    ).toBe('Available');
  });

  it('merges conditions by type', () => {
    const conditions = [{ type: 'DNSReady', status: 'True', reason: 'Made' }];
    expect(write({ status: { conditions } }).conditions).toEqual([
      {
        type: 'DNSReady',
        status: 'True',
        reason: 'Made',
        message: '',
        lastTransitionTime: 'now',
      },
    ]);
  });

  it.each([
    ['resource' as const, 'Resource requested'],
    ['promise' as const, 'Promise configured'],
  ])(
    'ends a %s workflow that said nothing with its own words',
    (type, message) => {
      const written = write({ type, isLast: true });
      expect(written.message).toBe(message);
      expect(written.conditions?.[0]).toMatchObject({
        type: 'ConfigureWorkflowCompleted',
        status: 'True',
      });
      expect(written.kratix?.workflows?.suspendedGeneration).toBeUndefined();
    },
  );

  it('holds the workflow when a container asks for it', () => {
    const written = write({
      isLast: true,
      control: { suspend: true, message: 'May I?' },
    });
    expect(written.kratix?.workflows).toMatchObject({
      suspendedGeneration: 3,
      pipelines: [
        { name: 'render', phase: 'Suspended', message: 'May I?' },
        { name: 'register', phase: 'Pending' },
      ],
    });
    expect(written.conditions).toBeUndefined();
  });

  it('counts attempts and says when the next one is', () => {
    const written = write({ control: { retryAfter: '1m30s' } });
    expect(written.kratix?.workflows?.pipelines?.[0]).toMatchObject({
      phase: 'Suspended',
      attempts: 2,
      nextRetryAt: 'in 90000',
    });
  });
});
