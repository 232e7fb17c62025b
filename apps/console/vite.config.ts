import { defineConfig } from 'vite';

const server = process.env['SHENPI_URL'] ?? 'http://127.0.0.1:3000';

/** The console's files; while they are edited, everything else is asked of a server that runs already. */
export default defineConfig({
  build: {
    outDir: '../../dist/apps/console',
    emptyOutDir: true,
    manifest: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    // What weighs too much is said by config/console/budget.ts, of what a page needs and not of a file.
    chunkSizeWarningLimit: 4000,
    // Libraries mark what runs in a browser alone, which here is everything.
    rolldownOptions: { onLog: (level, log, tell) => log.code !== 'MODULE_LEVEL_DIRECTIVE' && tell(level, log) },
  },
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
  css: { modules: { localsConvention: 'camelCaseOnly' } },
  server: { port: 5173, proxy: { '/api': server } },
});
