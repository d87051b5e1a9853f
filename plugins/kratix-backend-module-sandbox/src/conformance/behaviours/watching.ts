import assert from 'node:assert/strict';
import type { WatchedEvent } from '../../testing';
import type { Behaviour, ConformanceWorld } from '../types';
import { widgetGroup } from '../widgetDefinition';

const merge = 'application/merge-patch+json';

const typesOf = (events: WatchedEvent[]) => events.map(({ type }) => type);

async function nowOf({ call, widgets }: ConformanceWorld): Promise<string> {
  const { body } = await call({ path: `${widgets()}?limit=1` });
  return String(body.metadata.resourceVersion);
}

const query = (fields: Record<string, string>) =>
  `?${new URLSearchParams({ watch: 'true', ...fields })}`;

/** @internal */
export const watching: Behaviour[] = [
  {
    name: 'a watch tells what comes, changes and goes, in order',
    async run(world) {
      const { call, widgets, watch, createWidget } = world;
      const resourceVersion = await nowOf(world);
      const open = await watch(widgets() + query({ resourceVersion }));
      const { metadata } = await createWidget();
      const path = widgets(metadata.name);
      await call({
        method: 'PATCH',
        path,
        type: merge,
        body: { spec: { replicas: 2 } },
      });
      await call({ method: 'DELETE', path });
      const events = await open.until(all => all.length >= 3);
      open.close();
      assert.deepEqual(typesOf(events), ['ADDED', 'MODIFIED', 'DELETED']);
      const versions = events.map(({ object }) =>
        Number(object.metadata.resourceVersion),
      );
      assert.ok(versions[0] < versions[1] && versions[1] < versions[2]);
      assert.equal(events[2].object.metadata.generation, 2);
    },
  },
  {
    name: 'a watch from a moment in the past tells what happened since',
    async run(world) {
      const { widgets, watch, createWidget } = world;
      const resourceVersion = await nowOf(world);
      const one = await createWidget();
      const two = await createWidget();
      const open = await watch(widgets() + query({ resourceVersion }));
      const events = await open.until(all => all.length >= 2);
      open.close();
      assert.deepEqual(
        events.map(({ object }) => object.metadata.name),
        [one.metadata.name, two.metadata.name],
      );
    },
  },
  {
    name: 'a watch from no moment begins with all there is',
    async run({ widgets, watch, createWidget, call }) {
      const { metadata } = await createWidget();
      const { body } = await call({ path: widgets() });
      const count = (body.items as unknown[]).length;
      const open = await watch(widgets() + query({}));
      const events = await open.until(all => all.length >= count);
      open.close();
      assert.ok(typesOf(events).every(type => type === 'ADDED'));
      assert.ok(events.some(one => one.object.metadata.name === metadata.name));
    },
  },
  {
    name: 'to a watch with a selector an object comes and goes as it is selected',
    async run(world) {
      const { call, widgets, watch, createWidget } = world;
      const resourceVersion = await nowOf(world);
      const open = await watch(
        widgets() + query({ resourceVersion, labelSelector: 'seen=yes' }),
      );
      const { metadata } = await createWidget();
      const label = (seen: string) =>
        call({
          method: 'PATCH',
          path: widgets(metadata.name),
          type: merge,
          body: { metadata: { labels: { seen } } },
        });
      await label('yes');
      const last = await label('no');
      const events = await open.until(all => all.length >= 2);
      open.close();
      assert.deepEqual(typesOf(events), ['ADDED', 'DELETED']);
      const gone = events[1].object.metadata;
      assert.equal(gone.labels?.seen, 'yes');
      assert.equal(gone.resourceVersion, last.body.metadata.resourceVersion);
    },
  },
  {
    name: 'a watch by field selector tells of that object alone',
    async run(world) {
      const { widgets, watch, createWidget } = world;
      const { metadata } = await createWidget();
      const open = await watch(
        widgets() + query({ fieldSelector: `metadata.name=${metadata.name}` }),
      );
      await createWidget();
      const events = await open.until(all => all.length >= 1);
      open.close();
      assert.deepEqual(
        events.map(({ object }) => object.metadata.name),
        [metadata.name],
      );
    },
  },
  {
    name: 'a watch ends when its time is over, with a bookmark if it wants them',
    async run(world) {
      const { widgets, watch, createWidget } = world;
      const resourceVersion = await nowOf(world);
      const open = await watch(
        widgets() +
          query({
            resourceVersion,
            timeoutSeconds: '4',
            allowWatchBookmarks: 'true',
          }),
      );
      await createWidget();
      assert.equal(await open.ended, 'end');
      const bookmarks = open.events.filter(({ type }) => type === 'BOOKMARK');
      const { object } = bookmarks[bookmarks.length - 1];
      assert.equal(object.kind, 'Widget');
      assert.equal(object.apiVersion, `${widgetGroup}/v1`);
      assert.ok(
        Number(object.metadata.resourceVersion) >= Number(resourceVersion),
      );
    },
  },
  {
    name: 'a watch from what was compacted is told 410 in the stream and ends',
    async run({ widgets, watch }) {
      const open = await watch(widgets() + query({ resourceVersion: '1' }));
      const [{ type, object }] = await open.until(all => all.length >= 1);
      assert.equal(type, 'ERROR');
      assert.equal(object.kind, 'Status');
      assert.equal(object.code, 410);
      assert.equal(object.reason, 'Expired');
      assert.equal(await open.ended, 'end');
    },
  },
  {
    name: 'a watch may be of the metadata alone',
    async run(world) {
      const { createWidget, call, widgets } = world;
      const { metadata } = await createWidget();
      const { text } = await call({
        path:
          widgets() +
          query({
            fieldSelector: `metadata.name=${metadata.name}`,
            timeoutSeconds: '1',
          }),
        accept: 'application/json;as=PartialObjectMetadata;v=v1;g=meta.k8s.io',
      });
      const [first] = text.split('\n');
      const event: WatchedEvent = JSON.parse(first);
      assert.equal(event.object.kind, 'PartialObjectMetadata');
      assert.equal(event.object.spec, undefined);
    },
  },
];
