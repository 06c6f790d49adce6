import { context, propagation, SpanKind, SpanStatusCode } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import { version } from '../config.ts';
import type { Tracer } from '../domain/trace.ts';

/** Sends traces to a collector (OTLP over HTTP, JSON); loaded only where one is named. */
export function openTelemetry(endpoint: string): { tracer: Tracer; close(): Promise<void> } {
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, '')}/v1/traces` });
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'telal', 'service.version': version }),
    spanProcessors: [new BatchSpanProcessor({ exporter })],
  });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  const w3c = new W3CTraceContextPropagator();
  const source = provider.getTracer('telal', version);
  return {
    tracer(name, facts, work, headers) {
      const parent =
        headers === undefined
          ? context.active()
          : w3c.extract(context.active(), headers, {
              keys: (carrier) => Object.keys(carrier),
              get: (carrier, key) => carrier[key] as string | undefined,
            });
      const kind = headers ? SpanKind.SERVER : 'db.system.name' in facts ? SpanKind.CLIENT : SpanKind.INTERNAL;
      return source.startActiveSpan(name, { attributes: facts, kind }, parent, async (span) => {
        try {
          return await work();
        } catch (error) {
          span.recordException(error as Error);
          span.setStatus({ code: SpanStatusCode.ERROR });
          throw error;
        } finally {
          span.end();
        }
      });
    },
    async close() {
      // A collector that does not answer is no failure of Telal's.
      await provider.shutdown().catch(() => {});
      context.disable();
      propagation.disable();
    },
  };
}
