// Staff go through every page by keyboard alone: all that can be used is reached, and the focus is always seen.
import { after, test } from 'node:test';
import { closeBrowser, inHouse } from './lib/house.mjs';
import { tabThrough } from './lib/keyboard.mjs';
import { PERSONAS, SLUG, WIDTHS, logIn, path, submit } from './lib/walk.mjs';

const PERSON = { role: 'self', name: 'Kari', email: 'k@example.org', 'answer-1': 'Barna må bli hørt.' };
const OF_ALL = ['', '/ny', '/brev', '/tilganger', '/logg'];
const OF_ONE = [
  '', '/utvikling', '/sporsmal/1', '/kodebok', '/kodebok/T1', '/eksport', '/oppsett', '/oppsett/tekster',
  '/oppsett/opplysninger', '/skjema', '/skjema/nytt', '/dokumenter', '/dokumenter/horingsutkast.pdf', '/inviterte',
  '/styring', '/resultat',
];

after(closeBrowser);

for (const width of WIDTHS) {
  test(`every page of staff by keyboard alone at ${width} px`, () => inHouse(async ({ visit }) => {
    const reference = await submit(await visit({ width }), PERSONAS.citizen, PERSON);
    const visitor = await visit({ width });
    await logIn(visitor, PERSONAS.administrator, '/saksbehandling');
    const ofRound = [...OF_ONE, `/innspill/${reference}`].map((rest) => `/${SLUG}${rest}`);
    for (const rest of [...OF_ALL, ...ofRound]) {
      await visitor.page.goto(path(visitor, `/saksbehandling${rest}`));
      await tabThrough(visitor);
    }
  }));
}
