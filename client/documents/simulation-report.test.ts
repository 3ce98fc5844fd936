import { describe, expect, it } from '@jest/globals';
import { simulate } from '../../definitions/simulation/simulate.ts';
import { restaurantModel } from '../../definitions/simulation/test-support/small-model.ts';
import type { PlainDate } from '../../workflows/case/plain-date.ts';
import { simulationReport } from './simulation-report.ts';
import { roundedUp, scaleOf } from './simulation-report/chart.ts';
import { faultIn, readText } from './test-support/well-formed.ts';

const model = restaurantModel({ perDay: 2, desks: 2, warmUp: 2, to: '2026-03-06' as PlainDate, item: { deficient: 0.3, refused: 0.1 } });
const simulation = simulate(model, { cases: 20, whatIf: [{ post: 'fire-rescue', more: 1 }, { post: 'window', more: -1 }] });
const page = simulationReport({ ...simulation, springFestival: simulation.springFestival ?? { from: '2026-02-15' as PlainDate, to: '2026-02-23' as PlainDate, weeks: [] } }, [{ zh: '每工作日 3 件', en: '3 cases a <working> day' }]);

describe('the report of a simulation', () => {
  it('is one well-formed page that asks for nothing and runs nothing', () => {
    const body = /<body>([\s\S]*)<\/body>/.exec(page)![1]!.replace(/<input ([^>]*)>/g, '').replace(/<br>/g, '');
    expect(faultIn(body)).toBeNull();
    expect(page).not.toMatch(/<script|https?:|url\((?!#)|<img|<link/);
    expect(page).toContain(`default-src 'none'`);
  });

  it('names every post, the bottleneck, every change with its difference, and what is assumed, in both languages', () => {
    const text = readText(page);
    for (const { name } of simulation.posts) for (const one of [name.zh, name.en]) expect(text).toContain(one.replace(/\s/g, ''));
    for (const one of ['瓶颈', 'bottleneck', '消防救援机构承办人+1人', 'Fireandrescue,reviewers+1', '综合窗口−1人', '每工作日3件', '3casesa<working>day']) expect(text).toContain(one);
    const [changed] = simulation.whatIf;
    expect(text).toContain(`差difference${changed!.difference.share > 0 ? '+' : ''}${(changed!.difference.share * 100).toFixed(1)}%`);
  });

  it('writes a scale whose steps are what they say', () => {
    const steps = (greatest: number) => [0.25, 0.5, 0.75, 1].map((share) => scaleOf(roundedUp(greatest))(share * roundedUp(greatest)));
    expect(steps(0.09)).toEqual(['2.5%', '5.0%', '7.5%', '10.0%']);
    expect(steps(0.07)).toEqual(['2%', '4%', '6%', '8%']);
    expect(steps(0.004)).toEqual(['0.1%', '0.2%', '0.3%', '0.4%']);
  });

  it('is the same for the same simulation', () => {
    expect(simulationReport(simulation, [])).toBe(simulationReport(simulation, []));
  });
});
