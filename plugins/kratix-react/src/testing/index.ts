export * from './descriptions';
export * from './FakeKratix';
export * from './installViews';
export * from './FakeLive';
export * from './marketplaceViews';
export * from './views';
