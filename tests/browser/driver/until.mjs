// Waiting: never for a time, always for something.

/** Asks until the answer is truthy, and returns it. `what` says in the error what was waited for. */
export async function until(ask, { timeout = 10_000, every = 30, what = () => 'waited in vain' } = {}) {
    const end = Date.now() + timeout;
    for (;;) {
        const answer = await ask();
        if (answer) return answer;
        if (Date.now() >= end) throw new Error(`${await what()} (after ${timeout / 1000} s)`);
        await new Promise((resolve) => setTimeout(resolve, every));
    }
}
