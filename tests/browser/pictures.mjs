// Takes pictures of the screens, for the README and for looking at: tests/pictures [DIR] [--only TEXT]…
//
// Each screen in light and dark, 1440×900 and 390×844, with the sample network and with 10,000 people:
// DIR/people-dark-1440.png, DIR/people-dark-1440-10000.png. All come from Chromium.

import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { launch } from './driver/browser.mjs';
import { begins, bring, find, go, guide, importFile, openSample, rest, row, say, table, waitForPeople } from './screens.mjs';
import { linkedin } from './data.mjs';
import { serve } from './site.mjs';

const top = fileURLToPath(new URL('../../', import.meta.url));
const { values: asked, positionals: [folder = join(top, 'build', 'pictures')] } = parseArgs({
    allowPositionals: true,
    options: { only: { type: 'string', multiple: true }, site: { type: 'string', default: join(top, 'build', 'site') } },
});

/** The passphrase, the page that asks for it, and the cards around it. */
const keeping = [
    ['settings-foot', async (page) => {
        await go(page, 'settings');
        await page.get('button', say('packing.open')).place(); // turns the wheel until it is seen
    }],
    ['packing', async (page) => {
        await page.get('button', say('packing.open')).click();
        await page.get('dialog', say('packing.open')).waitFor();
    }],
    ['passphrase-set', async (page) => {
        await page.get('dialog').get('button', say('form.cancel')).click();
        await page.get('button', say('passphrase.set')).click();
        await page.get('dialog').get('textbox', say('passphrase.fresh')).fill('nine blue cups');
        await page.get('dialog').get('textbox', say('passphrase.again')).fill('nine blue cup', { then: 'Enter' });
    }],
    ['passphrase', async (page) => {
        await page.get('dialog').get('textbox', say('passphrase.again')).fill('nine blue cups', { then: 'Enter' });
        await page.get('dialog').waitGone({ timeout: 30_000 });
        await page.get('button', say('passphrase.remove')).place();
    }],
    ['sealed', async (page) => {
        await page.drop([{ name: 'phone.kith', bytes: await readFile(join(top, 'tests/data/kith/sealed.kith')) }]);
        const question = page.get('dialog', say('sealed.title', 'phone.kith'));
        await question.get('textbox', say('sealed.passphrase')).fill('ten red plates', { then: 'Enter' });
        await question.get('paragraph', say('sealed.wrong')).waitFor({ timeout: 20_000 });
    }],
    ['lock', async (page) => {
        await page.get('dialog').get('button', say('form.cancel')).click();
        await go(page, 'settings');
        await page.get('main').get('button', say('passphrase.lock')).click();
        await page.until(() => document.activeElement?.id === 'lock-passphrase', { timeout: 30_000 });
    }],
    ['lock-wrong', async (page) => {
        await page.type('ten red plates');
        await page.press('Enter');
        await page.until(() => !document.getElementById('lock-wrong').hidden, { timeout: 20_000 });
        await page.evaluate(() => { document.querySelector('#lock details').open = true; });
    }],
    ['restore', async (page) => {
        await page.evaluate(() => kith.stopped('restore'));
        await page.until(() => !document.getElementById('restore').hidden);
    }],
];

