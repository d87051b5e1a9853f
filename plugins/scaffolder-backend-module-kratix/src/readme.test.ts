import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { writeManifestAction } from './manifests/writeManifestAction';
import { installPromiseAction } from './promises/installPromiseAction';
import { uninstallPromiseAction } from './promises/uninstallPromiseAction';
import { waitForPromiseAction } from './promises/waitForPromiseAction';
import { createRequestAction } from './requests/createRequestAction';
import { deleteRequestAction } from './requests/deleteRequestAction';
import { getRequestAction } from './requests/getRequestAction';
import { updateRequestAction } from './requests/updateRequestAction';
import { waitForRequestAction } from './requests/waitForRequestAction';
import { fakeKratix } from './__testUtils__/fakeKratix';

it('names each action, and no other', () => {
  const kratix = fakeKratix({});
  const deps = {
    kratix,
    catalog: catalogServiceMock(),
    rule: { annotationPrefix: 'px/', namespaces: { from: 'name' } },
  } as const;
  const actions = [
    createRequestAction(deps),
    updateRequestAction({ kratix }),
    waitForRequestAction({ kratix }),
    getRequestAction({ kratix }),
    deleteRequestAction({ kratix }),
    installPromiseAction({ kratix }),
    waitForPromiseAction({ kratix }),
    uninstallPromiseAction({ kratix }),
    writeManifestAction(deps),
  ];
  const readme = readFileSync(resolve(__dirname, '../README.md'), 'utf8');
  const named = [...readme.matchAll(/^\| `(kratix:[^`]+)`/gm)];
  expect(named.map(([, id]) => id)).toEqual(actions.map(({ id }) => id));
});
