import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { COMMANDS, type Command, type CommandName } from '../../workflows/case/command-table.ts';
import { REJECTIONS, type Rejection, sentenceOf } from '../../workflows/case/rejection.ts';
import { step } from '../../workflows/case/step.ts';
import { forTimes, inEveryStory } from './law.ts';
import { PEOPLE } from './people.ts';
import { play } from './play.ts';
import { randomStory } from './random-story.ts';

const NAMES = Object.keys(COMMANDS) as CommandName[];
const json = fc.jsonValue({ maxDepth: 3 });

/** What looks like a command from afar: the right words in the wrong places. */
const almost = fc.record({
  id: fc.oneof({ weight: 9, arbitrary: fc.string() }, { weight: 1, arbitrary: json }),
  do: fc.oneof({ weight: 20, arbitrary: fc.constantFrom<string>(...NAMES) }, { weight: 2, arbitrary: fc.constantFrom<string>('toString', '__proto__', '') }, { weight: 1, arbitrary: json }),
  as: fc.oneof({ weight: 15, arbitrary: fc.constantFrom(...PEOPLE) }, { weight: 1, arbitrary: json }),
  with: json,
}, { requiredKeys: [] });

/** Every argument is there, and some of them are anything at all. */
const anyArguments = fc.constantFrom(...NAMES).chain((name) =>
  fc.record({
    id: fc.constant('x'),
    do: fc.constant(name),
    as: fc.constantFrom(...PEOPLE.filter((one) => (COMMANDS[name].by as readonly string[]).includes(one.role))),
    with: fc.record(Object.fromEntries(Object.keys(COMMANDS[name].with).map((argument) => [argument, plausible]))),
  }));
const word = fc.constantFrom('food-licence', 'business-licence', 'identity-card', 'has-kitchen', 'joint', 'expert-review', '2026-03-01', 'complete', 'deficient', 'pickUp', '1', '__proto__', 'constructor', 'hasOwnProperty');
const object = fc.dictionary(
  fc.constantFrom('target', 'material', 'field', 'problem', 'supply', 'form', 'files', 'id', 'days', 'settlesYears', 'publishedOn', 'date', 'kind', 'name', 'has-kitchen', '__proto__'),
  fc.oneof(word, json, fc.array(json, { maxLength: 2 }), fc.record({ material: word }), fc.record({ field: word })),
);
const plausible = fc.oneof(word, fc.integer({ min: -1, max: 5 }), fc.boolean(), json, fc.array(word, { minLength: 1, maxLength: 2 }), object, fc.array(object, { minLength: 1, maxLength: 2 }));

describe('whatever is sent as a command', () => {
  for (const [what, arbitrary] of [['any JSON', json], ['almost a command', almost], ['a command with any arguments', anyArguments]] as const) {
    it(`gets an answer and never an exception: ${what}`, () => {
      fc.assert(fc.property(randomStory(12), fc.array(arbitrary as fc.Arbitrary<unknown>, { minLength: 20, maxLength: 40, size: 'max' }), (story, commands) => {
        const { plan, last } = play(story);
        for (const command of commands) {
          const { rejection, state } = step(plan, last.calendar, last.state, command as Command, last.at);
          if (rejection) expect(Object.keys(REJECTIONS)).toContain(rejection.code);
          expect(JSON.parse(JSON.stringify(state))).toEqual(state);
        }
      }), forTimes(35));
    });
  }

  it('is refused with a code that its row of the command table names, or that any command can get', () => {
    inEveryStory(({ events }) => {
      for (const { command, result: { rejection } } of events) {
        if (!rejection || GENERAL.includes(rejection.code)) continue;
        const declared: readonly string[] = COMMANDS[command!.do].refusals;
        if (!declared.includes(rejection.code)) throw new Error(`${command!.do} is refused with ${rejection.code}, which its row does not name`);
      }
    }, { runs: 80 });
  });

  it('is refused in sentences without an empty place', () => {
    inEveryStory(({ events }) => {
      for (const { result: { rejection } } of events) if (rejection) expect(unfilled(rejection)).toEqual([]);
    }, { runs: 100 });
  });
});

/** What any command can be refused with, whatever it is. */
const GENERAL: readonly string[] = ['command.unknown', 'command.argument', 'command.wrongRole', 'command.notNow', 'case.archived'];

function unfilled({ code, params }: Rejection): string[] {
  expect(sentenceOf({ code, params }).zh).not.toMatch(/[{}]|undefined/);
  return [REJECTIONS[code].zh, REJECTIONS[code].en].flatMap((sentence) =>
    [...sentence.matchAll(/\{(\w+)\}/g)].flatMap(([, name]) => (params[name!] === undefined || params[name!] === '' ? [`${code} {${name}}`] : [])));
}
