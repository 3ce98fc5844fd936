/** What commander finds wrong with a command line, in Chinese; its own English sentence follows. */
const COMPLAINTS: readonly (readonly [RegExp, string])[] = [
  [/missing required argument '(.+)'/, '缺少参数“$1”。'],
  [/option '(.+)' argument missing/, '选项“$1”后面缺少值。'],
  [/required option '(.+)' not specified/, '缺少必填选项“$1”。'],
  [/unknown option '(.+?)'/, '没有选项“$1”。'],
  [/unknown command '(.+?)'/, '没有命令“$1”。'],
  [/too many arguments/, '参数太多。'],
];

/** @example complaint("error: unknown command 'shwo'\n(Did you mean show?)") // 没有命令“shwo”。 Unknown command 'shwo' … */
export function complaint(said: string): string {
  const english = said.replace(/^error: (.)/, (_, first: string) => first.toUpperCase());
  const found = COMPLAINTS.map(([pattern, zh]) => [pattern.exec(said), zh] as const).find(([match]) => match);
  return found ? `${found[1].replace('$1', found[0]![1] ?? '')} ${english}` : english;
}
