// What must be kept, whatever the monkey does: history is only ever added to. So every step that was once stored is
// stored for good, and so is every word that was typed into a field and left there.

import { until } from '../driver/until.mjs';

/** What a person could take away now: { steps: a name each, text: all of it, a letter a byte }. */
const stored = async () => {
    const steps = [];
    let text = '';
    for (const { blob } of await kith.rescue()) {
        const bytes = new Uint8Array(await blob.arrayBuffer()), view = new DataView(bytes.buffer);
        for (const [begin, end] of kith.takeApart(bytes).frames) steps.push(`${end - begin} ${view.getUint32(begin + 4, true)}`);
        text += new TextDecoder().decode(bytes);
    }
    return { steps, words: text.match(/monkey\d+x/g) ?? [] };
};

export class Model {
    steps = new Set();
    words = new Set();   // left in a field: they are to be kept

    /** All that was stored, and all that was left in a field, is there. Waits for what is on its way. */
    async check(page, when) {
        let missing = [];
        await until(async () => {
            const now = await page.evaluate(stored);
            const steps = new Set(now.steps), words = new Set(now.words);
            missing = [...this.steps].filter((step) => !steps.has(step)).map((step) => `a step of ${step.split(' ')[0]} bytes`);
            missing.push(...[...this.words].filter((word) => !words.has(word)));
            if (missing.length) return false;
            this.steps = steps;
            return true;
        }, { timeout: 30_000, every: 500, what: () => `lost ${when}: ${missing.slice(0, 5).join(', ')}${missing.length > 5 ? ` and ${missing.length - 5} more` : ''}` });
    }
}
