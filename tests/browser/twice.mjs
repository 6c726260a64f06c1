// A walk through a real browser can fail for reasons that are not Kith's: a machine that was busy, a browser that
// did not start. So a walk that fails is tried once more, when nothing else runs. What passes only then is
// unsteady: it counts as passed, and is named, so that it isn't forgotten.

/** So many that fail are no accident, and trying them all again would only take time. */
export const mostTriedAgain = 10;

/**
 * Tries every run, `jobs` at once, then those that failed once more, one by one. `worker()` gives what tries one
 * run: `attempt(run, isSecond)` resolves to an error, or to nothing; `attempt.close()`, if there, ends it.
 * Resolves to {passed, failed, unsteady}, each a list of runs; unsteady ones are in `passed` too.
 */
export async function tryTwice(runs, worker, jobs) {
    const passed = [], failed = [], unsteady = [];
    const work = async (waiting, isSecond, onPassed, onFailed) => {
        const attempt = await worker();
        for (let run; (run = waiting.shift());) (await attempt(run, isSecond) ? onFailed : onPassed).push(run);
        attempt.close?.();
    };
    const waiting = runs.slice();
    await Promise.all(Array.from({ length: jobs }, () => work(waiting, false, passed, failed)));
    if (!failed.length || failed.length > mostTriedAgain) return { passed, failed, unsteady };
    const second = failed.splice(0);
    await work(second, true, unsteady, failed);
    return { passed: [...passed, ...unsteady], failed, unsteady };
}
