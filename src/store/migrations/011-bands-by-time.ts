import { COPY_PERIOD_MS } from '../copy-marks.ts';
import type { Dialect } from '../engine.ts';

/**
 * Bands of texts by the fortnight of their publication: what comes in at one time is written to one part of the index, and
 * not to all of it, however large it has grown.
 */
export function bandsByTime({ text, integer, clustered }: Dialect): string[] {
  return [
    `CREATE TABLE copy_band_by_time (
      period ${integer} NOT NULL, band ${text} NOT NULL, published_at ${integer} NOT NULL,
      article_id ${integer} NOT NULL REFERENCES article (id), PRIMARY KEY (period, band, published_at, article_id)
    )${clustered}`,
    `INSERT INTO copy_band_by_time (period, band, published_at, article_id)
     SELECT (published_at - ((published_at % ${COPY_PERIOD_MS}) + ${COPY_PERIOD_MS}) % ${COPY_PERIOD_MS}) / ${COPY_PERIOD_MS},
       band, published_at, article_id FROM copy_band`,
    'DROP TABLE copy_band',
    'ALTER TABLE copy_band_by_time RENAME TO copy_band',
    'CREATE INDEX copy_band_of_article ON copy_band (article_id)',
  ];
}
