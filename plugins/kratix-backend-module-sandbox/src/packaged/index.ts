export { packagedDocument, packagedPath } from './packagedFiles';
export {
  packagedPromise,
  packagedSource,
  packagedUrl,
  type PackagedVersion,
} from './packagedPromises';
