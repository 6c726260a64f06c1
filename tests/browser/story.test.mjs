// MISSION's story from beginning to end, in an empty Kith: a goal, an association, an evening, a follow-up, an
// introduction, a referral, an interview, an offer; and Kith tells at the end what led to what.

import assert from 'node:assert/strict';
import { begins, choose, detail, field, go, help, kept, line, option, pick, record, say, state, stateGoal, todayWithout, write } from './screens.mjs';
import { test } from './testing.mjs';

const stage = (key) => say('came.stage', say(`stage.${key}`));

test('Row 28: from stating the goal to the offer, and what led to it is told step by step', async ({ open }) => {
    const page = await open();
    await page.get('button', begins(say('goal_start.first'))).click();
    await stateGoal(page, { wish: 'Lead a cardiac ward', role: 'Ward Lead' });
    await page.get('heading', 'Lead a cardiac ward').first().waitFor();

    await record(page, 'events', 'organisations', { [field('organisation.name')]: 'Association of Ward Leads' });
    await choose(page, field('organisation.kind'), option('organisation.kind', 'association'));
    await page.get('button', say('page.membership_add')).click();
    await page.get('textbox', field('affiliation.from')).fill('2025-03-01', { then: 'Tab' });
    await record(page, 'events', 'events', { [field('event.name')]: 'Evening on nights', [field('event.from')]: '2025-04-02' });
    await pick(page, field('event.organisation'), 'Association of Ward Leads');
    await pick(page, say('page.people_there_add'), 'Hanako Sato');
    await page.get('list', say('page.people_there')).get('link', 'Hanako Sato').waitFor();

    // An evening of today's is followed up; this one only led somewhere.
    await record(page, 'events', 'events', { [field('event.name')]: 'Morning on rosters', [field('event.from')]: 'today' });
    await pick(page, say('page.people_there_add'), 'Otto Falk');
    const otto = say('agenda.title.follow_up', 'Otto Falk');
    await go(page, 'today');
    await line(page, otto).get('button', say('today.step_write')).click();
    await write(page, 'Otto Falk', (text) => assert.match(text, /Morning on rosters/));
    await todayWithout(page, otto);

    // Hanako introduces; whom she introduced refers.
    await help(page, 'introduction', 'Hanako Sato', { about: 'the ward at St. Anna', goal: 'Lead a cardiac ward' });
    await detail(page, field('favour.introduced'));
    await pick(page, field('favour.introduced'), 'Mehmet Demir');
    await page.get('combobox', field('favour.introduced')).waitUntil((node) => node.value === 'Mehmet Demir');
    for (const next of ['they_agreed', 'done', 'thanked', 'told']) await state(page, next);
    await page.get('main').get('button', say('page.led_to_add')).click();
    const referral = page.get('dialog', say('page.led_to_add'));
    await choose(referral, field('favour.direction'), option('favour.direction', 'received'));
    await choose(referral, field('favour.kind'), option('favour.kind', 'referral'));
    await pick(referral, field('favour.person'), 'Mehmet Demir');
    await referral.get('button', say('form.save')).click();
    await referral.waitGone();
    await page.get('list', say('page.led_to')).get('link', begins(say('words.favour_received', option('favour.kind', 'referral'), 'Mehmet Demir'))).click();
    await page.get('heading', begins(say('words.favour_received', option('favour.kind', 'referral'), 'Mehmet Demir'))).waitFor();
    await detail(page, field('favour.opportunity'));
    await pick(page, field('favour.opportunity'), 'Ward Lead');
    for (const next of ['they_agreed', 'done']) await state(page, next);

    // The opening goes through its stages to an offer.
    await go(page, 'opportunities');
    await page.get('link', 'Ward Lead').first().click();
    await page.get('heading', 'Ward Lead').first().waitFor();
    await pick(page, field('opportunity.organisation'), 'St. Anna Hospital');
    await pick(page, field('opportunity.goal'), 'Lead a cardiac ward');
    for (const next of ['applied', 'interview', 'offer']) await choose(page, say('opps.stage'), say(`stage.${next}`));
    const told = page.get('list', say('led.steps', 'Ward Lead'));
    await told.get('listitem', stage('offer')).waitFor();
    const steps = await told.get('listitem').names();
    const way = [say('came.joined', 'Association of Ward Leads'), say('came.met_at', 'Hanako Sato', 'Evening on nights'),
        say('came.introduction_to', 'Hanako Sato', 'Mehmet Demir'), say('came.referral', 'Mehmet Demir'), stage('applied'),
        stage('interview'), stage('offer')];
    assert.deepEqual(steps.filter((step) => way.includes(step)), way, `told is: ${steps.join('; ')}`);

    // It is told in the overview as well, stands in Today with its date, and is there the next morning.
    await kept(page);
    await go(page, 'opportunities');
    await page.get('radio', say('led.title')).click();
    await page.get('list', say('led.steps', 'Ward Lead')).get('listitem', way[0]).waitFor();
    await page.get('list', say('led.organisations')).get('listitem', 'Association of Ward Leads').waitFor();
    await go(page, 'goals');
    await page.get('grid', say('nav.goals')).get('row', 'Lead a cardiac ward').click();
    await page.get('list', say('page.opportunities_for')).get('link', 'Ward Lead').waitFor();
}, { limit: 240 });
