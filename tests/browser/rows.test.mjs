// MISSION.md's rows about people, each walked through as a person would: what the texts describe can be done
// from the screens, is kept, and shows up where it is due. The rows of goals are in goal.test.mjs.

import assert from 'node:assert/strict';
import { linkedin, person } from './data.mjs';
import { addHere, begins, choose, field, find, go, guide, help, importFile, kept, line, openSample, option, pick, record, row, say, state, todayWithout,
    write } from './screens.mjs';
import { test } from './testing.mjs';

const walk = { limit: 240 };

test('Rows 1 and 5: an event is prepared, who is met there is added on the spot, and each is followed up', async ({ open }) => {
    const page = await open();
    await openSample(page);
    await record(page, 'events', 'events', { [field('event.name')]: 'Evening on nights', [field('event.from')]: 'today' });
    await page.get('main').get('button', say('page.how_to')).click();
    await page.get('dialog', guide('before_event')).get('button', say('guide.close')).click();
    await pick(page, say('page.to_meet_add'), 'Karin Holm');
    await page.get('list', say('page.to_meet')).get('link', 'Karin Holm').waitFor();
    for (const name of ['Zita Brandt', 'Otto Falk']) await pick(page, say('page.people_there_add'), name);
    await page.get('list', say('page.people_there')).get('link', 'Otto Falk').waitFor();
    await page.press('Tab');

    const [zita, otto] = ['Zita Brandt', 'Otto Falk'].map((name) => say('agenda.title.follow_up', name));
    await go(page, 'today');
    await line(page, zita).get('button', say('today.step_write')).click();
    await write(page, 'Zita Brandt', (text) => assert.match(text, /Evening on nights/));
    await todayWithout(page, zita);
    await line(page, otto).get('checkbox', say('today.tick', otto)).click();
    await todayWithout(page, otto);

    await find(page, 'evening on nights', 'Evening on nights');
    await page.get('textbox', field('event.outcome')).fill('Zita leads nights in Malmö', { then: 'Tab' });
    await choose(page, field('event.worth'), option('event.worth', 'yes'));
    await kept(page);
    await page.get('textbox', field('event.outcome')).waitUntil((node) => node.value === 'Zita leads nights in Malmö');
}, walk);

test('Rows 2, 3 and 14: contacts come from LinkedIn, an association is joined, and who decides is marked and found', async ({ open }) => {
    const page = await open();
    await importFile(page, 'Connections.csv', linkedin(12));
    const who = person(3).name;
    await record(page, 'events', 'organisations', { [field('organisation.name')]: 'Association of Ward Leads' });
    await page.get('button', say('page.membership_add')).click();
    await page.get('textbox', field('affiliation.role')).fill('Member', { then: 'Tab' });
    await page.get('textbox', field('affiliation.from')).fill('2025-03-01', { then: 'Tab' });
    await page.get('textbox', field('affiliation.brought')).fill('A talk, and three people to ask', { then: 'Tab' });
    await pick(page, say('page.people_now_add'), who);
    await page.get('list', say('page.people_now')).get('link', who).click();
    await page.get('heading', who).waitFor();
    await page.get('complementary', who).get('button', say('person.add_field')).click();
    await page.get('menuitem', field('person.decides')).click();
    await addHere(page, field('person.decides'), option('person.decides', 'hiring'));
    await go(page, 'people');
    await page.get('button', say('people.filter')).click();
    await choose(page, say('people.filter_decides'), say('people.decides_anything'));
    await page.until((count) => document.querySelector('[role=grid]')?.getAttribute('aria-rowcount') === count, { values: ['2'] });
    await row(page, who).waitFor();
    await kept(page);
    await find(page, 'association of ward', 'Association of Ward Leads');
    await page.get('textbox', field('affiliation.brought')).waitUntil((node) => node.value === 'A talk, and three people to ask');
    await page.get('list', say('page.people_now')).get('listitem', who).waitUntil((node) => node.description.includes(say('words.decides', option('person.decides', 'hiring'))));
}, walk);

