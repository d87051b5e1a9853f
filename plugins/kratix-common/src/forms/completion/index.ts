export {
  completionsAt,
  type YamlCompletion,
  type YamlCompletions,
} from './completionsAt';
export {
  pathAt,
  positionOf,
  yamlPlaces,
  type TextPosition,
  type YamlPlaces,
} from './places';
