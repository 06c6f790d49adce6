/** Resolves when the process is told to stop; a second signal ends it at once. */
export function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => {
        resolve();
        process.once(signal, () => process.exit(130));
      });
  });
}
