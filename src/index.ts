/** The public API: re-exports only. */
export { readReport } from './ingest';
export { loadCatalog, type LoadOptions } from './catalog/load';
export { checkReport } from './check';
export { verifyExamples, type VerifyResult, type ExampleFailure, type ExampleKind } from './verify';
export { obliges } from './assess';
export * from './errors';
export * from './model/standard';
export * from './model/document';
export * from './model/rule';
export * from './model/profile';
export * from './model/gap-report';
export * from './model/catalog';
export { VERSION } from './version';