/** What each picture shows: how to get there from the one before it. */
const screens = [
    ['today', async (page) => {
        await go(page, 'today');
        await page.get('main', say('nav.today')).waitFor();
    }],
    ['week', async (page) => {
        await page.get('tab', say('nav.week')).click();
        await page.get('heading', say('nav.week'), { level: 1 }).waitFor();
    }],
    ['review', async (page) => {
        await page.get('tab', say('nav.review')).click();
        await page.get('radio', say('lookback.month')).click();
    }],
    ['review-step', async (page) => {
        await page.get('button', new RegExp(`^(${say('lookback.begin')}|${say('lookback.begin_again')})$`)).click();
        for (const step of ['step_slipped', 'step_came', 'step_next']) {
            await rest(page);
            await page.get('button', say(`lookback.${step}`)).click();
        }
        await rest(page);
    }],
    ['week-taken', async (page) => {
        await page.get('button', say('lookback.finish')).click();
        await page.get('button', say('weekly.take_all')).click();
        await page.get('tab', say('nav.today')).click();
        await page.get('list', say('weekly.in_today')).waitFor();
    }],
    ['log', async (page, { many }) => {
        await page.press('Control+K');
        await page.get('dialog', say('finder.title')).waitFor();
        await page.type(say('finder.log'));
        await page.get('option', say('finder.log')).first().click();
        await page.get('textbox', say('log.line')).waitUntil((node) => node.edited);
        if (!many) await page.type('coffee with Ben and Priya yesterday about the clinic job, send her the report by Friday');
    }],
    ['prepare', async (page, { many }) => {
        await page.press('Escape');
        await page.press('Escape');
        await page.get('dialog', say('log.title')).waitGone();
        if (!many) await chooseFor(page, say('agenda.title.prepare_meeting', 'Tove Åkesson'), say('step.prepare'));
    }],
    ['message', async (page, { many }) => {
        await page.press('Escape');
        await page.get('dialog').waitGone();
        if (!many) await chooseFor(page, say('agenda.title.favour_thank', 'Ana María Núñez', 'the leadership course'), say('step.thank'));
    }],
    ['people', async (page) => {
        await page.press('Escape');
        await page.press('Escape');
        await page.get('dialog').waitGone();
        await go(page, 'people');
        await table(page).waitFor();
    }],
    ['person', async (page, { someone }) => {
        await row(page, someone).click();
        await page.get('heading', someone).waitFor();
    }],
    ['finder', async (page) => {
        await page.press('Control+K');
        await page.get('dialog', say('finder.title')).waitFor();
        await page.type('an');
        await page.get('option').first().waitFor();
    }],
    ['settings', async (page) => {
        await page.press('Escape');
        await page.get('dialog', say('finder.title')).waitGone();
        await go(page, 'settings');
        await page.get('heading', say('nav.settings'), { level: 1 }).waitFor();
    }],
    ['network', async (page) => {
        await page.press('Escape'); // with many people the finder comes right before
        await page.get('dialog').waitGone();
        await go(page, 'network');
        await page.get('application', say('network.picture_name')).waitFor();
    }],
    ['history', async (page) => {
        await go(page, 'history');
        await page.get('grid', say('nav.history')).waitFor();
    }],
    ...pagesOf('events', 'events', 'ESC Congress'),
    ...pagesOf('events', 'organisations', 'St. Anna Hospital'),
    ...pagesOf('events', 'projects', 'Falls prevention group'),
    ...pagesOf('favours', 'mentorships', /^Rosa Torres/),
    ...pagesOf('goals', 'achievements', 'Triage times down by a fifth'),
    ...pagesOf('goals', 'challenges', 'Short-staffed nights'),
    ...pagesOf('goals', 'goals', 'Lead a cardiac ward'),
    ['goals-board', async (page) => {
        await page.get('radio', say('steps.board')).click();
        await rest(page);
    }],
    ['goals-timeline', async (page) => {
        await page.get('radio', say('steps.timeline')).click();
        await rest(page);
    }],
    ['goal-start', async (page) => {
        await go(page, 'goals');
        await page.get('button', say('goal_start.new')).click();
        await page.get('textbox', say('goal_start.q_wish')).fill('Lead a ward for newborns');
    }],
    ['goal-obstacles', async (page) => {
        for (const step of ['wish', 'target']) await page.get('dialog', say(`goal_start.${step}`)).get('button', say('goal_start.next')).click();
        await page.get('button', say('goal_start.obstacle_2')).click();
    }],
    ['goal-plan', async (page) => {
        await page.get('dialog', say('goal_start.obstacles')).get('button', say('goal_start.next')).click();
        await page.get('dialog', say('goal_start.plan')).get('link').first().waitFor();
    }],
    ['goal-steps', async (page) => {
        await page.get('dialog', say('goal_start.plan')).get('link').first().click();
        await page.get('textbox', say('goal_start.step_name', 1)).waitFor();
    }],
    ['goal-week', async (page) => {
        await page.get('dialog', say('goal_start.plan')).get('button', say('goal_start.next')).click();
        await page.get('dialog', say('goal_start.week')).waitFor();
    }],
    ['guide', async (page) => {
        await page.press('Escape');
        await page.get('dialog').waitGone();
        const title = guide('before_event');
        await find(page, say('guide.offer', title), say('guide.offer', title));
        await page.get('dialog', title).waitFor();
    }],
    ['led-to', async (page) => {
        await page.press('Escape');
        await page.get('dialog').waitGone();
        await go(page, 'opportunities');
        await page.get('radio', new RegExp(`^(${say('led.title')}|${say('led.title_short')})$`)).click();
        await page.get('heading', say('led.sources')).waitFor();
    }],
    ['opportunities', async (page) => {
        await go(page, 'opportunities');
        await page.get('radio', say('opps.board')).click();
        await page.get('link', 'Falls committee seat').waitFor();
    }],
    ['opportunity', async (page) => {
        await page.get('link', 'Falls committee seat').click();
        await page.get('heading', 'Falls committee seat').waitFor();
    }],
    ['favours', async (page) => {
        await go(page, 'favours');
        await page.get('heading', say('favours.on_you')).waitFor();
    }],
    ['favour', async (page) => {
        await page.get('list', say('favours.on_you')).get('link').first().click();
        await page.get('list', say('favours.path')).waitFor();
    }],
    ['import-jobs', async (page) => {
        const file = 'Complete_LinkedInDataExport_02-08-2026.zip';
        await bring(page, file, await readFile(join(top, 'tests/data/linkedin', file)));
    }],
    ['import', async (page) => { await bring(page, 'Connections.csv', linkedin(120, { from: 40 })); }],
    ['files', async (page) => {
        await page.get('button', say('form.cancel')).click();
        await page.get('heading', say('nav.files'), { level: 1 }).waitFor();
    }],
    ['merge', async (page) => {
        await page.drop([{ name: 'phone.kith', bytes: await readFile(join(top, 'tests/data/kith/v1.kith')) }]);
        await page.get('heading', say('merge.title', 'phone.kith')).waitFor();
    }],
    ['merged', async (page) => {
        await page.get('button', say('merge.go_join')).click();
        await page.get('main').get('button', say('merge.undo')).waitFor();
    }],
    ['same', async (page) => {
        await page.get('button', new RegExp(say('same.found', 7).replace('7', '\\d+'))).click();
        await page.get('heading', say('same.title')).waitFor();
    }],
    ['removal', async (page) => {
        await page.press('Escape');
        await go(page, 'people');
        await row(page, 'Ben Okafor').click();
        await page.get('button', say('person.more')).click(); // beside the table, or in its place on a phone
        await page.get('menuitem', say('person.delete')).click();
        await page.get('alertdialog').waitFor();
    }],
    ['trash', async (page) => {
        await page.get('button', say('removal.go')).click();
        await go(page, 'trash');
        await page.get('button', say('trash.empty')).waitFor();
    }],
    ...keeping,
];

