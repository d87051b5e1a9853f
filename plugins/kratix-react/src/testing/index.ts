export * from './descriptions';
export * from './FakeKratix';
export * from './views';
