import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const backend = process.env.MEDFLIP_BACKEND ?? 'http://localhost:8080';

export default defineConfig({
  plugins: [react()],
  build: {
    outDir: 'target/classes/static',
    emptyOutDir: true,
    // The content security policy allows no inline scripts; one style sheet is cheaper than many.
    cssCodeSplit: false,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      output: {
        // What many screens share comes in two files; by itself, a screen would need seventy small ones.
        codeSplitting: {
          groups: [
            { name: 'kit', test: /[\\/](@mantine[\\/](core|hooks|form)|@floating-ui|@tabler)[\\/]/, minShareCount: 20 },
            { name: 'common', test: /[\\/]src[\\/](shared|domains)[\\/]/, minShareCount: 12 },
            { name: 'icons', test: /@tabler/, minShareCount: 2 },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': backend } },
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.{ts,tsx}'],
    restoreMocks: true,
    unstubGlobals: true,
    // Beside the reports of the Java modules' tests, so that .ci/run counts these too.
    reporters: ['default', ['junit', { outputFile: 'target/surefire-reports/vitest.xml' }]],
  },
});
