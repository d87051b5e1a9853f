import { createSandbox } from '@kratix-portal/backstage-plugin-kratix-backend-module-sandbox';
import type { KubeObject } from '@kratix-portal/backstage-plugin-kratix-common';
import type {
  SandboxAnswer,
  SandboxQuestion,
  SandboxReady,
  SandboxRequest,
} from './messages';

async function main(requests: number) {
  const sandbox = await createSandbox({ scenario: 'many', requests });
  const { store, faults } = sandbox;
  const kinds = store
    .kinds()
    .filter(kind => !kind.builtIn && kind.group !== 'platform.kratix.io');
  const all = kinds.flatMap(kind =>
    store.list(kind.group, kind.plural).map(object => ({ kind, object })),
  );

  const answers: {
    [T in SandboxQuestion['type']]: (
      question: Extract<SandboxQuestion, { type: T }>,
    ) => Omit<SandboxAnswer, 'type'>;
  } = {
    calls: () => ({
      calls: Object.values(faults.counts()).reduce((sum, n) => sum + n, 0),
    }),
    requests: () => ({ requests: all.map(({ object }) => identity(object)) }),
    touch: ({ index }) => {
      const { kind, object } = all[(index * 7919) % all.length];
      const { name, namespace } = object.metadata;
      const at = Date.now();
      // A spec edit is a change of meaning: the generation is not observed yet.
      store.patch({
        group: kind.group,
        plural: kind.plural,
        name,
        namespace,
        type: 'merge',
        body: { spec: { size: 'large' } },
      });
      return { at, name, namespace };
    },
    create: ({ name }) => {
      const { object } = all[0];
      const copy: KubeObject = {
        apiVersion: object.apiVersion,
        kind: object.kind,
        metadata: { name, namespace: object.metadata.namespace },
        spec: object.spec,
      };
      const at = Date.now();
      store.create(copy);
      return { at, ...identity(object), name };
    },
    delete: ({ name }) => {
      const { kind, object } = all[0];
      const { namespace } = object.metadata;
      // At once: Kratix' own clean-up is not what is measured.
      store.drop({ group: kind.group, plural: kind.plural, name, namespace });
      return { at: Date.now(), name, namespace };
    },
  };

  process.on('message', (question: SandboxQuestion) => {
    const answer = answers[question.type] as (
      q: SandboxQuestion,
    ) => Omit<SandboxAnswer, 'type'>;
    process.send?.({ type: 'answer', ...answer(question) });
  });
  process.on('SIGTERM', () => process.exit(0));
  // Whoever asked is gone.
  process.on('disconnect', () => process.exit(0));
  const ready: SandboxReady = {
    type: 'ready',
    url: sandbox.url,
    ca: sandbox.ca,
    token: sandbox.portalToken,
    requests: all.length,
  };
  process.send?.(ready);
}

function identity({ metadata }: KubeObject): SandboxRequest {
  const { name, namespace, labels } = metadata;
  return { name, namespace, promise: labels?.['kratix.io/promise-name'] };
}

main(Number(process.argv[2])).catch(error => {
  process.stderr.write(`The sandbox failed: ${error.stack}\n`);
  process.exit(1);
});
