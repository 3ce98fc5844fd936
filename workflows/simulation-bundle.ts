/** What a worker started with `--simulation` serves: also cases whose clock is moved. */
export { bundledCase as default } from './bundled-case.ts';
export { publishCalendar } from './publish-calendar.ts';
