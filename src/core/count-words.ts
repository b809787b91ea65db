/** A number rounded to the next whole one, with commas between its thousands: "5,000". */
export function grouped(count: number): string {
  return String(Math.round(count)).replace(/\B(?=(?:\d{3})+$)/gu, ',');
}

/** A count with its noun: "1 row", "3 rows", "5,000 videos". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : many}`;
}
