/** People to show: one as people are, and some whose names and addresses try to break the page. */
import { createHolder, newPhone } from '../account-people.ts';
import { call, newEmail } from '../operator.ts';

/** Ada, who is the same in every picture: whoever bore her name or had her address before makes room. */
export async function createAda() {
  for (const hers of ['search.username=ada', 'search.primaryEmail=ada@example.com']) {
    const before = (await call('GET', `/api/users?${hers}&mode=exact`)) as { id: string }[];
    for (const { id } of before) await call('DELETE', `/api/users/${id}`);
  }
  return createHolder({
    username: 'ada',
    primaryEmail: 'ada@example.com',
    primaryPhone: newPhone(),
    profile: {
      givenName: 'Ada',
      familyName: 'Lovelace',
      birthdate: '1815-12-10',
      zoneinfo: 'Europe/London',
      address: { streetAddress: '12 St James’s Square', locality: 'London', postalCode: 'SW1Y 4JH', country: 'GB' },
    },
  });
}

/** Two hundred letters without a place to break. */
const endless = 'Wolfeschlegelsteinhausenbergerdorff'.repeat(6).slice(0, 200);
/** Turns the line around, and stays so. */
const turned = 'Ada \u202Egnp.exe \u2066\u05d0\u05d1\u05d2';
const stacked = 'Z\u0351\u036b\u0343\u036a\u0302a\u0334\u0322\u0352\u034dl\u0335g\u0321o\u0328';
const markup = '<img src=x onerror=alert(1)> "><script>{{user.name}}';

/** Names as people and applications may have them, each a test of its own. */
export const hostileNames = { endless, turned, stacked, markup } as const;

/** Somebody with an endless name in every field. */
export const createHostile = (name: string) =>
  createHolder({
    name: name.slice(0, 128),
    primaryEmail: `${'a'.repeat(50)}.${newEmail()}`,
    profile: {
      givenName: name,
      familyName: turned,
      nickname: markup,
      address: { streetAddress: name, locality: stacked },
    },
    customData: { name },
  });
