import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/.cache/**'],
    reporters: ['default', './test/closing-line.ts'],
    // Real repositories, a real browser, the real manual: slow is not broken.
    testTimeout: 120_000,
    hookTimeout: 300_000,
  },
});
