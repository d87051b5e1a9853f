import { useApiHolder } from '@backstage/frontend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  catalogApiRef,
  type CatalogApi,
} from '@backstage/plugin-catalog-react';
import type {
  FieldPicker,
  KratixApi,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { kratixApiRef } from '@kratix-portal/backstage-plugin-kratix-react';
import { useEffect, useState } from 'react';
import { useFields } from './FieldsContext';

const quietMs = 250;
const most = 20;

interface Sources {
  catalog?: CatalogApi;
  kratix?: KratixApi;
  platform?: string;
  crd?: string;
}

/** What fits what is typed so far, asked for once typing pauses. @internal */
export function useSuggestions(
  picker: FieldPicker,
  text: string,
  wanted: boolean,
): { options: string[]; state: 'idle' | 'loading' | 'failed' } {
  const apis = useApiHolder();
  const { platform, crd } = useFields();
  const [found, setFound] = useState<string[]>([]);
  const [state, setState] = useState<'idle' | 'loading' | 'failed'>('idle');
  const key = JSON.stringify(picker);
  useEffect(() => {
    if (!wanted) return undefined;
    let isCurrent = true;
    const timer = setTimeout(async () => {
      setState('loading');
      const sources = {
        catalog: apis.get(catalogApiRef),
        kratix: apis.get(kratixApiRef),
        platform,
        crd,
      };
      try {
        const names = await suggest(JSON.parse(key), text, sources);
        if (!isCurrent) return;
        setFound(names);
        setState('idle');
      } catch {
        // Suggestions are a help: without them the name is typed.
        if (isCurrent) setState('failed');
      }
    }, quietMs);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [apis, platform, crd, key, text, wanted]);
  return { options: wanted ? found : [], state };
}

async function suggest(
  picker: FieldPicker,
  text: string,
  sources: Sources,
): Promise<string[]> {
  switch (picker.of) {
    case 'entity':
      return entities(picker.kind ? [picker.kind] : [], text, sources);
    case 'owner':
      return entities(['Group', 'User'], text, sources);
    case 'request':
      return requests(picker.promise, text, sources);
    case 'namespace':
      return namespaces(text, sources);
    case 'secret':
      // Names of Secrets are not for everyone who may name one.
      return [];
    default:
      return picker satisfies never;
  }
}

async function entities(kinds: string[], text: string, sources: Sources) {
  const { catalog } = sources;
  if (!catalog) return [];
  const { items } = await catalog.queryEntities({
    limit: most,
    fields: ['kind', 'metadata.name', 'metadata.namespace'],
    ...(kinds.length > 0 && { filter: { kind: kinds } }),
    // A whole reference was chosen before: look for its name.
    ...(text !== '' && {
      fullTextFilter: { term: text.replace(/^.*[:/]/, '') },
    }),
  });
  return items.map(entity => stringifyEntityRef(entity));
}

async function requests(promise: string, text: string, sources: Sources) {
  const { kratix, platform } = sources;
  if (!kratix) return [];
  const { items } = await kratix.listRequests({
    promise: [promise],
    ...(platform && { platform: [platform] }),
    ...(text !== '' && { q: text }),
    size: most,
  });
  return [...new Set(items.map(({ name }) => name))];
}

async function namespaces(text: string, sources: Sources) {
  const { kratix, platform, crd } = sources;
  if (!kratix || !platform || !crd) return [];
  const { items } = await kratix.getRequestPlaces({ platform, crd });
  const names = items.flatMap(({ namespaces: all }) =>
    all.map(({ name }) => name),
  );
  return [...new Set(names)].filter(name => name.includes(text));
}
