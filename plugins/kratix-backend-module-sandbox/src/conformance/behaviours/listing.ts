import assert from 'node:assert/strict';
import type { KubeObject } from '@kratix-portal/backstage-plugin-kratix-common';
import type { KubeAnswer } from '../../testing';
import type { Behaviour, ConformanceWorld } from '../types';
import { widgetGroup } from '../widgetDefinition';

const itemsOf = ({ body }: KubeAnswer) => body.items as KubeObject[];
const namesOf = (answer: KubeAnswer) =>
  itemsOf(answer).map(({ metadata }) => metadata.name);

/** Four Widgets of a group of their own, by label. */
async function fourWidgets({ createWidget, name }: ConformanceWorld) {
  const set = name();
  for (const [tier, size] of [
    ['gold', 'small'],
    ['gold', 'large'],
    ['silver', 'small'],
    ['', 'small'],
  ]) {
    await createWidget({
      metadata: {
        name: name(),
        labels: { set, ...(tier && { tier }) },
      },
      spec: { owner: 'team-a', size },
    });
  }
  return set;
}

const query = (fields: Record<string, string>) =>
  `?${new URLSearchParams(fields)}`;

/** @internal */
export const listing: Behaviour[] = [
  {
    name: 'a list names its kind and the moment it is of',
    async run({ createWidget, call, widgets }) {
      const widget = await createWidget();
      const { body } = await call({ path: widgets() });
      assert.equal(body.kind, 'WidgetList');
      assert.equal(body.apiVersion, `${widgetGroup}/v1`);
      assert.ok(
        Number(body.metadata.resourceVersion) >=
          Number(widget.metadata.resourceVersion),
      );
      const items = body.items as KubeObject[];
      assert.ok(items.every(({ kind }) => kind === 'Widget'));
    },
  },
  {
    name: 'a list is in the order of names',
    async run(world) {
      const set = await fourWidgets(world);
      const names = namesOf(
        await world.call({
          path: world.widgets() + query({ labelSelector: `set=${set}` }),
        }),
      );
      assert.deepEqual(names, [...names].sort());
    },
  },
  {
    name: 'label selectors select',
    async run(world) {
      const set = await fourWidgets(world);
      const count = async (selector: string) => {
        const answer = await world.call({
          path:
            world.widgets() +
            query({ labelSelector: `set=${set},${selector}` }),
        });
        assert.equal(answer.code, 200, answer.text);
        return itemsOf(answer).length;
      };
      assert.equal(await count('tier=gold'), 2);
      assert.equal(await count('tier==gold'), 2);
      assert.equal(await count('tier!=gold'), 2);
      assert.equal(await count('tier in (gold,silver)'), 3);
      assert.equal(await count('tier notin (gold, silver)'), 1);
      assert.equal(await count('tier'), 3);
      assert.equal(await count('!tier'), 1);
    },
  },
  {
    name: 'a selector that is none is a bad request',
    async run({ call, widgets }) {
      const label = await call({
        path: widgets() + query({ labelSelector: 'a=b=c' }),
      });
      assert.equal(label.code, 400);
      const field = await call({
        path: widgets() + query({ fieldSelector: 'spec.owner=x' }),
      });
      assert.equal(field.code, 400);
      assert.match(
        String(field.body.message),
        /field label not supported: spec\.owner/,
      );
    },
  },
  {
    name: 'field selectors select by name and by selectable field',
    async run(world) {
      const set = await fourWidgets(world);
      const list = async (fieldSelector: string) =>
        namesOf(
          await world.call({
            path:
              world.widgets() +
              query({ labelSelector: `set=${set}`, fieldSelector }),
          }),
        );
      assert.equal((await list('spec.size=large')).length, 1);
      assert.equal((await list('spec.size!=large')).length, 3);
      const [first] = await list('');
      assert.deepEqual(await list(`metadata.name=${first}`), [first]);
    },
  },
  {
    name: 'a list comes in pages, all of one moment',
    async run(world) {
      const set = await fourWidgets(world);
      const page = (more: Record<string, string>) =>
        world.call({
          path:
            world.widgets() +
            query({ labelSelector: `set=${set}`, limit: '3', ...more }),
        });
      const first = await page({});
      assert.equal(itemsOf(first).length, 3);
      const token = String(first.body.metadata.continue);
      assert.equal(first.body.metadata.remainingItemCount, undefined);
      const [{ metadata }] = itemsOf(first);
      await world.call({
        method: 'POST',
        path: world.widgets(),
        body: {
          apiVersion: `${widgetGroup}/v1`,
          kind: 'Widget',
          metadata: { name: `z-${metadata.name}`, labels: { set } },
          spec: { owner: 'team-a' },
        },
      });
      const second = await page({ continue: token });
      assert.equal(itemsOf(second).length, 1);
      assert.ok(!second.body.metadata.continue);
      assert.equal(
        second.body.metadata.resourceVersion,
        first.body.metadata.resourceVersion,
      );
    },
  },
  {
    name: 'a page without a selector says how many are left',
    async run(world) {
      await fourWidgets(world);
      const all = itemsOf(await world.call({ path: world.widgets() })).length;
      const { body } = await world.call({ path: `${world.widgets()}?limit=1` });
      assert.equal(body.metadata.remainingItemCount, all - 1);
    },
  },
  {
    name: 'a continue token that is none is a bad request',
    async run({ call, widgets }) {
      const { code } = await call({
        path: `${widgets()}?limit=1&continue=nonsense`,
      });
      assert.equal(code, 400);
    },
  },
  {
    name: 'a list of all namespaces is one list',
    async run({ createWidget, call }) {
      const { metadata } = await createWidget();
      const answer = await call({
        path: `/apis/${widgetGroup}/v1/widgets?fieldSelector=metadata.name%3D${metadata.name}`,
      });
      assert.ok(namesOf(answer).includes(metadata.name));
    },
  },
  {
    name: 'an older or any moment may be asked for, a later one is not there yet',
    async run({ call, widgets, createWidget }) {
      const { metadata } = await createWidget();
      const at = (resourceVersion: string) =>
        call({ path: widgets() + query({ resourceVersion }) });
      assert.equal((await at('0')).code, 200);
      assert.equal((await at(String(metadata.resourceVersion))).code, 200);
      const later = await at('99999999');
      assert.equal(later.code, 504);
      assert.equal(later.body.reason, 'Timeout');
      assert.match(String(later.body.message), /Too large resource version/);
      assert.equal((await at('nonsense')).code, 400);
    },
  },
  {
    name: 'a list as table has the printer columns of its kind',
    async run({ createWidget, call, widgets }) {
      const { metadata } = await createWidget();
      await call({
        method: 'PATCH',
        path: `${widgets(metadata.name)}/status`,
        type: 'application/merge-patch+json',
        body: { status: { conditions: [{ type: 'Ready', status: 'True' }] } },
      });
      const { body } = await call({
        path: `${widgets()}?fieldSelector=metadata.name%3D${metadata.name}`,
        accept: 'application/json;as=Table;v=v1;g=meta.k8s.io,application/json',
      });
      assert.equal(body.kind, 'Table');
      assert.equal(body.apiVersion, 'meta.k8s.io/v1');
      const columns = body.columnDefinitions as { name: string }[];
      assert.deepEqual(
        columns.map(one => one.name),
        ['Name', 'Size', 'Ready', 'Age'],
      );
      const [{ cells, object }] = body.rows as {
        cells: unknown[];
        object: KubeObject;
      }[];
      assert.deepEqual(cells.slice(0, 3), [metadata.name, 'small', 'True']);
      assert.match(String(cells[3]), /^\d+s$/);
      assert.equal(object.kind, 'PartialObjectMetadata');
      assert.equal(object.metadata.name, metadata.name);
    },
  },
  {
    name: 'metadata alone can be asked for',
    async run({ createWidget, call, widgets }) {
      const { metadata } = await createWidget();
      const accept = (as: string) =>
        `application/json;as=${as};v=v1;g=meta.k8s.io`;
      const list = await call({
        path: widgets(),
        accept: accept('PartialObjectMetadataList'),
      });
      assert.equal(list.body.kind, 'PartialObjectMetadataList');
      assert.ok(itemsOf(list).every(({ spec }) => spec === undefined));
      const one = await call({
        path: widgets(metadata.name),
        accept: accept('PartialObjectMetadata'),
      });
      assert.equal(one.body.kind, 'PartialObjectMetadata');
      assert.equal(one.body.metadata.uid, metadata.uid);
    },
  },
];
