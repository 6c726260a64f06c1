// What a monkey does to Kith: { name, weight, do(monkey, seen) }. do() tells what it did, in a few words for the log,
// and seen is what look() gave (page.mjs).

import { say } from '../screens.mjs';
import { losePicture } from './page.mjs';

// What leaves the page, waits for the system, or shuts the monkey out is not for it.
const leads = /passphrase|\block\b|download|\bfile|https?:|linkedin|@|email|\bcall\b|website|export|print|backup/i;
const isForIt = ({ name }) => !leads.test(name);

const words = ['Ana', 'Núñez', 'coffee on Friday', 'tomorrow', 'next week', '12 May', '陈伟', 'محمد', '🙂', 'a', '   ', '-1', '1e9', '<b>', '"', '\\', '=SUM(A1)',
    'x'.repeat(80), 'introduce me to Ben', '@', '#', 'é̂', '0'];
const keys = ['Enter', 'Escape', 'Tab', 'Shift+Tab', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown', 'Backspace',
    'Delete', 'Space', 'Control+A', 'Control+C', 'Control+V', 'Control+X', 'Shift+ArrowRight', 'Shift+End', 'Control+ArrowLeft', 'Control+K', 'F2', '/'];
const sizes = [[1280, 800], [390, 844], [800, 600], [1600, 1000], [320, 568], [1024, 500]];
const places = ['today', 'people', 'network', 'goals', 'opportunities', 'events', 'history', 'settings'];

const at = ({ x, y }) => `${Math.round(x)},${Math.round(y)}`;
const anywhere = ({ chance }, { width, height }) => ({ x: 1 + chance.below(width - 2), y: 1 + chance.below(height - 2) });

export const actions = [
    { name: 'press a node', weight: 36, async do({ page, chance }, { nodes }) {
        const fit = nodes.filter(isForIt);
        if (!fit.length) return 'nothing to press';
        const node = chance.one(fit);
        await page.clickAt(node.x, node.y, { count: chance.below(12) ? 1 : 2 });
        return `${node.role} “${node.name}” at ${at(node)}`;
    } },
    { name: 'press anywhere', weight: 12, async do(monkey, seen) {
        const place = anywhere(monkey, seen);
        // Not on what is not for it.
        if (seen.nodes.some((node) => !isForIt(node) && Math.abs(node.x - place.x) < 160 && Math.abs(node.y - place.y) < 24)) return 'nothing';
        await monkey.page.clickAt(place.x, place.y, { button: monkey.chance.below(10) ? 'left' : 'right' });
        return at(place);
    } },
    { name: 'drag', weight: 3, async do(monkey, seen) {
        const [from, to] = [anywhere(monkey, seen), anywhere(monkey, seen)];
        if (seen.nodes.some((node) => !isForIt(node))) return 'nothing';
        await monkey.page.drag(from, to);
        return `${at(from)} to ${at(to)}`;
    } },
    { name: 'turn the wheel', weight: 7, async do(monkey, seen) {
        const place = anywhere(monkey, seen), far = monkey.chance.one([-2000, -240, 120, 240, 900, 5000]);
        await monkey.page.wheel(place.x, place.y, far);
        return `${far} at ${at(place)}`;
    } },
    { name: 'type', weight: 14, async do({ page, chance }) {
        const text = chance.one(words);
        await page.type(text);
        return JSON.stringify(text);
    } },
    { name: 'press a key', weight: 14, async do({ page, chance }) {
        const key = chance.one(keys);
        await page.press(key);
        return key;
    } },
    { name: 'undo or redo', weight: 6, async do({ page, chance }) {
        const key = chance.one(['Control+Z', 'Control+Z', 'Control+Shift+Z', 'Control+Y']);
        await page.press(key);
        return key;
    } },
    { name: 'go somewhere', weight: 4, async do({ page, chance }, { nodes }) {
        const name = say(`nav.${chance.one(places)}`);
        const link = nodes.find((node) => node.role === 'link' && node.name.startsWith(name));
        if (!link) {
            await page.press('Escape');
            return 'Escape';
        }
        await page.clickAt(link.x, link.y);
        return name;
    } },
    { name: 'leave a note', weight: 2, do: (monkey) => monkey.leaveNote() },
    { name: 'resize', weight: 0.8, async do({ page, chance }) {
        const [width, height] = chance.one(sizes);
        await page.resize(width, height);
        return `${width}×${height}`;
    } },
    { name: 'lose the picture', weight: 0.4, async do({ page }) {
        await page.evaluate(losePicture);
        return '';
    } },
    { name: 'reload', weight: 0.5, isRough: true, do: (monkey) => monkey.reload() },
    { name: 'take over', weight: 0.4, isRough: true, do: (monkey) => monkey.takeOver() },
];
