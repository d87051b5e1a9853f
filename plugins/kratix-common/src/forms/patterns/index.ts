export { alternativesOf } from '../../schemas';
export { templatePattern } from './templatePattern';
export { patternSample } from './patternSample';
