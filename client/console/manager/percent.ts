/** A share, 0 to 1, as per cent with one decimal where it has one: never rounded up to a whole hundred. */
export function percentOf(share: number): string {
  const tenths = Math.floor(share * 1000 + 1e-9) / 10;
  return `${tenths}%`;
}
