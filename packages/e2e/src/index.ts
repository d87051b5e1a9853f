import './platforms/seeHome.journey';
import { shareWorld } from './support/world';

// The journeys are declared by now and run after this: node:test starts them
// when the module has loaded.
shareWorld();