/** Chooses from the menu of a line in Today. */
async function chooseFor(page, title, step) {
    await page.get('button', say('today.menu', title)).click();
    await page.get('menuitem', step).click();
    await page.get('dialog').waitFor();
}

/** The list of a kind, and the page of one of them. */
function pagesOf(place, screen, name) {
    return [
        [screen, async (page) => {
            await go(page, place);
            if (screen !== place) await page.get('tab', say(`nav.${screen}`)).click();
            await page.get('grid', say(`nav.${screen}`)).waitFor();
        }],
        [`${screen}-page`, async (page) => {
            await page.get('grid', say(`nav.${screen}`)).get('row', name).click();
            await page.get('heading', name).waitFor();
        }],
    ];
}

await mkdir(folder, { recursive: true });
for (const [width, height] of [[1440, 900], [390, 844]])
    for (const dark of [false, true])
        for (const many of [false, true]) await take({ width, height, dark, many });

async function take({ width, height, dark, many }) {
    const named = (screen) => `${screen}-${dark ? 'dark' : 'light'}-${width}${many ? '-10000' : ''}.png`;
    const wanted = (screen) => !asked.only || asked.only.some((text) => named(screen).includes(text));
    if (![['first'], ...screens].some(([screen]) => wanted(screen))) return;
    const profile = await mkdtemp(join(tmpdir(), 'kith-pictures-'));
    const site = await serve(asked.site);
    const browser = await launch('chromium', { profile, viewport: { width, height }, dark, reducedMotion: true });
    const page = await browser.open(site.url);
    const shoot = async (screen) => {
        await page.moveTo(width - 2, height - 2);
        // Those who are not asked for are a step of the way to the next.
        if (await page.evaluate(() => !document.getElementById('stage').hidden)) await rest(page);
        if (!wanted(screen)) return;
        await writeFile(join(folder, named(screen)), await page.picture());
        console.log(named(screen));
    };
    await page.get('button', begins(say('first.sample'))).waitFor({ timeout: 60_000 });
    if (!many) await shoot('first');
    if (many) {
        await importFile(page, 'Connections.csv', linkedin(10_000));
        await waitForPeople(page, 10_000, { timeout: 120_000 });
    } else await openSample(page);
    const someone = (await table(page).get('row').names())[4];
    const last = screens.findLastIndex(([screen]) => wanted(screen));
    for (const [screen, lead] of screens.slice(0, last + 1)) {
        if (many && !['today', 'people', 'person', 'finder', 'network'].includes(screen)) continue;
        try {
            await lead(page, { someone, many });
            await shoot(screen);
        } catch (error) { // the others are worth having all the same
            console.error(`${named(screen)}: ${error.message}`);
            process.exitCode = 1;
            await page.press('Escape', 'Escape');
        }
    }
    await browser.close();
    await site.close();
    await rm(profile, { recursive: true, force: true });
}
