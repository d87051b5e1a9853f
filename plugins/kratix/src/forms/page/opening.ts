import {
  manifestOf,
  RequestDocument,
  threeWay,
  type CompiledSchema,
  type FieldConflict,
  type PromiseApi,
  type RequestPlace,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { Draft } from './drafts';
import { bringTo, unseenPaths } from './draftText';
import type { FormLink } from './formLink';
import {
  manifestText,
  ownFields,
  type FormMode,
  type FormSource,
} from './formStart';
import { choosePlace, type Place } from './places';
import { nearestName } from './requestNames';
import type { Who } from './writes';

/** A form as it opens. @internal */
export interface Opening {
  document: RequestDocument;
  who: Who;
  place?: Place;
  /** The name is a proposal, which may give way to a free one. */
  nameProposed: boolean;
  /** When the draft was saved that it went on from. */
  draftOf?: string;
  /** Parts of the link that could not be used. */
  ignored: string[];
  /** Something was filled in by the link. */
  prefilled: boolean;
  /** What is copied holds secrets, which are not. */
  withoutSecrets?: boolean;
  /** The draft of an edit, and the request, moved apart. */
  conflicts: FieldConflict[];
}

/**
 * What a form begins with: a draft where one was left, else what is edited or
 * copied, else nothing but what the link says. Pure.
 *
 * @internal
 */
export function openingOf(options: {
  mode: FormMode;
  api: PromiseApi;
  promise: string;
  places: readonly RequestPlace[];
  link: FormLink;
  schema: Pick<CompiledSchema, 'check'>;
  draft?: Draft;
  source?: FormSource;
  /** Of what is copied. */
  who?: Who;
}): Opening {
  const { mode, source } = options;
  if (mode === 'edit' && source) return openingOfEdit(source, options.draft);
  const fromDraft = openingOfDraft(options);
  if (fromDraft) return fromDraft;

  const { api, promise, places, link, schema, who = {} } = options;
  const ignored = [...link.ignored];
  const place = choosePlace(places, {
    team: link.team ?? who.team,
    namespace: source?.ref.namespace,
  });
  if (link.team && place?.team !== link.team) ignored.push('team');
  const service = link.service ?? who.service;
  const document = RequestDocument.ofText(
    manifestText({
      api,
      name: nearestName(link.name ?? proposedName(promise, link, source)),
      namespace: place?.namespace ?? '-',
      fields: source ? ownFields(source.object) : { spec: {} },
    }),
  );
  const unseen = unseenPaths(document.value);
  // From the end, so that places in lists stay where they are.
  for (const path of [...unseen].reverse()) document.remove(path);
  for (const [key, value] of Object.entries(link.values ?? {})) {
    if (fits(document, key, value, schema)) document.set(['spec', key], value);
    else ignored.push(`values.${key}`);
  }
  const { name, team, values } = link;
  return {
    document,
    who: { team: place?.team, service },
    place,
    nameProposed: link.name === undefined,
    ignored,
    prefilled: Boolean(name ?? team ?? link.service ?? values),
    withoutSecrets: unseen.length > 0,
    conflicts: [],
  };
}

/** `orders-postgresql` for a service, `orders-db-copy`, or the Promise's name. */
function proposedName(
  promise: string,
  link: FormLink,
  source?: FormSource,
): string {
  if (source) return `${source.ref.name.slice(0, 58)}-copy`;
  const service = link.service?.split('/').pop();
  return service ? `${service}-${promise}` : promise;
}

/** A link is nobody's word: what the schema forbids is not taken over. */
function fits(
  document: RequestDocument,
  key: string,
  value: unknown,
  schema: Pick<CompiledSchema, 'check'>,
): boolean {
  const trial = RequestDocument.of(document.value);
  trial.set(['spec', key], value);
  return !schema
    .check(trial.value)
    .some(
      ({ path, rule }) =>
        path[0] === 'spec' && path[1] === key && rule !== 'required',
    );
}

function openingOfDraft(options: {
  places: readonly RequestPlace[];
  draft?: Draft;
}): Opening | undefined {
  const { draft, places } = options;
  if (!draft) return undefined;
  const document = RequestDocument.ofText(draft.text);
  if (document.errors.length > 0) return undefined;
  const wanted = document.get(['metadata', 'namespace']);
  const place = choosePlace(places, {
    team: draft.team,
    namespace: typeof wanted === 'string' ? wanted : undefined,
  });
  if (place && place.namespace !== '-') {
    document.set(['metadata', 'namespace'], place.namespace);
  }
  return {
    document,
    who: { team: place?.team, service: draft.service },
    place,
    nameProposed: false,
    draftOf: draft.savedAt,
    ignored: [],
    prefilled: false,
    conflicts: [],
  };
}

function openingOfEdit(source: FormSource, draft?: Draft): Opening {
  const opening: Opening = {
    document: RequestDocument.ofObject(source.object),
    who: {},
    nameProposed: false,
    ignored: [],
    prefilled: false,
    conflicts: [],
  };
  if (!draft?.base) return opening;
  const mine = RequestDocument.ofText(draft.text);
  const base = RequestDocument.ofText(draft.base);
  if (mine.errors.length > 0 || base.errors.length > 0) return opening;
  // The draft was made of an older request, and without its secrets: what it
  // changed is done again, all else is as it is now.
  const { merged, conflicts } = threeWay({
    base: base.value,
    mine: mine.value,
    theirs: manifestOf(source.object),
  });
  bringTo(mine, Object(merged));
  return { ...opening, document: mine, draftOf: draft.savedAt, conflicts };
}
