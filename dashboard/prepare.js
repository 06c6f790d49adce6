// Runs after `npm ci`: the page that Telal serves at / is built from here. Where the tools are left out
// (npm ci --omit=dev), Telal goes without it and says so at /.
const vite = await import('vite').catch(() => null);
if (vite) {
  const { fileURLToPath } = await import('node:url');
  const configFile = fileURLToPath(new URL('vite.config.ts', import.meta.url));
  await vite.build({ configFile, logLevel: process.env.npm_lifecycle_event === 'prepare' ? 'warn' : 'info' });
} else console.error('The dashboard is not built: the development packages are left out.');
