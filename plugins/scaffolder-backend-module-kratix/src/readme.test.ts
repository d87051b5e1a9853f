import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createRequestAction } from './requests/createRequestAction';
import { deleteRequestAction } from './requests/deleteRequestAction';
import { getRequestAction } from './requests/getRequestAction';
import { updateRequestAction } from './requests/updateRequestAction';
import { waitForRequestAction } from './requests/waitForRequestAction';
import { fakeKratix } from './__testUtils__/fakeKratix';

it('names each action, and no other', () => {
  const kratix = fakeKratix({});
  const actions = [
    createRequestAction({
      kratix,
      catalog: catalogServiceMock(),
      rule: { annotationPrefix: 'px/', namespaces: { from: 'name' } },
    }),
    updateRequestAction({ kratix }),
    waitForRequestAction({ kratix }),
    getRequestAction({ kratix }),
    deleteRequestAction({ kratix }),
  ];
  const readme = readFileSync(resolve(__dirname, '../README.md'), 'utf8');
  const named = [...readme.matchAll(/^\| `(kratix:[^`]+)`/gm)];
  expect(named.map(([, id]) => id)).toEqual(actions.map(({ id }) => id));
});
