import {
  isOfMarketplace,
  readMarketplace,
  type MarketplaceFile,
  type MarketplaceReading,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { packagedPath } from '../../packaged';

/** Of Kratix's own marketplace; beside the checkout, which not everybody has. */
const sharedFolder = packagedPath('../../../shared/kratix/marketplace');

/** Why nothing is there to be read. @internal */
export const withoutShared =
  'Kratix’s own marketplace is not beside this checkout: none of it is tried';

function filesBelow(folder: string): MarketplaceFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(one => one.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .map(path => ({ path, at: relative(folder, path).split(sep).join('/') }))
    .filter(({ at }) => isOfMarketplace(at))
    .map(({ path, at }) => ({ path: at, text: readFileSync(path, 'utf8') }));
}

const readingOf = (folder: string): MarketplaceReading =>
  readMarketplace(filesBelow(folder), {
    annotationPrefix: 'kratix-portal.io/',
  });

/** What the sandbox comes with. @internal */
export const embeddedReading = () => readingOf(packagedPath('marketplace'));

/** What lies beside the checkout; nothing where it does not. @internal */
export const sharedReading = (): MarketplaceReading | undefined =>
  existsSync(sharedFolder) ? readingOf(sharedFolder) : undefined;

/** Where authors begin, with names left empty; undefined where it is not. @internal */
export const sharedTemplate = (): string | undefined => {
  const path = join(sharedFolder, '.template-promise', 'promise.yaml');
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
};
