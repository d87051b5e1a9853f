import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// Pages are loaded when first opened; compiling them takes its time in tests.
configure({ asyncUtilTimeout: 15_000 });
jest.setTimeout(60_000);
