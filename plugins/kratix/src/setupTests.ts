import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// Pages are loaded when first opened; compiling them takes its time in tests.
configure({ asyncUtilTimeout: 15_000 });
jest.setTimeout(60_000);

// jsdom draws nothing, so a range has no place; text editors ask for one.
Range.prototype.getClientRects = () => Object.assign([], { item: () => null });
Range.prototype.getBoundingClientRect = () => new DOMRect();
