import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { sql } from 'kysely';
import type { Database } from '../../store/open-store.ts';
import { colours } from '../../store/queries/cases.ts';
import { pressingCounts } from '../../store/queries/pressing-clocks.ts';

export interface Metrics {
  observe(request: { readonly method: string; readonly route: string; readonly status: number; readonly seconds: number }): void;
  /** What came of asking the certificate store for one material of an application. */
  certificate(outcome: string): void;
  /** In Prometheus' text format. */
  text(): Promise<string>;
  readonly contentType: string;
}

/** What operators measure: requests by route, the process, and how the cases stand. */
export function openMetrics(db: Database): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({ name: 'onething_http_request_seconds', help: 'Time of a request.', labelNames: ['method', 'route', 'status'], buckets: [0.005, 0.02, 0.1, 0.5, 2, 10], registers: [registry] });
  const problems = new Counter({ name: 'onething_http_problems_total', help: 'Answers of status 400 and above.', labelNames: ['route', 'status'], registers: [registry] });
  const certificates = new Counter({ name: 'onething_certificates_total', help: 'Materials of applications asked of the certificate store: taken, none, expired, silent, wrongAnswer, notKept.', labelNames: ['outcome'], registers: [registry] });
  new Gauge({
    name: 'onething_cases', help: 'Cases by phase and colour (0 in time, 1 yellow, 2 red).', labelNames: ['phase', 'colour'], registers: [registry],
    async collect() {
      this.reset();
      for (const { phase, colour, cases } of await colours(db)) this.set({ phase, colour: String(colour) }, cases);
    },
  });
  new Gauge({
    name: 'onething_pressing_clocks', help: 'Open clocks that are yellow or red, by department.', labelNames: ['department', 'colour'], registers: [registry],
    async collect() {
      this.reset();
      for (const { department, nearing, overdue } of await pressingCounts(db)) {
        this.set({ department, colour: 'yellow' }, nearing);
        this.set({ department, colour: 'red' }, overdue);
      }
    },
  });
  new Gauge({
    name: 'onething_commands_unsettled', help: 'Commands that were sent and whose outcome is not known yet.', registers: [registry],
    async collect() {
      const { rows } = await sql<{ n: number }>`select count(*)::int as n from command where status = 'sent'`.execute(db);
      this.set(rows[0]!.n);
    },
  });
  return {
    observe({ method, route, status, seconds }) {
      requests.observe({ method, route, status: String(status) }, seconds);
      if (status >= 400) problems.inc({ route, status: String(status) });
    },
    certificate: (outcome) => certificates.inc({ outcome }),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
