import type { CodegenConfig } from '@graphql-codegen/cli';

/** From the schema and the documents to types, and to the trusted documents that TELAL_DOCUMENTS takes: `npm run codegen`. */
const config: CodegenConfig = {
  schema: 'schema/schema.graphql',
  documents: ['dashboard/queries/*.graphql', 'examples/**/*.graphql'],
  generates: {
    'dashboard/generated/': {
      preset: 'client',
      presetConfig: {
        fragmentMasking: false,
        persistedDocuments: { mode: 'embedHashInDocument', hashAlgorithm: 'sha256' },
      },
      config: {
        documentMode: 'string',
        strictScalars: true,
        scalars: { CountryCode: 'string', DateTime: 'string', LanguageTag: 'string', URL: 'string' },
        enumType: 'string-literal',
        enumsAsTypes: true,
        useTypeImports: true,
        emitLegacyCommonJSImports: false,
        importExtension: '.ts',
      },
    },
  },
};

export default config;
