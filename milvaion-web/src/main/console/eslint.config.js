import lit from 'eslint-plugin-lit';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['src/ground/schema.ts'] },
  tseslint.configs.recommended,
  lit.configs['flat/recommended'],
  {
    rules: {
      'no-restricted-globals': ['error', { name: 'alert' }, { name: 'confirm' }, { name: 'prompt' }],
      // Words come as functions, too.
      '@typescript-eslint/no-non-null-assertion': 'off',
      'lit/no-invalid-html': 'off',
    },
  },
);
