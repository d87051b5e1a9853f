import type { ListingRef } from '@kratix-portal/backstage-plugin-kratix-common';
import type { KratixBrowserApi } from '@kratix-portal/backstage-plugin-kratix-react';

/** As many as a few pages of logos. */
const rememberedAtMost = 200;

type Images = Map<string, Promise<string>>;

// By API object, so that another app or test shares nothing.
const imagesOf = new WeakMap<KratixBrowserApi, Images>();

/**
 * An image of a listing as a `data:` address. Not `blob:`: the portal's content
 * policy lets only the former be drawn, and an SVG opened on its own from a
 * `blob:` address would run its scripts as the portal.
 *
 * @internal
 */
export function listingImage(
  api: KratixBrowserApi,
  ref: ListingRef,
  path: string,
): Promise<string> {
  const images: Images = imagesOf.get(api) ?? new Map();
  imagesOf.set(api, images);
  const key = JSON.stringify([ref.source, ref.entry, path]);
  const known = images.get(key);
  if (known) return known;
  const image = api
    .getListingFile({ source: ref.source, entry: ref.entry }, path)
    .then(dataUrl);
  // What failed is asked for again when it is shown again.
  image.catch(() => images.delete(key));
  images.set(key, image);
  const [oldest] = images.keys();
  if (images.size > rememberedAtMost) images.delete(oldest);
  return image;
}

// A function takes only so many arguments.
const atOnce = 0x2000;

async function dataUrl(blob: Blob): Promise<string> {
  if (!blob.type.startsWith('image/')) throw new Error('This is no image');
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += atOnce) {
    text += String.fromCharCode(...bytes.subarray(at, at + atOnce));
  }
  return `data:${blob.type};base64,${btoa(text)}`;
}