test('Row 4: a goal names whom to get to know and by whom, with a draft that asks for the introduction', async ({ open }) => {
    const page = await open();
    await openSample(page);
    await find(page, 'lead a cardiac', 'Lead a cardiac ward');
    const firsts = page.get('list', say('first.contacts'));
    const karin = firsts.get('listitem', 'Karin Holm');
    const { description } = await karin.look();
    const through = new RegExp(`${say('first.through', '([^·,]+?)')}( ·|,|$)`).exec(description)[1];
    await karin.get('button', say('goal_needs.write')).click();
    await write(page, through, (text) => assert.match(text, /Karin Holm/));
    await go(page, 'favours');
    await page.get('list', say('favours.on_others')).get('link', begins(say('words.favour_received', option('favour.kind', 'introduction'), through))).waitFor();
    await kept(page);
}, walk);

test('Row 6: circles give a rhythm; who is due waits for a reply, is logged, and the rhythm is relaxed', async ({ open }) => {
    const page = await open();
    await openSample(page);
    await go(page, 'today');
    const samira = say('agenda.title.due_contact', 'Samira Rahimi');
    await page.get('button', say('today.menu', samira)).click();
    await page.get('menuitem', say('today.until_reply')).click();
    await todayWithout(page, samira);
    await page.get('button', say('toast.undo')).click();
    await line(page, samira).get('button', say('today.step_get_in_touch')).click();
    await page.get('dialog', say('log.title')).get('textbox', say('log.line')).waitUntil((node) => node.edited);
    await page.type('coffee about next summer');
    await page.get('dialog', say('log.title')).get('button', say('form.save')).click();
    await todayWithout(page, samira);

    await find(page, 'samira', 'Samira Rahimi');
    await page.get('list', say('person.timeline')).get('button', /Next summer/).waitFor();
    await choose(page, field('person.circle'), option('person.circle', '50'));
    await page.get('heading', say('today.rhythm')).waitFor();
    await go(page, 'today');
    await page.get('button', say('today.rhythm_open')).click();
    await page.get('textbox', say('today.time_for')).fill('3', { then: 'Enter' });
    await page.get('button', say('today.relax_do')).click();
    await page.get('button', say('toast.undo')).waitFor();
    await kept(page);
}, walk);

test('Rows 7, 8 and 9: what is offered, asked and promised goes from open to done, on both sides', async ({ open }) => {
    const page = await open();
    await openSample(page);
    await go(page, 'favours');
    const pair = page.get('list', say('suggest.introductions')).get('listitem').first();
    await pair.get('button', say('suggest.introduce_yes')).click();
    await page.get('list', say('favours.path')).waitFor();
    await help(page, 'advice', 'Oskar Blom', { about: 'the notice period' });
    // Agreed, done, thanked, told: one press each.
    const asked = begins(`${say('words.favour_received', option('favour.kind', 'advice'), 'Oskar Blom')}: the notice period`);
    for (const [step, list] of [['they_agreed', 'on_others'], ['done', 'on_others'], ['thanked', 'on_you'], ['told', 'on_you']]) {
        await go(page, 'favours');
        const button = page.get('list', say(`favours.${list}`)).get('listitem', asked).get('button', say(`next.${step}`));
        await button.click();
        await button.waitGone();
    }
    await page.get('list', say('favours.on_you')).get('listitem', asked).waitGone();
    // A promise of mine, by its day.
    await page.get('button', say('favours.add_promise')).click();
    const promise = page.get('dialog', say('favours.add_promise'));
    await promise.get('textbox', field('action.title')).fill('Send Oskar the old roster');
    await promise.get('textbox', field('action.due')).fill('tomorrow');
    await promise.get('button', say('form.save')).click();
    await promise.waitGone();
    await go(page, 'today');
    const roster = 'Send Oskar the old roster';
    await line(page, roster).get('checkbox', say('today.tick', roster)).click();
    await todayWithout(page, roster);
    await kept(page);
}, walk);

