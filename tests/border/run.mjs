// What the build says when one side of the border between C++ and JavaScript (shell/browser/border.h) is changed and
// the other is not: node tests/border/run.mjs. Ends with "N passed, N failed".

import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const top = fileURLToPath(new URL('../..', import.meta.url));
const place = mkdtempSync(join(tmpdir(), 'kith-border-'));
const shell = join(place, 'shell/browser');
const headers = Array.from(readFileSync(join(top, 'shell/browser/border.h'), 'utf8').matchAll(/^#include "(.*\/.*)"/gm), ([, name]) => `src/${name}`);
let passed = 0, failed = 0;

/** Holds a copy against its table, in which `changes`, { file: [[what stands there, what instead], …] }, were made. */
function hold(changes = {}, options = []) {
    cpSync(join(top, 'shell/browser'), shell, { recursive: true });
    for (const file of headers) cpSync(join(top, file), join(place, file));
    for (const [file, pairs] of Object.entries(changes)) {
        let text = readFileSync(join(place, file), 'utf8');
        for (const [before, after] of pairs) {
            if (!text.includes(before)) throw new Error(`${file} has no ${before}`);
            text = text.replace(before, () => after);
        }
        writeFileSync(join(place, file), text);
    }
    const scripts = readdirSync(shell, { recursive: true }).filter((name) => name.endsWith('.js')).map((name) => join(shell, name));
    const { status, stderr } = spawnSync(process.execPath, [join(shell, 'border.mjs'), ...options, '--include', join(place, 'src'),
        ...process.env.KITH_EMSCRIPTEN ? ['--acorn', process.env.KITH_EMSCRIPTEN] : [], join(shell, 'border.h'), join(place, 'out'),
        ...options.includes('--part') ? scripts.filter((name) => name.includes('/storage/')) : scripts], { encoding: 'utf8' });
    return { status, said: stderr };
}
function check(sentence, isTrue, more = '') {
    if (isTrue) return ++passed;
    console.log(`FAILED: ${sentence}\n${more}`);
    return ++failed;
}
/** The build ends with one problem, which this is. */
function refuses(sentence, changes, problem) {
    const { status, said } = hold(changes);
    const problems = said.split('\n').slice(1).filter(Boolean);
    check(sentence, status === 1 && problems.length === 1 && problem.test(problems[0]), said);
}
const [header, frames, frames_cpp, mirror, locale, field] =
    ['border.h', 'stage/frames.js', 'stage/frames.cpp', 'stage/mirror.js', 'locale.js', 'text/text_field.js'].map((name) => `shell/browser/${name}`);
const styles = headers.find((file) => readFileSync(join(top, file), 'utf8').includes('enum class DateStyle'));
const output = (name) => readFileSync(join(place, 'out', name), 'utf8');

const whole = hold();
check('both sides fit', whole.status === 0 && !whole.said, whole.said);
check('the constants of the scripts are in the order of C++', /var KithSaveState = \{ saved: 0, saving: 1, not_saved: 2/.test(output('border.js')));
check('the compiler is asked the same', /static_assert\(static_cast<int>\(ui::SaveState::not_saved\) == 2\);/.test(output('border.cpp'))
    && /static_assert\(offsetof\(InkBox, coloured\) == 20\);/.test(output('border.cpp')));
check('everything that scripts call is exported', output('border.exports').includes('_kith_wake\n') && output('border.exports').includes('_main\n'));
const part = hold({}, ['--part']);
check('a program with some of the scripts exports what they call', part.status === 0 && !output('border.exports').includes('_kith_wake\n')
    && output('border.exports').includes('_kith_storage_write\n'), part.said);

const draw = 'TO_PROGRAM void kith_draw_now(Frames* frames);';
refuses('an export that no script calls', { [header]: [[draw, `${draw}\nTO_PROGRAM void kith_draw_later(Frames* frames);`]] },
    /^ {2}border\.h:\d+: no script calls kith_draw_later$/);
refuses('an export that is in a script alone', { [frames]: [['_kith_draw_now(KithFrames.owner)', '_kith_draw_now(KithFrames.owner), _kith_draw_later(1)']] },
    /^ {2}frames\.js:\d+: _kith_draw_later is not in border\.h$/);
refuses('an export that is in C++ alone', { [frames_cpp]: [['void kith_draw_now(Frames* frames) {', 'void kith_draw_later(Frames*) {}\nvoid kith_draw_now(Frames* frames) {']] },
    /^ {2}frames\.cpp:\d+: kith_draw_later is not in border\.h$/);
refuses('an export by another way', { [frames_cpp]: [['void kith_draw_now(Frames* frames) {', 'EMSCRIPTEN_KEEPALIVE void kith_draw_now(Frames* frames) {']] },
    /^ {2}frames\.cpp:\d+: EMSCRIPTEN_KEEPALIVE is not in border\.h$/);
refuses('an export that is called with too little', { [frames]: [['_kith_wake(KithFrames.owner, count)', '_kith_wake(KithFrames.owner)']] },
    /^ {2}frames\.js:\d+: _kith_wake is called with 1 arguments instead of 2$/);
refuses('an export that is called with who knows how much', { [frames]: [['_kith_wake(KithFrames.owner, count)', '_kith_wake(...[KithFrames.owner], count)']] },
    /^ {2}frames\.js:\d+: _kith_wake is called with/);
refuses('an export that is handed on', { [frames]: [['_kith_draw_now(KithFrames.owner)', '[KithFrames.owner].map(_kith_draw_now)']] },
    /^ {2}frames\.js:\d+: _kith_draw_now is used, but not called$/);
refuses('an import that no script answers', { [header]: [[draw, `${draw}\nTO_SCRIPT int kith_frame_count();`]] },
    /^ {2}border\.h:\d+: no script answers kith_frame_count$/);
refuses('an import that is in a script alone', { [frames]: [['kith_frame_drawn: () =>', 'kith_frame_count: () => 1,\n    kith_frame_drawn: () =>']] },
    /^ {2}frames\.js:\d+: kith_frame_count is not in border\.h$/);
refuses('an import that gets more in C++', { [header]: [['kith_timer_disarm(int timer)', 'kith_timer_disarm(int timer, bool now)']] },
    /^ {2}frames\.js:\d+: kith_timer_disarm takes 1 arguments instead of 2$/);
refuses('an import that two scripts answer', { [mirror]: [['kith_mirror_start: (owner)', 'kith_timer_disarm: (timer) => timer,\n    kith_mirror_start: (owner)']] },
    /kith_timer_disarm is answered twice$/);

refuses('an enumerator of the screens that no script handles', { [styles]: [['month_year, weekday }', 'month_year, weekday, year }']] },
    /^ {2}locale\.js:\d+: KithDateStyle\.year not handled$/);
refuses('an enumerator of the border that no script handles', { [header]: [['    announce,\n', '    announce,\n    scroll,\n']] },
    /^ {2}mirror\.js:\d+: KithChange\.scroll not handled$/);
refuses('an enumerator that a script forgets', { [locale]: [["[KithDateStyle.weekday]: { weekday: 'long' },", '']] },
    /^ {2}locale\.js:\d+: KithDateStyle\.weekday not handled$/);
refuses('an enumerator that is in a script alone', { [field]: [['KithTextEvent.accepted', 'KithTextEvent.agreed']] },
    /^ {2}text_field\.js:\d+: there is no KithTextEvent\.agreed$/);
refuses('an enumerator with a number of its own', { [header]: [['enum class Touch : std::int32_t { start,', 'enum class Touch : std::int32_t { start = 2,']] },
    /^ {2}border\.h:\d+: Touch: “start = 2” is more than a name$/);
refuses('an enumeration that is not looked at by its names', { [field]: [['const isNew = id', 'const all = KithTextEvent;\n            const isNew = id']] },
    /^ {2}text_field\.js:\d+: KithTextEvent is there for its names alone$/);
refuses('a layout of other than words', { [header]: [['    std::int32_t coloured;', '    double coloured;']] },
    /^ {2}border\.h:\d+: InkBox: “double coloured” is not of four bytes$/);
refuses('a part of a layout that is in a script alone', { [field]: [['KithFieldLook.bold', 'KithFieldLook.italic']] },
    /^ {2}text_field\.js:\d+: there is no KithFieldLook\.italic$/);

rmSync(place, { recursive: true });
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
