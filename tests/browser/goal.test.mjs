// The sample's story, from stating a goal to an offer: five steps, the first week, who helps with what, a gap
// taken into the plan, somebody asked, and the way to the offer told in steps.

import assert from 'node:assert/strict';
import { begins, choose, find, go, openSample, saved, say, stateGoal } from './screens.mjs';
import { test } from './testing.mjs';

const wish = 'Lead a ward for newborns';

test('A goal is stated in five steps and its plan stands the next morning', async ({ open }) => {
    const page = await open();
    await openSample(page);
    await go(page, 'goals');
    await page.get('button', say('goal_start.new')).click();
    await stateGoal(page, { wish, role: 'Ward Lead' });
    await saved(page);
    await page.reload();
    await page.get('main').waitFor({ timeout: 60_000 });
    await go(page, 'goals');
    await page.get('grid', say('nav.goals')).get('row', wish).click();
    await page.get('heading', wish).waitFor();
    await page.get('grid', say('goal_needs.title')).waitFor();
    assert.deepEqual(await page.errors(), []);
});

test('A goal shows who helps, what is missing and the way to an offer', async ({ open }) => {
    const page = await open();
    await openSample(page);
    await go(page, 'goals');
    await page.get('grid', say('nav.goals')).get('row', 'Lead a cardiac ward').click();
    const matrix = page.get('grid', say('goal_needs.title'));
    // A cell says what speaks for somebody.
    await matrix.get('row', 'Rosa Torres').get('gridcell', say('goal_needs.gives')).first().click();
    await page.get('heading', say('goal_needs.evidence')).waitFor();
    await page.press('Escape');
    await page.get('dialog').waitGone();
    // A gap's first step goes into the plan.
    const gap = page.get('list', begins(say('goal_gaps.steps', ''))).first().get('listitem').first();
    await gap.get('button', say('goal_gaps.take')).click();
    await page.get('button', say('toast.undo')).waitFor();
    // An opening that goes on to an offer tells the way to it, as the one that is there already does.
    await find(page, 'clinic partnership', 'Clinic partnership');
    await page.get('heading', say('led.how')).waitFor();
    await choose(page, say('opps.stage'), say('stage.offer'));
    await page.get('list', begins(say('led.steps', ''))).get('listitem', say('came.stage', say('stage.offer'))).waitFor();
    await go(page, 'opportunities');
    await page.get('radio', say('led.title')).click();
    await page.get('list', say('led.steps', 'Ward Lead')).waitFor();
    await saved(page);
    assert.deepEqual(await page.errors(), []);
});
