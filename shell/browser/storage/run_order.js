// The numbers of sealed runs (src/journal/FORMAT.md, "Runs"), as in src/journal/run_order.h: whoever writes gives
// each run its series and its number in that, and a series that goes on where others ended names the last run of
// each. So a run that is left out, moved, repeated or cut off is noticed, in a file and in a store.

addToLibrary({
    $KithRunOrder: {
        placeSize: 12,
        fixedSize: 14,

        /** Of runs that are about to be written; `follows`: places as ends() gives them. */
        series: (follows = []) => ({ name: crypto.getRandomValues(new Uint8Array(8)), next: 0, follows: follows.slice(0, 255) }),
        /** The mark of the next run of a series. */
        mark(series, isEnd) {
            const follows = series.next ? [] : series.follows;
            const mark = new Uint8Array(KithRunOrder.fixedSize + follows.length * KithRunOrder.placeSize);
            mark.set(series.name);
            new DataView(mark.buffer).setUint32(8, series.next++, true);
            mark.set([isEnd ? 1 : 0, follows.length], 12);
            follows.forEach((place, i) => mark.set(place, KithRunOrder.fixedSize + i * KithRunOrder.placeSize));
            return mark;
        },
        /** The mark at the front of a payload, or null. */
        markOf(payload) {
            const { fixedSize, placeSize } = KithRunOrder;
            const size = payload.length < fixedSize ? Infinity : fixedSize + payload[13] * placeSize;
            return payload.length < size || payload[12] > 1 ? null : payload.subarray(0, size);
        },

        make: () => Object.assign(Object.create(KithRunOrder.methods),
            { all: new Map(), followed: [], found: new Set(), isMoved: false, isRepeated: false }),
        nameOf: (place) => String.fromCharCode(...place),
        numberOf: (place) => new DataView(place.buffer, place.byteOffset, place.byteLength).getUint32(8, true),
        methods: {
            /** The next run that was opened. Unless `isStrict` it may come out of order, and again. */
            add(mark, isStrict = true) {
                const { nameOf, numberOf, placeSize, fixedSize } = KithRunOrder;
                for (let at = fixedSize; at < mark.length; at += placeSize) this.followed.push(mark.slice(at, at + placeSize));
                const key = nameOf(mark.subarray(0, 8)), number = numberOf(mark);
                if (!this.all.has(key)) this.all.set(key, { name: mark.slice(0, 8), next: 0, left: new Set(), isEnded: false });
                const series = this.all.get(key);
                if (number < series.next) {
                    if (series.left.delete(number)) this.isMoved ||= isStrict;
                    else this.isRepeated ||= isStrict;
                    return;
                }
                for (let left = series.next; left < number && series.left.size < 1 << 20; ++left) series.left.add(left);
                series.next = number + 1;
                series.isEnded = mark[12] === 1;
            },
            /** All of a series until now, whose last run is an end. */
            wrote({ name, next, follows }) {
                this.all.set(KithRunOrder.nameOf(name), { name, next, left: new Set(), isEnded: true });
                this.followed.push(...follows);
            },
            /** One that was found elsewhere: it fills a gap, and is no part of the order. */
            find(mark) {
                this.found.add(KithRunOrder.nameOf(mark.subarray(0, 12)));
            },
            has(place) {
                const series = this.all.get(KithRunOrder.nameOf(place.subarray(0, 8))), number = KithRunOrder.numberOf(place);
                return Boolean(series) && number < series.next && !series.left.has(number) || this.found.has(KithRunOrder.nameOf(place));
            },
            place(name, number) {
                const place = new Uint8Array(12);
                place.set(name);
                new DataView(place.buffer).setUint32(8, number, true);
                return place;
            },
            /** The last runs of the series that no other goes on from. */
            ends() {
                const followed = new Set(this.followed.map(KithRunOrder.nameOf));
                return [...this.all.values()].map(({ name, next }) => this.place(name, next - 1))
                    .filter((place) => !followed.has(KithRunOrder.nameOf(place)));
            },
            /**
             * What is wrong, as a key of the catalogue ends: left_out, cut_off, moved, repeated; empty: nothing.
             * `isAnything`: there must be a run.
             */
            fault(isAnything = false) {
                const all = [...this.all.values()];
                const lacks = ({ name, left }) => [...left].some((number) => !this.has(this.place(name, number)));
                if (all.some(lacks) || !this.followed.every((place) => this.has(place))) return 'left_out';
                const isCut = ({ name, next, isEnded }) => !isEnded && !this.has(this.place(name, next));
                if (all.some(isCut) || isAnything && !all.length) return 'cut_off';
                return this.isMoved ? 'moved' : this.isRepeated ? 'repeated' : '';
            },
        },
    },
});