test('Rows 10 and 11: a draft begins with what two people share and is kept; a meeting is prepared and reviewed', async ({ open }) => {
    const page = await open();
    await openSample(page);
    await find(page, 'hanako', '佐藤 花子');
    await page.get('button', say('person.write_short')).click();
    const draft = page.get('dialog', say('message.title', '佐藤 花子'));
    const text = await draft.get('textbox', say('message.text')).value();
    assert.match(text, /Dinner at Hanako/); // what was last spoken about
    await draft.get('textbox', say('message.subject')).fill('Sunday?');
    await draft.get('button', say('message.keep')).click();
    await draft.waitGone();
    await go(page, 'today');
    await line(page, say('message.kept_title', '佐藤 花子', 'Sunday?')).waitFor();

    const tove = say('agenda.title.prepare_meeting', 'Tove Åkesson');
    await line(page, tove).get('button', say('today.step_prepare')).click();
    const sheet = page.get('dialog', tove);
    await sheet.get('list', say('prepare.ask')).waitFor();
    await sheet.get('textbox', say('prepare.bring_up')).fill('Weekend shifts');
    await sheet.get('button', say('prepare.ready')).click();
    await todayWithout(page, tove);
    // A meeting of yesterday's that was planned: what was said, and what each promised.
    await page.get('banner').get('button', say('top.log')).click();
    await page.get('textbox', say('log.line')).waitUntil((node) => node.edited);
    await page.type('call with George tomorrow about Uppsala');
    await page.get('dialog', say('log.title')).get('button', say('form.save')).click();
    await line(page, say('agenda.title.prepare_meeting', 'George Adeyemi')).waitFor();
    await kept(page);
    await line(page, say('message.kept_title', '佐藤 花子', 'Sunday?')).waitFor();
}, walk);

test('Row 12: a mentor is found among one’s own contacts, asked, agreed with, and the mentoring ends well', async ({ open }) => {
    const page = await open();
    await openSample(page);
    await go(page, 'favours');
    await page.get('tab', say('nav.mentorships')).click();
    await page.get('button', say('suggest.find_mentor')).click();
    await page.get('textbox', say('suggest.field')).fill('ward leadership');
    const first = page.get('list', say('suggest.candidates')).get('listitem', 'Thandiwe Nkosi');
    await first.get('button', say('suggest.ask')).click();
    await page.get('heading', begins('Thandiwe Nkosi')).waitFor();
    await choose(page, field('mentorship.stage'), option('mentorship.stage', 'active'));
    await page.get('textbox', say('page.agenda')).fill('Her last year on the ward', { then: 'Tab' });
    await page.get('button', say('page.commitments_add')).click();
    const commitment = page.get('dialog');
    await commitment.get('textbox', say('part.commitments.what')).fill('Write down three questions');
    await commitment.get('textbox', 'Due').fill('tomorrow');
    await commitment.get('button', say('form.save')).click();
    await commitment.waitGone();
    await go(page, 'today');
    await line(page, 'Write down three questions').waitFor();
    await find(page, 'thandiwe', 'Thandiwe Nkosi');
    await page.get('list', say('person.timeline')).get('button', begins('Thandiwe Nkosi')).click();
    await choose(page, field('mentorship.stage'), option('mentorship.stage', 'ended'));
    await page.get('textbox', field('mentorship.to')).fill('today', { then: 'Tab' });
    await go(page, 'today');
    await line(page, say('agenda.title.mentorship_end', 'Thandiwe Nkosi')).get('button', say('today.step_end')).click();
    await write(page, 'Thandiwe Nkosi', (letter) => assert.match(letter, /regular meetings/));
    await todayWithout(page, say('agenda.title.mentorship_end', 'Thandiwe Nkosi'));
    await kept(page);
}, walk);

