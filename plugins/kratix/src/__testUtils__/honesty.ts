import { contact } from './renderKratix';

/** What is said where there is nothing, which is never so in this world. */
const untrue = [
  /(?<![\d.,])0 (?:requests?|Promises?|Destinations?|need)/,
  /(?:Requests|Promises|Destinations|Platforms|Ready|Mine|All) ?\(?0(?!\d)/,
  /of 0(?!\d)/,
  /No requests yet|No one has requested|You have no requests/,
  /Nothing needs you|Nothing published yet|Nothing was placed here/,
  /No Destination:|No Promise (?:asks|matches)|No platform is|no Promises/,
];

const raw = [
  /\b(?:undefined|NaN|null)\b|\[object/,
  /ResponseError|NotAllowedError|Request failed|You may not do this: it needs/,
  /You may not see this|This was not found|Something unexpected happened/,
  /The portal could not answer/,
];

/**
 * What is wrong with a page or a card of the tests' world, whatever one may see
 * of it.
 *
 * @internal
 */
export function wrongWith(text: string): string[] {
  const closed = text.match(/You can’t see/g) ?? [];
  const asked = text.match(new RegExp(`Ask: ${contact}`, 'g')) ?? [];
  return [
    ...(text.length > 40 ? [] : ['blank']),
    ...[...raw, ...untrue].flatMap(words => text.match(words)?.[0] ?? []),
    ...(asked.length < closed.length ? ['nobody to ask'] : []),
  ];
}
