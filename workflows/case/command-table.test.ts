import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { COMMANDS, type CommandRow } from './command-table.ts';
import { REJECTIONS, sentenceOf } from './rejection.ts';

const rows = Object.entries(COMMANDS) as [string, CommandRow][];
const codes = Object.keys(REJECTIONS) as (keyof typeof REJECTIONS)[];
const sources = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && name !== 'rejection.ts');
const source = (name: string) => readFileSync(join(import.meta.dirname, name), 'utf8');

/** Given by the shell around the core, not by a command of the table. */
const OF_THE_SHELL = ['case.planMismatch', 'simulation.refused', 'command.malformed', 'engine.defect'];

/** There is nothing to move, whatever the law says. */
const NOT_BY_LAW: readonly string[] = ['migrate.otherService', 'migrate.nothingNew', 'migrate.closed'];

describe('the command table', () => {
  it('has nothing both executed and not executed', () => {
  });

  it.each(rows)('“%s” has somebody to give it, a phase, an effect in both languages, and each refusal once', (_, row) => {
    expect(row.by.length).toBeGreaterThan(0);
    expect(row.phases.length).toBeGreaterThan(0);
    expect(row.phases).not.toContain('archived');
    expect(row.effect.zh).not.toBe('');
    expect(row.effect.en).not.toBe('');
    expect(new Set(row.refusals).size).toBe(row.refusals.length);
    for (const code of row.refusals) expect(codes).toContain(code);
  });

  it('has every command of the domain, executed or not', () => {
    const domain = [
      'correctOnSpot', 'recordService', 'handOver', 'submitDraft', 'giveConsent', 'answerDefect', 'withdrawItem', 'withdrawCase', 'requestHearing',
      'waiveHearing', 'supplyDeferred', 'rate', 'complain', 'answerPreReview', 'examine', 'recheck', 'startProcedure', 'endProcedure',
      'tellHearingRight', 'recordHearing', 'recordSiteCheck', 'requestExtension', 'consult', 'answerConsultation', 'proposeGrant', 'proposeRefusal',
      'recordAfterCheck', 'answerUrge', 'stateOverdueReason', 'confirm', 'return', 'approveExtension', 'rejectExtension', 'urge', 'rectifyRating',
      'resolveComplaint', 'publishCalendar', 'migrate', 'departmentResult',
    ];
    // Words of our own for what the domain names without a command: docs/other-departments.md.
    const ours = ['reportPreliminary', 'acknowledgeSupervision'];
    expect(Object.keys(COMMANDS).toSorted()).toEqual([...domain, ...ours].toSorted());
  });
});

describe('the rejections', () => {
  it.each(codes.filter((code) => !OF_THE_SHELL.includes(code)))('“%s” is given somewhere in the core', (code) => {
    const given = sources.filter((name) => name !== 'command-table.ts').filter((name) => source(name).includes(`'${code}'`));
    expect(given).not.toEqual([]);
  });

  it('are all in the table: a command’s row names every code its own file gives', () => {
    const declared = new Set(rows.flatMap(([, row]) => row.refusals));
    const elsewhere = codes.filter((code) => !declared.has(code) && !/^(command|case|receipt|simulation|engine)\./.test(code));
    expect(elsewhere).toEqual([]);
  });

  it.each(codes)('“%s” says the same in both languages', (code) => {
    const places = (sentence: string) => [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!.replace(/^zh(.)/, (_, first: string) => first.toLowerCase())).toSorted();
    const { zh, en } = REJECTIONS[code];
    for (const place of places(zh)) if (!places(en).includes(place)) expect([code, 'item', 'department']).toContain(place);
    expect(zh).toMatch(/[。）]$/);
    expect(en).toMatch(/\.$/);
  });

  it.each(codes.filter((code) => code.startsWith('migrate.') && !NOT_BY_LAW.includes(code)))('“%s” names the article that forbids the move', (code) => {
    expect(REJECTIONS[code].zh).toMatch(/（行政许可法第[一二三四五六七八九十]+条(、第[一二三四五六七八九十]+条)*）/);
    expect(REJECTIONS[code].en).toMatch(/\(ALL art\. \d+(, \d+)*\)/);
  });

  it('fill every place of their sentence, with a dash for what is not known', () => {
    expect(sentenceOf({ code: 'item.unknown', params: { item: 'signboard' } })).toEqual({
      zh: '本办件没有事项“signboard”。本办件的事项：—。', en: 'The case has no item “signboard”. Its items: —.',
    });
  });
});
