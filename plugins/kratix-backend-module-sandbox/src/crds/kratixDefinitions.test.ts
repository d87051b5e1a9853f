import type { KubeObject } from '@kratix-portal/backstage-plugin-kratix-common';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { createStore } from '../store';
import { kratixDefinitions } from './index';

const folder = path.resolve(__dirname, '../../../../../shared/kratix/crds');

/** All that has a meaning to an API server: descriptions have not. */
function withoutDescriptions(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutDescriptions);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(
        ([key, field]) => key !== 'description' || typeof field !== 'string',
      )
      .map(([key, field]) => [key, withoutDescriptions(field)]),
  );
}

function upstream(): Map<string, KubeObject> {
  const all = readdirSync(folder).map(
    (file): KubeObject => parse(readFileSync(path.join(folder, file), 'utf8')),
  );
  return new Map(all.map(one => [one.metadata.name, one]));
}

describe('kratixDefinitions', () => {
  it('are eleven, and all are established', () => {
    const store = createStore();
    kratixDefinitions().forEach(object => store.create(object));
    const kinds = store
      .kinds()
      .filter(({ group }) => group === 'platform.kratix.io');
    expect(kinds).toHaveLength(11);
  });

  const isThere = existsSync(folder);
  // Not skipped but left out: without that folder there is nothing to compare.
  if (!isThere) {
    it('could not be compared with those of Kratix, which are not here', () => {
      expect(isThere).toBe(false);
    });
    return;
  }

  it.each(kratixDefinitions().map(one => [one.metadata.name, one]))(
    '%s says what that of Kratix says',
    (name, own) => {
      const theirs = upstream().get(String(name));
      expect(withoutDescriptions((own as KubeObject).spec)).toEqual(
        withoutDescriptions(theirs?.spec),
      );
    },
  );
});
