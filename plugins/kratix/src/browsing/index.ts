export { Browse, type ListedPage } from './Browse';
export { BrowsePage } from './BrowsePage';
export { Tile, TileGrid, TileTags } from './Tile';
export { ViewChoice, viewOf } from './ViewChoice';
