export { VersionTag } from './VersionTag';
