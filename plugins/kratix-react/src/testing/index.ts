export * from './descriptions';
export * from './FakeKratix';
export * from './FakeLive';
export * from './marketplaceViews';
export * from './views';
