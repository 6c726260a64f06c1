// The gallery of widgets, which no place of the app leads to.

import assert from 'node:assert/strict';
import { say } from './screens.mjs';
import { test } from './testing.mjs';

test('The gallery of widgets stands behind ?gallery, in the second part of the program', async ({ open, site }) => {
    const page = await open();
    await page.goto(`${site.url}?gallery`);
    await page.get('heading', say('nav.gallery')).first().waitFor();
    await page.get('grid', 'People of the gallery').waitFor();
    assert.equal(await page.evaluate(() => location.search), '?gallery');
});
