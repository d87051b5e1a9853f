import assert from 'node:assert/strict';
import type { KubeObject } from '@kratix-portal/backstage-plugin-kratix-common';
import type { Behaviour } from '../types';
import { widgetGroup } from '../widgetDefinition';

const merge = 'application/merge-patch+json';
const json = 'application/json-patch+json';

const resourceVersionOf = ({ metadata }: KubeObject) =>
  Number(metadata.resourceVersion);

/** @internal */
export const changing: Behaviour[] = [
  {
    name: 'the generation rises with spec, not with labels or status',
    async run({ createWidget, call, widgets }) {
      const { metadata } = await createWidget();
      const patch = (body: object, path = '') =>
        call({
          method: 'PATCH',
          path: `${widgets(metadata.name)}${path}`,
          type: merge,
          body,
        });
      const labelled = await patch({ metadata: { labels: { a: 'b' } } });
      assert.equal(labelled.body.metadata.generation, 1);
      const reported = await patch({ status: { message: 'ok' } }, '/status');
      assert.equal(reported.body.metadata.generation, 1);
      assert.deepEqual(reported.body.status, { message: 'ok' });
      const edited = await patch({ spec: { replicas: 2 } });
      assert.equal(edited.body.metadata.generation, 2);
      assert.deepEqual(edited.body.status, { message: 'ok' });
    },
  },
  {
    name: 'status is written by its subresource alone, and nothing else by that',
    async run({ createWidget, call, widgets }) {
      const widget = await createWidget();
      const path = widgets(widget.metadata.name);
      const status = await call({
        method: 'PUT',
        path: `${path}/status`,
        body: {
          ...widget,
          metadata: { ...widget.metadata, labels: { a: 'b' } },
          spec: { owner: 'another' },
          status: { message: 'ok' },
        },
      });
      assert.equal(status.code, 200, status.text);
      assert.deepEqual(status.body.spec, widget.spec);
      assert.deepEqual(status.body.status, { message: 'ok' });
      const main = await call({
        method: 'PUT',
        path,
        body: { ...status.body, status: { message: 'not here' } },
      });
      assert.deepEqual(main.body.status, { message: 'ok' });
      assert.equal(
        main.body.metadata.resourceVersion,
        status.body.metadata.resourceVersion,
      );
    },
  },
  {
    name: 'metadata in a write to status is left as it was',
    async run({ createWidget, call, widgets }) {
      const widget = await createWidget();
      const { body } = await call({
        method: 'PATCH',
        path: `${widgets(widget.metadata.name)}/status`,
        type: merge,
        body: {
          metadata: { labels: { a: 'b' }, finalizers: ['a/b'] },
          status: { message: 'ok' },
        },
      });
      assert.equal(body.metadata.labels, undefined);
      assert.equal(body.metadata.finalizers, undefined);
    },
  },
  {
    name: 'a write that changes nothing writes nothing',
    async run({ createWidget, call, widgets }) {
      const widget = await createWidget();
      const again = await call({
        method: 'PUT',
        path: widgets(widget.metadata.name),
        body: widget,
      });
      assert.equal(resourceVersionOf(again.body), resourceVersionOf(widget));
      const patched = await call({
        method: 'PATCH',
        path: widgets(widget.metadata.name),
        type: merge,
        body: { spec: { owner: 'team-a' } },
      });
      assert.equal(resourceVersionOf(patched.body), resourceVersionOf(widget));
    },
  },
  {
    name: 'a stale resourceVersion is a conflict, also in a patch',
    async run({ createWidget, call, widgets }) {
      const widget = await createWidget();
      const path = widgets(widget.metadata.name);
      await call({
        method: 'PATCH',
        path,
        type: merge,
        body: { spec: { replicas: 2 } },
      });
      const put = await call({ method: 'PUT', path, body: widget });
      assert.equal(put.code, 409);
      assert.equal(put.body.reason, 'Conflict');
      assert.match(
        String(put.body.message),
        /^Operation cannot be fulfilled on widgets\..*: the object has been modified; please apply your changes to the latest version and try again$/,
      );
      const { resourceVersion } = widget.metadata;
      const patch = await call({
        method: 'PATCH',
        path,
        type: merge,
        body: { metadata: { resourceVersion }, spec: { replicas: 3 } },
      });
      assert.equal(patch.code, 409);
    },
  },
  {
    name: 'an update without a resourceVersion is refused',
    async run({ createWidget, call, widgets }) {
      const widget = await createWidget();
      const { resourceVersion: _version, ...metadata } = widget.metadata;
      const { code, body } = await call({
        method: 'PUT',
        path: widgets(metadata.name),
        body: { ...widget, metadata },
      });
      assert.equal(code, 422);
      assert.match(
        String(body.message),
        /metadata\.resourceVersion: Invalid value: .*: must be specified for an update/,
      );
    },
  },
  {
    name: 'another uid is a conflict',
    async run({ createWidget, call, widgets }) {
      const widget = await createWidget();
      const { code } = await call({
        method: 'PUT',
        path: widgets(widget.metadata.name),
        body: {
          ...widget,
          metadata: {
            ...widget.metadata,
            uid: '00000000-0000-0000-0000-000000000000',
          },
        },
      });
      assert.equal(code, 409);
    },
  },
  {
    name: 'null in a merge patch takes a field away, and its default comes back',
    async run({ createWidget, call, widgets }) {
      const widget = await createWidget({
        spec: { owner: 'team-a', size: 'large', replicas: 4 },
      });
      const { body } = await call({
        method: 'PATCH',
        path: widgets(widget.metadata.name),
        type: merge,
        body: { spec: { size: null, replicas: null } },
      });
      assert.deepEqual(body.spec, {
        owner: 'team-a',
        size: 'small',
        nested: { enabled: true },
      });
    },
  },
  {
    name: 'a JSON patch guarded by the generation is applied while it holds, and Invalid after',
    async run({ createWidget, call, widgets }) {
      const widget = await createWidget();
      const patch = (replicas: number) =>
        call({
          method: 'PATCH',
          path: widgets(widget.metadata.name),
          type: json,
          body: [
            { op: 'test', path: '/metadata/generation', value: 1 },
            { op: 'add', path: '/spec/replicas', value: replicas },
          ],
        });
      const first = await patch(2);
      assert.equal(first.code, 200, first.text);
      const second = await patch(3);
      assert.equal(second.code, 422);
      assert.equal(second.body.reason, 'Invalid');
      assert.equal(
        second.body.message,
        'the server rejected our request due to an error in our request',
      );
    },
  },
  {
    name: 'a JSON patch that removes what is not there is refused',
    async run({ createWidget, call, widgets }) {
      const widget = await createWidget();
      const patch = (body: unknown) =>
        call({
          method: 'PATCH',
          path: widgets(widget.metadata.name),
          type: json,
          body,
        });
      const absent = await patch([{ op: 'remove', path: '/spec/none' }]);
      assert.equal(absent.code, 422, absent.text);
      const noPatch = await patch({ op: 'remove' });
      assert.equal(noPatch.code, 400, noPatch.text);
    },
  },
  {
    name: 'a patch of what is not there is not found',
    async run({ call, widgets }) {
      const { code, body } = await call({
        method: 'PATCH',
        path: widgets('nobody'),
        type: merge,
        body: {},
      });
      assert.equal(code, 404);
      assert.deepEqual(body.details, {
        name: 'nobody',
        group: widgetGroup,
        kind: 'widgets',
      });
    },
  },
  {
    name: 'a patch of a dry run is checked and not kept',
    async run({ createWidget, call, widgets }) {
      const widget = await createWidget();
      const path = widgets(widget.metadata.name);
      const patch = (spec: object) =>
        call({
          method: 'PATCH',
          path: `${path}?dryRun=All`,
          type: merge,
          body: { spec },
        });
      const good = await patch({ replicas: 2 });
      assert.equal(good.code, 200);
      assert.equal(good.body.metadata.generation, 2);
      assert.equal((await patch({ replicas: 9 })).code, 422);
      assert.deepEqual((await call({ path })).body, widget);
    },
  },
  {
    name: 'a patch of a type that the kind does not take is unsupported',
    async run({ createWidget, call, widgets }) {
      const { metadata } = await createWidget();
      const patch = (type: string) =>
        call({
          method: 'PATCH',
          path: widgets(metadata.name),
          type,
          body: { spec: { replicas: 2 } },
        });
      const strategic = await patch('application/strategic-merge-patch+json');
      assert.equal(strategic.code, 415);
      assert.equal(strategic.body.reason, 'UnsupportedMediaType');
    },
  },
  {
    name: 'a rule about the old value is checked on a change, and on that alone',
    async run({ createWidget, call, widgets }) {
      const widget = await createWidget({
        spec: { owner: 'team-a', fixed: 'one' },
      });
      const patch = (spec: object) =>
        call({
          method: 'PATCH',
          path: widgets(widget.metadata.name),
          type: merge,
          body: { spec },
        });
      const { code, body } = await patch({ fixed: 'two' });
      assert.equal(code, 422);
      assert.deepEqual(body.details, {
        name: widget.metadata.name,
        group: widgetGroup,
        kind: 'Widget',
        causes: [
          {
            reason: 'FieldValueInvalid',
            message: 'Invalid value: "string": fixed is immutable',
            field: 'spec.fixed',
          },
        ],
      });
      assert.equal((await patch({ replicas: 2 })).code, 200);
    },
  },
  {
    name: 'another version shows the same object, and its writes are the same',
    async run({ createWidget, call, widgets }) {
      const widget = await createWidget();
      const { name } = widget.metadata;
      const early = await call({ path: widgets(name, 'v1beta1') });
      assert.equal(early.body.apiVersion, `${widgetGroup}/v1beta1`);
      assert.equal(early.body.metadata.uid, widget.metadata.uid);
      const patched = await call({
        method: 'PATCH',
        path: widgets(name, 'v1beta1'),
        type: merge,
        body: { spec: { replicas: 2 } },
      });
      assert.equal(patched.body.apiVersion, `${widgetGroup}/v1beta1`);
      const main = await call({ path: widgets(name) });
      assert.equal(main.body.apiVersion, `${widgetGroup}/v1`);
      assert.equal(main.body.metadata.generation, 2);
      assert.equal((await call({ path: widgets(name, 'v1alpha1') })).code, 404);
    },
  },
];
