/** Bands of texts lie together by periods of so long. */
export const COPY_PERIOD_MS = 14 * 86_400_000;

export const copyPeriod = (publishedAt: number): number => Math.floor(publishedAt / COPY_PERIOD_MS);
