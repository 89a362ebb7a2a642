import { heading, LIST, reads, rows } from '../steps.mjs';
import { TEAM_KEY } from '../stage.mjs';

const key = (page, say) => page.getByLabel(say('Access key')).waitFor();

async function signIn(page, say, text) {
  await page.getByLabel(say('Access key')).fill(text);
  await page.keyboard.press('Enter');
}

/** Pages beside the list and the operations: for those who have just come, and for those who are wrong here. */
export const OTHER_STATES = [
  {
    name: 'not-set-up',
    says: 'An environment that is not set up',
    server: 'bare',
    at: LIST,
    shown: reads('{environment} is not set up here', { environment: 'Production' }),
  },
  { name: 'no-token', says: 'A server without a token', server: 'bare', at: '/', shown: rows },
  { name: 'sign-in', says: 'A server for a team', server: 'team', at: LIST, shown: key },
  {
    name: 'sign-in-refused',
    says: 'The wrong key',
    server: 'team',
    at: LIST,
    act: async ({ page, say }) => {
      await key(page, say);
      await signIn(page, say, 'not-the-key');
    },
    shown: (page) => page.getByRole('alert').waitFor(),
  },
  {
    name: 'sign-out',
    says: 'Leaving a server for a team',
    server: 'team',
    at: LIST,
    act: async ({ page, say }) => {
      await key(page, say);
      await signIn(page, say, TEAM_KEY);
      await rows(page);
      await page.getByRole('link', { name: say('Sign out') }).click();
    },
    shown: (page, say) => page.getByRole('button', { name: say('Sign out') }).waitFor(),
  },
  { name: 'no-page', says: 'An address that leads nowhere', at: '/nowhere', shown: heading },
];
