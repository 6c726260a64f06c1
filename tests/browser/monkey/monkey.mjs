// A monkey at the keyboard of Kith: see monkey.test.mjs.

import assert from 'node:assert/strict';
import { appendFile } from 'node:fs/promises';
import { linkedin } from '../data.mjs';
import { go, importFile, notes, rest, saved, say } from '../screens.mjs';
import { actions } from './actions.mjs';
import { chance } from './chance.mjs';
import { Model } from './model.mjs';
import { look } from './page.mjs';

const usual = [1280, 800];

export class Monkey {
    model = new Model();
    done = [];       // what it did, a line each
    notesLeft = 0;

    /** `open`: opens Kith in another tab; `log`: the file that everything it does is written to. */
    constructor({ page, open, seed, log }) {
        Object.assign(this, { page, open, log, chance: chance(seed) });
    }

    /** Does so much, and looks after each whether Kith still stands. `isRough`: also reloads it and changes tabs. */
    async act(count, { isRough }) {
        const likely = actions.filter((action) => isRough || !action.isRough);
        for (let i = 0; i < count; ++i) {
            const seen = await this.look();
            const action = this.chance.weighed(likely);
            const line = `${this.done.length + 1}. ${action.name}: `;
            this.done.push(line);
            await appendFile(this.log, line);
            const what = await action.do(this, seen);
            this.done[this.done.length - 1] += what;
            await appendFile(this.log, `${what}\n`);
            if (this.done.length % 250 === 0) await this.model.check(this.page, 'on the way');
        }
        await this.look();
    }
    async look() {
        const seen = await this.page.evaluate(look);
        assert.equal(seen.stopped, '', 'Kith stopped');
        const errors = await this.page.errors();
        assert.deepEqual(errors, [], 'the page reported errors');
        return seen;
    }

    /** Out of all dialogs, fields and past days. */
    async getOut() {
        for (let i = 0; ; ++i) {
            const { isModal, isTyped, nodes } = await this.look();
            const past = nodes.find(({ name }) => name === say('history.leave_past'));
            if (!isModal && !isTyped && !past) return;
            assert.ok(i < 12, 'nothing leads out of here');
            if (isModal || isTyped) await this.page.press('Escape');
            else await this.page.clickAt(past.x, past.y);
        }
    }

    /** At somebody's, in the notes; then perhaps takes it back and does it again. */
    async leaveNote() {
        const { page, chance: luck } = this;
        await this.getOut();
        await go(page, 'people');
        const rows = (await this.look()).nodes.filter(({ role, y }) => role === 'row' && y > 120);
        if (!rows.length) {
            if (!await page.get('button', say('first.import')).exists()) return 'nobody to be seen';
            await this.bring();
            return 'nobody was there any more: everybody is brought again';
        }
        const row = luck.one(rows);
        await page.clickAt(row.x, row.y);
        if (!await page.until(() => location.hash.startsWith('#people/'), { timeout: 3000 }).catch(() => false)) return 'nobody opened';
        const field = notes(page), before = await field.value();
        const word = `monkey${++this.notesLeft}x`;
        await field.fill(word, { then: 'Tab' });
        await field.waitUntil((node) => !node.edited && node.value === word);
        this.model.words.add(word);
        if (luck.below(3)) return `${word} for ${row.name.slice(0, 30)}`;
        await page.press('Control+Z');
        await field.waitUntil((node) => node.value === before);
        await page.press('Control+Shift+Z');
        await field.waitUntil((node) => node.value === word);
        return `${word} for ${row.name.slice(0, 30)}, taken back and done again`;
    }

    /** 2,000 people, from a file. */
    async bring() {
        await importFile(this.page, 'Connections.csv', linkedin(2000));
        await saved(this.page, { timeout: 60_000 });
    }
    async stands(page) {
        await page.until(() => document.getElementById('stage')?.checkVisibility({ visibilityProperty: true }), { timeout: 60_000, what: 'the page did not start' });
    }
    async reload() {
        await this.page.reload();
        await this.stands(this.page);
        await this.model.check(this.page, 'by a reload');
        return '';
    }
    /** Another tab takes over; and then that one goes on alone, or it is closed and the first goes on. */
    async takeOver() {
        const first = this.page, second = await this.open();
        await second.show();
        await second.get('button', say('storage.take_over')).click();
        await saved(second, { timeout: 60_000 });
        await this.model.check(second, 'by taking over');
        const stays = this.chance.below(2) === 0;
        if (stays) {
            await second.close();
            await first.show();
            await saved(first, { timeout: 60_000 });
        } else {
            await first.close();
            this.page = second;
        }
        await this.model.check(this.page, 'by closing a tab');
        return stays ? 'and back' : 'and stays there';
    }

    /** Everything is stored, and the same people are there after a reload. */
    async checkAll() {
        const { page } = this;
        await page.resize(...usual);
        await this.getOut();
        await saved(page, { timeout: 60_000 });
        await this.model.check(page, 'at last');
        const shown = async () => {
            await go(page, 'people');
            await this.look(); // two frames later
            const grid = page.get('grid', say('nav.people'));
            return await grid.exists() ? (await grid.look()).states.rowcount : 0; // it may have taken everybody back
        };
        const before = await shown();
        await this.reload();
        assert.equal(await shown(), before, 'the same people');
    }

    /** Bytes that Kith takes at rest in its list of people: { program, scripts, nodes: how many elements }. */
    async memory() {
        const { page } = this;
        await page.resize(...usual);
        await this.getOut();
        await go(page, 'people');
        await saved(page, { timeout: 60_000 });
        await rest(page);
        const protocol = await page.tab.protocol();
        await protocol.send('Performance.enable');
        await protocol.send('HeapProfiler.collectGarbage');
        const { metrics } = await protocol.send('Performance.getMetrics');
        await protocol.detach();
        const of = (name) => metrics.find((metric) => metric.name === name).value;
        return { program: await page.evaluate(() => programMemory.buffer.byteLength), scripts: of('JSHeapUsedSize'), nodes: of('Nodes') };
    }
}
