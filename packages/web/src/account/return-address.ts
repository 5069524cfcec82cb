/**
 * Where an application is told what came of the task that it sent somebody to: its own address, with the task and the result,
 * never a value.
 */
export function returnAddress(url: string, place: string, result: 'done' | 'cancelled' | 'unavailable'): string {
  const address = new URL(url);
  address.searchParams.set('account_task', taskOf(place));
  address.searchParams.set('account_result', result);
  return address.href;
}

/** The task at a place, by one word: `email` for `security/email`, `linked` for every provider. */
export function taskOf(place: string): string {
  const [area = '', task] = place.split('/').filter(part => part !== '');
  return (area === 'security' ? task : undefined) ?? (area === '' ? 'overview' : area);
}
