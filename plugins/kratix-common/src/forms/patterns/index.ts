export { alternativesOf, templatePattern } from './templatePattern';
export { patternSample } from './patternSample';
