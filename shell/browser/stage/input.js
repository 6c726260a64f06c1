// Keyboard, clipboard and touch, ahead of SDL's own listeners.
//
// SDL takes every key it hears and cancels what the browser would do with it: reload, zoom, developer
// tools, the address bar. So it hears only what the app uses; all else goes to the browser untouched.

addToLibrary({
    $KithInput: {
        owner: 0,
        isMac: false,
        copying: null, // the copy event that is being answered
        hold: 0,
        finger: null,
        isPressed: false, // the mouse was, and no key came since

        // With Ctrl (Cmd on a Mac) held, by place on the keyboard. Everything else with it is the browser's.
        commands: ['KeyA', 'KeyK', 'KeyY', 'KeyZ', 'Enter', 'NumpadEnter', 'Space', 'ArrowUp', 'ArrowDown',
            'ArrowLeft', 'ArrowRight', 'Home', 'End', 'Backspace', 'Delete', 'Slash'],
        functionKeys: ['F2'],

        start(owner) {
            KithInput.owner = owner;
            const stage = document.getElementById('stage');
            const capture = { capture: true };

            addEventListener('pointerup', () => { KithInput.isPressed = true; }, { capture: true, passive: true });
            addEventListener('keydown', (event) => {
                if (KithMirror.isField(event.target)) return;
                if (KithInput.isPressed && KithInput.opensField(event)) return event.stopImmediatePropagation();
                if (!KithInput.isOurs(event)) return event.stopImmediatePropagation();
                // After a click on nothing the page itself has the focus: keys still mean the app.
                if (document.activeElement === document.body) {
                    stage.focus({ preventScroll: true });
                    stage.dispatchEvent(new KeyboardEvent('keydown', event));
                    event.preventDefault();
                }
            }, capture);
            // While Meta is held a Mac tells of no key going up, and a shortcut of the browser's eats the rest.
            addEventListener('keyup', (event) => {
                if (event.key === 'Meta' || event.key === 'Control') _kith_release_keys(owner);
            });
            stage.addEventListener('focusout', (event) => {
                if (event.target === stage) _kith_release_keys(owner);
            });

            // A press where the mouse already stood, under a field that has just gone, comes without a movement:
            // SDL would take it for one at the place that it heard of last.
            const canvas = document.getElementById('canvas');
            canvas.addEventListener('mousedown', (event) => canvas.dispatchEvent(new MouseEvent('mousemove', event)), capture);
            // A press that opens a field ends over that field: SDL would think the mouse outside, and the release nobody's.
            addEventListener('mouseup', (event) => {
                if (KithMirror.isField(event.target)) canvas.dispatchEvent(new MouseEvent('mousemove', event));
            }, capture);
            addEventListener('wheel', (event) => {
                if (event.ctrlKey) event.stopImmediatePropagation(); // zoom
            }, { capture: true, passive: true });
            stage.addEventListener('contextmenu', (event) => {
                if (!event.shiftKey && !KithMirror.isField(event.target)) event.preventDefault();
            });

            KithInput.clipboard();
            KithInput.touch(canvas);
        },
        /**
         * A press may be about to open a field, in a dialog for instance. Then keys are meant for that, however
         * long its frames take: this one goes there, too.
         */
        opensField(event) {
            KithInput.isPressed = false;
            KithFrames.settle();
            const field = document.activeElement;
            if (!KithMirror.isField(field)) return false;
            if (!field.dispatchEvent(new KeyboardEvent('keydown', event))) event.preventDefault();
            return true;
        },
        isOurs(event) {
            if (event.isComposing || event.key === 'Process' || event.key === 'Dead') return false;
            if (/^F\d+$/.test(event.key)) return KithInput.functionKeys.includes(event.key);
            const command = KithInput.isMac ? event.metaKey : event.ctrlKey;
            const other = KithInput.isMac ? event.ctrlKey : event.metaKey;
            const isModifier = ['Control', 'Meta', 'Shift', 'Alt'].includes(event.key);
            if (isModifier) return true;
            if (other) return false;
            if (event.altKey) return event.code === 'ArrowUp' || event.code === 'ArrowDown';
            return !command || KithInput.commands.includes(event.code);
        },
        isCoarse: () => matchMedia('(pointer: coarse)').matches,
        shortcut(letter, shift) {
            _kith_shortcut(KithInput.owner, letter.charCodeAt(0), shift);
        },

        clipboard() {
            const answer = (letter) => (event) => {
                if (KithMirror.isField(event.target) || KithMirror.stage.hidden) return;
                KithInput.copying = event;
                KithInput.shortcut(letter, false);
                KithInput.copying = null;
            };
            document.addEventListener('copy', answer('C'));
            document.addEventListener('cut', answer('X'));
            document.addEventListener('paste', (event) => {
                if (KithMirror.isField(event.target)) return;
                event.preventDefault();
                const { files } = event.clipboardData;
                if (files.length) return KithFiles.take(files);
                const text = event.clipboardData.getData('text/plain');
                if (!text) return;
                KithBytes.lendText(text, (at, length) => _kith_paste(KithInput.owner, at, length));
            });
        },
        copy(text) {
            if (KithInput.copying) {
                KithInput.copying.clipboardData.setData('text/plain', text);
                KithInput.copying.preventDefault();
                return;
            }
            const inAField = () => {
                // Where the clipboard can't be written (an old browser, no permission): select and copy.
                const field = document.createElement('textarea');
                field.className = 'unseen';
                field.value = text;
                const before = document.activeElement;
                document.body.appendChild(field);
                field.select();
                document.execCommand('copy');
                field.remove();
                before?.focus({ preventScroll: true });
            };
            if (navigator.clipboard) navigator.clipboard.writeText(text).catch(inAField);
            else inAField();
        },

        touch(canvas) {
            const send = (phase, touch, time) => _kith_touch(KithInput.owner, phase, touch.clientX, touch.clientY, time);
            const forget = () => {
                clearTimeout(KithInput.hold);
                KithInput.finger = null;
            };
            const ours = (event) => [...event.changedTouches].find((touch) => touch.identifier === KithInput.finger);
            const on = (kind, listener) => canvas.addEventListener(kind, (event) => {
                event.stopImmediatePropagation(); // SDL would forbid zooming with two fingers
                listener(event);
            }, { capture: true, passive: false });
            on('touchstart', (event) => {
                if (event.touches.length > 1) {
                    if (KithInput.finger !== null) send(KithTouch.cancel, event.touches[0], event.timeStamp);
                    return forget();
                }
                const touch = event.changedTouches[0];
                KithInput.finger = touch.identifier;
                send(KithTouch.start, touch, event.timeStamp);
                KithInput.hold = setTimeout(() => send(KithTouch.hold, touch, performance.now()), 500);
            });
            on('touchmove', (event) => {
                const touch = ours(event);
                if (!touch) return;
                if (event.cancelable) event.preventDefault();
                send(KithTouch.move, touch, event.timeStamp);
            });
            on('touchend', (event) => {
                const touch = ours(event);
                if (!touch) return;
                event.preventDefault(); // no imitated mouse after it
                forget();
                document.getElementById('stage').focus({ preventScroll: true });
                send(KithTouch.end, touch, event.timeStamp);
            });
            on('touchcancel', (event) => {
                const touch = ours(event);
                if (!touch) return;
                forget();
                send(KithTouch.cancel, touch, event.timeStamp);
            });
        },
    },
    kith_input_start__deps: ['$KithInput', '$KithFrames', '$KithMirror', '$KithFiles', '$KithBytes'],
    kith_input_start: (owner) => KithInput.start(owner),
    kith_input_is_mac__deps: ['$KithInput'],
    kith_input_is_mac: () => {
        KithInput.isMac = /Mac|iPhone|iPad/.test(navigator.userAgentData?.platform ?? navigator.platform);
        return KithInput.isMac;
    },
    kith_clipboard_write__deps: ['$KithInput', '$UTF8ToString'],
    kith_clipboard_write: (text, length) => KithInput.copy(UTF8ToString(text, length)),
});
