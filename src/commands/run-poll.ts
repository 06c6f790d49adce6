import type { Config } from '../config.ts';
import { TelalError } from '../domain/error.ts';
import type { OutletReport } from '../poll/poller.ts';
import { openPoller } from './open-poller.ts';
import { openTelal } from './open-telal.ts';
import { pickOutlets } from './pick-outlets.ts';
import { stopSignal } from './stop-signal.ts';

/** Polls once, one line an outlet to standard output; fails where no outlet could be reached at all. */
export async function pollOnce(config: Config, outlets: string[]): Promise<void> {
  const telal = await openTelal(config);
  const poller = openPoller(telal, {});
  try {
    pickOutlets(telal.knowledge.outlets, outlets);
    const reports = await poller.run(outlets, (report) => console.log(line(report)));
    if (reports.length === 0) console.log('No feed is due.');
    else if (reports.every((report) => !report.reached))
      throw new TelalError(
        'FETCH_FAILED',
        'No outlet could be reached: is there a network? "npm run demo" shows Telal without one.',
      );
  } finally {
    await poller.stop();
    await telal.close();
  }
}

/** Polls until told to stop, all outlets or only those named. */
export async function pollForEver(config: Config, outlets: string[]): Promise<void> {
  const telal = await openTelal(config);
  const poller = openPoller(telal, { only: outlets });
  try {
    pickOutlets(telal.knowledge.outlets, outlets);
    await poller.start();
    await stopSignal();
  } finally {
    await poller.stop();
    await telal.close();
  }
}

function line(report: OutletReport): string {
  const failed = report.failed > 0 ? `, ${report.failed} of ${report.feeds} feeds failed` : '';
  const pages = report.pagesFailed > 0 ? `, ${report.pagesFailed} pages not read` : '';
  const why = report.reasons.length > 0 ? `: ${report.reasons.join(' ')}` : '';
  return `${report.outlet}: ${report.new} new, ${report.changed} changed, ${report.unchanged} unchanged${failed}${pages}${why}`;
}
