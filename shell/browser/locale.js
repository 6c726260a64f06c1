// The browser's locale and the person's preferences, for locale.cpp.

addToLibrary({
    $KithLocale: {
        styles: {
            [KithDateStyle.day_month]: { day: 'numeric', month: 'long' },
            [KithDateStyle.day_month_year]: { day: 'numeric', month: 'long', year: 'numeric' },
            [KithDateStyle.weekday_day_month]: { weekday: 'long', day: 'numeric', month: 'long' },
            [KithDateStyle.month_year]: { month: 'long', year: 'numeric' },
            [KithDateStyle.weekday]: { weekday: 'long' },
        },
        formats: [],
        preferences: {
            [KithLocaleFacts.reduced_motion]: '(prefers-reduced-motion: reduce)',
            [KithLocaleFacts.dark]: '(prefers-color-scheme: dark)',
            [KithLocaleFacts.coarse_pointer]: '(pointer: coarse)',
        },

        start(owner) {
            const changed = () => {
                KithLocale.formats = [];
                _kith_locale_changed(owner);
            };
            addEventListener('languagechange', changed);
            for (const query of Object.values(KithLocale.preferences)) matchMedia(query).addEventListener('change', changed);
            // A journey, the change to summer time, and the day that is another one after a sleep through which no
            // timer ran: looked for now and then, and whenever one comes back to the page.
            let offset = new Date().getTimezoneOffset(), day = new Date().toDateString();
            const look = () => {
                const now = new Date();
                if (now.getTimezoneOffset() !== offset || now.toDateString() !== day) {
                    offset = now.getTimezoneOffset();
                    day = now.toDateString();
                    changed();
                }
            };
            for (const kind of ['visibilitychange', 'resume']) document.addEventListener(kind, look);
            for (const kind of ['focus', 'pageshow']) addEventListener(kind, look);
            setInterval(look, 10_000);
        },
        // A browser may call its language something that Intl refuses ("C", in a Unix without a locale).
        language() {
            for (const tag of [navigator.language, ...navigator.languages])
                try {
                    return Intl.getCanonicalLocales(tag)[0] ?? 'en-GB';
                } catch {
                    continue;
                }
            return 'en-GB';
        },
        // 1 Monday … 7 Sunday. Where Intl doesn't know (Firefox), the regions that don't begin on Monday,
        // from CLDR's weekData.
        firstWeekday(tag) {
            const locale = new Intl.Locale(tag);
            const week = locale.getWeekInfo?.() ?? locale.weekInfo;
            if (week) return week.firstDay;
            const region = locale.maximize().region;
            if (' AE AF BH DJ DZ EG IQ IR JO KW LY OM QA SD SY '.includes(` ${region} `)) return 6;
            if ((' AG AS BD BR BS BT BW BZ CA CO DM DO ET GT GU HK HN ID IL IN JM JP KE KH KR LA MH MM MO MT MX MZ '
                + 'NI NP PA PE PH PK PR PT PY SA SG SV TH TT TW UM US VE VI WS YE ZA ZW ').includes(` ${region} `))
                return 7;
            return 1;
        },
    },
    kith_locale_start__deps: ['$KithLocale'],
    kith_locale_start: (owner) => KithLocale.start(owner),
    kith_locale_read__deps: ['$KithLocale', '$stringToUTF8'],
    kith_locale_read: (facts, tag, capacity) => {
        const language = KithLocale.language();
        const words = HEAP32.subarray(facts >> 2);
        words[KithLocaleFacts.first_weekday] = KithLocale.firstWeekday(language);
        words[KithLocaleFacts.utc_offset] = -new Date().getTimezoneOffset();
        for (const [at, query] of Object.entries(KithLocale.preferences)) words[at] = matchMedia(query).matches ? 1 : 0;
        return stringToUTF8(language, tag, capacity);
    },
    // How large numbers are divided.
    kith_locale_grouping__deps: ['$KithLocale', '$stringToUTF8'],
    kith_locale_grouping: (facts, sign, capacity) => {
        const format = new Intl.NumberFormat(KithLocale.language(), { numberingSystem: 'latn' });
        const of = (number, type) => format.formatToParts(number).filter((part) => part.type === type);
        HEAP32[(facts >> 2) + KithGroupingFacts.least_digits] = of(1234, 'group').length ? 4 : 5;
        HEAP32[(facts >> 2) + KithGroupingFacts.others] = of(123456789, 'integer').at(-2).value.length;
        return stringToUTF8(of(123456789, 'group')[0]?.value ?? '', sign, capacity);
    },
    kith_locale_format__deps: ['$KithLocale', '$stringToUTF8'],
    kith_locale_format: (day, style, text, capacity) => {
        const format = KithLocale.formats[style] ??= new Intl.DateTimeFormat(KithLocale.language(),
            { ...KithLocale.styles[style], timeZone: 'UTC' });
        return stringToUTF8(format.format(day * 86_400_000), text, capacity);
    },
});
