import { describe, expect, it } from '@jest/globals';
import { type Command, type CommandName, COMMANDS } from '../../workflows/case/command-table.ts';
import { permitted } from '../../workflows/case/permitted.ts';
import { step, tick } from '../../workflows/case/step.ts';
import { inEveryStory } from './law.ts';
import { PEOPLE, STRANGERS } from './people.ts';
import { type Played, possible, type Situation } from './play.ts';
import { sensibleCommand } from './sensible-arguments.ts';

/** A sensible person may still be told these: they are about what he says, not about whether he may. */
const ABOUT_WHAT_IS_SAID = ['calendar.nothingNew', 'correction.addsItem', 'examine.onTheSpot', 'form.invalid'];

describe('what a person may do', () => {
  it('is not refused to him', () => {
    inEveryStory((played) => {
      for (const { state, calendar, at } of moments(played)) {
        for (const { as, do: name, item } of possible(played.plan, state, [...PEOPLE, ...STRANGERS])) {
          for (const mood of ['forward', 'harsh'] as const) {
            const command = sensibleCommand('p', name, item, as, { plan: played.plan, state, at }, 7, mood);
            const { rejection } = step(played.plan, calendar, state, command, at);
            if (rejection && !ABOUT_WHAT_IS_SAID.includes(rejection.code)) {
              throw new Error(`${as.role} ${as.id} ${name} ${JSON.stringify(command.with)}: ${rejection.code} ${JSON.stringify(rejection.params)}`);
            }
          }
        }
      }
    }, { runs: 30 });
  });

  it('is everything that he would not be refused', () => {
    inEveryStory((played) => {
      for (const { state, calendar, at } of moments(played)) {
        for (const as of [...PEOPLE, ...STRANGERS]) {
          const may = permitted(played.plan, state, as).map((one) => `${one.do} ${one.item}`);
          // What is not for his role at all is refused before anything else is looked at.
          for (const name of COMMAND_NAMES.filter((one) => (COMMANDS[one].by as readonly string[]).includes(as.role))) {
            for (const item of [null, ...Object.keys(state.items)]) {
              const command = sensibleCommand('p', name, item, as, { plan: played.plan, state, at }, 3, 'forward');
              const about = 'item' in command.with || 'items' in command.with ? item : null;
              if (step(played.plan, calendar, state, command, at).rejection === null && !may.includes(`${name} ${about}`)) {
                throw new Error(`${as.role} ${as.id} was not told that he may ${name} ${about}`);
              }
            }
          }
        }
      }
    }, { runs: 12 });
  });

  it('is what a refusal tells him', () => {
    inEveryStory(({ plan, events }) => {
      for (const { before, command, at, result } of events) {
        if (!result.rejection || !isGiven(command)) continue;
        const { state } = tick(plan, before.calendar, before.state, at);
        const all = permitted(plan, state, command.as).map((one) => one.do);
        for (const one of result.rejection.allowed) expect(all).toContain(one);
      }
    });
  });

  it('is nothing, once the case is archived', () => {
    inEveryStory(({ plan, last }) => {
      if (last.state.phase === 'archived') expect(possible(plan, last.state, [...PEOPLE, ...STRANGERS])).toEqual([]);
    });
  });
});

/** Some moments of a story, from early to late. */
function moments({ events, last }: Played): Situation[] {
  return [...events.filter((_, index) => index % 6 === 5).map(({ result, at }) => ({ ...result, at })), last];
}

const COMMAND_NAMES = Object.keys(COMMANDS) as CommandName[];

function isGiven(command: Command | null): command is Command {
  return typeof command?.as?.name === 'string';
}