test('Row 13: a referral goes from choosing whom to ask to telling what came of it', async ({ open }) => {
    const page = await open();
    await openSample(page);
    await record(page, 'opportunities', 'opportunities', { [field('opportunity.title')]: 'Night Lead' });
    await pick(page, field('opportunity.organisation'), 'St. Anna Hospital');
    await page.get('paragraph', say('opportunity.missing.referrer', 'St. Anna Hospital')).waitFor();
    await page.get('button', say('opps.perhaps', 'Ingrid Berg')).first().waitFor();
    await page.get('button', say('page.helped_with_add')).click();
    const form = page.get('dialog', say('page.helped_with_add'));
    await choose(form, field('favour.direction'), option('favour.direction', 'received'));
    await choose(form, field('favour.kind'), option('favour.kind', 'referral'));
    await pick(form, field('favour.person'), 'Priya Sharma');
    await form.get('textbox', field('favour.about')).fill('Night Lead');
    await form.get('button', say('form.save')).click();
    await form.waitGone();
    await page.get('link', begins(`${say('words.favour_received', option('favour.kind', 'referral'), 'Priya Sharma')}: Night Lead`)).first().click();
    // Asked of late already: said before one asks again.
    await page.get('note', begins(say('fact.last_asked', ''))).waitFor();
    await page.get('button', say('page.materials_add')).click();
    const needed = page.get('dialog');
    await needed.get('textbox', say('part.materials.what')).fill('CV, two pages');
    await needed.get('button', say('form.save')).click();
    await needed.waitGone();
    for (const stage of ['they_agreed', 'done', 'thanked']) await state(page, stage);
    await page.get('textbox', field('favour.outcome')).fill('An interview', { then: 'Tab' });
    await go(page, 'today');
    const tell = say('agenda.title.favour_tell', 'Priya Sharma', 'Night Lead');
    await line(page, tell).get('button', say('today.step_tell')).click();
    await write(page, 'Priya Sharma', (letter) => assert.match(letter, /An interview/));
    await todayWithout(page, tell);
    await kept(page);
}, walk);

test('Rows 16 and 17: work done together, on a project and on a committee outside the own department', async ({ open }) => {
    const page = await open();
    await openSample(page);
    await record(page, 'events', 'projects', { [field('project.name')]: 'Discharge calls', [field('project.from')]: '2026-01-05' });
    await choose(page, field('project.kind'), option('project.kind', 'committee'));
    await page.get('textbox', field('project.department')).fill('Quality', { then: 'Tab' });
    await page.get('textbox', field('project.role')).fill('Ward representative', { then: 'Tab' });
    await pick(page, say('page.people_in_add'), 'Kavitha Raman');
    await page.get('list', say('page.people_in')).get('link', 'Kavitha Raman').waitFor();
    await page.press('Tab');
    // Over since yesterday: what came of it is asked for, and noted.
    await page.get('textbox', field('project.to')).fill('yesterday', { then: 'Tab' });
    await go(page, 'today');
    const over = say('agenda.title.review_event', 'Discharge calls');
    await line(page, over).get('button', say('today.step_open')).click();
    await page.get('textbox', field('project.outcome')).fill('A fifth fewer come back', { then: 'Tab' });
    await go(page, 'today');
    await todayWithout(page, over);
    await find(page, 'kavitha', 'Kavitha Raman');
    await page.get('list', say('person.timeline')).get('button', 'Discharge calls').waitFor();
    await kept(page);
}, walk);

test('Rows 23, 24 and 25: feedback is given, a promotion celebrated, and something hard is not gone through alone', async ({ open }) => {
    const page = await open();
    await openSample(page);
    await go(page, 'today');
    // Feedback that was promised.
    const feedback = say('agenda.title.favour_do', 'Fatima Hassan', 'her application');
    await line(page, feedback).get('checkbox', say('today.tick', feedback)).click();
    await todayWithout(page, feedback);
    // A new role, congratulated by a message.
    const news = say('celebration.promotion', 'Wang Xiaoming', 'Head Nurse');
    await page.get('button', say('today.menu', news)).click();
    await page.get('menuitem', say('step.congratulate')).click();
    await write(page, 'Wang Xiaoming', (letter) => assert.match(letter, /Head Nurse/));
    await todayWithout(page, news);
    // Something hard: whom to turn to is suggested with the reason; Today asks until it was done.
    await record(page, 'goals', 'challenges', { [field('challenge.title')]: 'The new roster', [field('challenge.from')]: '2026-01-05' });
    const could = page.get('list', say('suggest.turn_to')).get('listitem').first();
    const name = await could.name();
    await could.get('button', say('suggest.add')).click();
    await page.get('list', say('page.turn_to')).get('link', name).waitFor();
    await page.get('main').get('button', say('page.how_to')).click();
    await page.get('dialog', guide('asking_support')).get('button', say('guide.close')).click();
    await page.get('textbox', say('page.what_helped')).fill('A walk, and a list of three', { then: 'Tab' });
    await kept(page);
    await page.get('textbox', say('page.what_helped')).waitUntil((node) => node.value === 'A walk, and a list of three');
}, walk);
