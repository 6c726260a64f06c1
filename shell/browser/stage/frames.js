// Arms animation frames and timers for frames.cpp, and wakes it on anything a person does.
// globalThis.kith.frames counts the frames drawn, so that tests can see that a resting page rests.

addToLibrary({
    $KithFrames: {
        owner: 0,
        armed: 0,
        timer: 0,

        due() {
            const { arriving } = globalThis.kith;
            if (arriving) return void arriving.then(KithFrames.schedule); // what was done waits in line
            KithFrames.armed = 0;
            clearTimeout(KithFrames.timer);
            _kith_frame_due(KithFrames.owner);
        },
        wake(count) {
            if (KithFrames.owner) _kith_wake(KithFrames.owner, count);
        },
        now() {
            _kith_draw_now(KithFrames.owner);
        },
        /** What was done so far is drawn, and has settled. */
        settle() {
            for (let frames = 0; frames < 6 && !_kith_frames_rest(KithFrames.owner); ++frames) KithFrames.now();
        },
        // Hidden pages get no animation frames; work goes on by timer.
        schedule() {
            if (document.hidden) KithFrames.timer = setTimeout(KithFrames.due, 0);
            else KithFrames.armed = requestAnimationFrame(KithFrames.due);
        },
        start(owner) {
            KithFrames.owner = owner;
            const input = () => KithFrames.wake(3);
            for (const kind of ['pointerdown', 'pointermove', 'pointerup', 'pointercancel', 'pointerleave', 'wheel',
                'keydown', 'keyup', 'focus', 'blur', 'input', 'compositionend'])
                addEventListener(kind, input, { capture: true, passive: true });
            document.addEventListener('visibilitychange', () => {
                if (KithFrames.armed) {
                    cancelAnimationFrame(KithFrames.armed);
                    KithFrames.armed = 0;
                    KithFrames.schedule();
                }
                KithFrames.wake(1);
            });
        },
    },
    kith_frames_start__deps: ['$KithFrames'],
    kith_frames_start: (owner) => KithFrames.start(owner),
    kith_frame_arm__deps: ['$KithFrames'],
    kith_frame_arm: () => {
        KithFrames.schedule();
        return 1;
    },
    kith_timer_arm__deps: ['$KithFrames'],
    kith_timer_arm: (delay) => setTimeout(() => _kith_timer_due(KithFrames.owner), delay),
    kith_timer_disarm: (timer) => clearTimeout(timer),
    kith_frame_drawn: () => {
        globalThis.kith.frames++;
    },
});
