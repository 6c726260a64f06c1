"""The calendar: meetings that were, and all that only looks like one."""
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from basis import END, Ent, TZ, UTC, ZONE

class Meetings:
    def occ(self, ev, t, ps, sure=True, why=None, declined=(), mid=None):
        """an occurrence that took place"""
        mid = mid or ev["uid"]; ps = [p for p in ps if p not in declined]
        if t > END: return
        if len(ev["ps"]) + 1 > 15:
            for p in ps: self.no("more than 15 attendees", p, t, "meeting", "ics")
            return
        for p in ps: self.log(p, t, "meeting", "both", "ics", mid, sure, why)
        self.tie(ps, mid + "@" + self.day(t), "ics", sure and len(ps) <= 8)
        if sure: self.meetings.append({"id": mid, "day": self.day(t), "with": [p.id for p in ps if p.kind == "person"]})

    def ev(self, kind, t, ps, **k):
        e = dict(kind=kind, t=t, ps=list(ps), uid="%s@google.com" % "".join(self.r.choice("abcdefghijklmnopqrstuv0123456789") for _ in range(26)), part={}, **k)
        e.setdefault("dur", 60); e.setdefault("sum", "Meeting"); self.evs.append(e); return e

    def ltime(self, d, h, mi=0): return datetime(d.year, d.month, d.day, h, mi, tzinfo=TZ)

    def make_calendar(self):
        r = self.r; u = self.u; S0 = self.start.astimezone(TZ).date(); E0 = END.date()
        A = [p for p in self.people if p.addr]; close = [p for p in A if p.tier <= 1] or A
        def rd(p=None):
            a = max(S0, p.a0.date()) if p else S0; b = min(E0, p.a1.date()) if p else E0
            d = a + timedelta(days=r.randrange(max(1, (b - a).days)))
            return d - timedelta(days=max(0, d.weekday() - 4))
        # one-to-ones and teams that recur
        series = [[p] for p in r.sample(close, min(len(close), max(2, self.M // 30)))] + [[p] + self.mates(p, 4) for p in r.sample(close, min(len(close), max(2, self.M // 60)))]
        for ps in series:
            d = rd(ps[0]); t0 = self.ltime(d, r.randrange(9, 17), r.choice([0, 30])); step = r.choice([7, 7, 14, 28]); n = r.randrange(6, 40)
            n = min(n, max(3, (E0 - d).days // step + 3))
            e = self.ev("series", t0, ps, step=step, n=n, sum="1:1" if len(ps) == 1 else "Team", end=r.choice(["count", "until"]), ex=[], over=[], win=r.random() < .3)
            for i in range(n):
                t = self.ltime(d + timedelta(days=step * i), t0.hour, t0.minute); x = r.random()
                if i == 0 or x > .28: self.occ(e, t, ps)
                elif x < .10: e["ex"].append(t); [self.no("occurrence taken out (EXDATE)", p, t, "meeting", "ics") for p in ps if t < END]
                elif x < .16:
                    t2 = t + timedelta(days=1, hours=1); e["over"].append(("moved", t, t2)); self.occ(e, t2, ps)
                    if t < END: [self.no("moved away from this day", p, t, "meeting", "ics") for p in ps]
                elif x < .20: e["over"].append(("cancelled", t, t)); [self.no("occurrence cancelled", p, t, "meeting", "ics") for p in ps if t < END]
                elif x < .24: e["over"].append(("xdeclined", t, t)); self.occ(e, t, ps, declined=ps[:1]); t < END and self.no("declined by them", ps[0], t, "meeting", "ics")
                else: e["over"].append(("udeclined", t, t)); [self.no("declined by the user", p, t, "meeting", "ics") for p in ps if t < END]
        # first Tuesday, split by Google
        p = r.choice(close); d = rd(p); d = d.replace(day=1)
        while d.weekday() != 1: d += timedelta(days=1)
        e = self.ev("monthly", self.ltime(d, 18), [p], n=6, sum="Mentoring"); y, mth = d.year, d.month
        for i in range(6):
            q = date(y + (mth - 1 + i) // 12, (mth - 1 + i) % 12 + 1, 1)
            while q.weekday() != 1: q += timedelta(days=1)
            self.occ(e, self.ltime(q, 18), [p])
        s1 = self.ev("series", self.ltime(d + timedelta(days=280), 12), [p], step=7, n=4, sum="Mentoring", end="count", ex=[], over=[], win=False); s1["uid"] = e["uid"].replace("@", "_R%sT120000@" % (d + timedelta(days=280)).strftime("%Y%m%d"))
        for i in range(4): self.occ(s1, self.ltime(d + timedelta(days=280 + 7 * i), 12), [p], mid=e["uid"])
        # all hands
        col = [p for p in A if p.circle == "colleague"]; extra = [Ent("x", "filler", "Staff %d" % i, ["staff%02d@%s" % (i, u.jobs[1][1])]) for i in range(60)]
        for y in range(min(self.Y, 6)):
            t = self.ltime(rd(), 15); ps = (r.sample(col, min(len(col), 20)) + extra)[:60]
            e = self.ev("single", t, ps, sum="All hands", dur=90); self.occ(e, t, ps)
        # single meetings
        for p in A:
            n = int({0: 5, 1: 2, 2: .6, 3: .12}[p.tier] * max(.5, (p.a1 - p.a0).days / 700) + r.random())
            for _ in range(n):
                t = self.ltime(rd(p), r.randrange(8, 20), r.choice([0, 15, 30])); x = r.random()
                ps = [p] + (self.mates(p, r.choice([1, 2, 3])) if r.random() < .35 else [])
                e = self.ev("single", t, ps, sum=r.choice(["Coffee", "Review", "Lunch, then walk", "Interview", "Planung; Q3", "Sync"]), dur=r.choice([30, 45, 60, 90]), tzid=r.choice([None, None, None, "W. Europe Standard Time", "/freeassociation.sourceforge.net/Europe/Berlin", '"Europe/Berlin"', "(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna", "Tokyo Standard Time", "Eastern Standard Time"]))
                if x < .70: self.occ(e, t, ps)
                elif x < .76: e["cancelled"] = 1; [self.no("cancelled", q, t, "meeting", "ics") for q in ps]
                elif x < .83: e["part"]["user"] = "DECLINED"; [self.no("declined by the user", q, t, "meeting", "ics") for q in ps]
                elif x < .87: e["part"][p.id] = "DECLINED"; self.occ(e, t, ps, declined=[p]); self.no("declined by them", p, t, "meeting", "ics")
                elif x < .90: e["part"]["user"] = "NEEDS-ACTION"; self.occ(e, t, ps, False, "never answered by the user")
                elif x < .93: e["part"][p.id] = "NEEDS-ACTION"; self.log(p, t, "meeting", "both", "ics", e["uid"], False, "never answered by them"); self.occ(e, t, ps, declined=[p])
                elif x < .95: e["part"][p.id] = "TENTATIVE"; self.occ(e, t, ps)
                elif x < .97: e["private"] = 1; self.occ(e, t, ps, False, "private: as the person says")
                else: e["allday"] = 1; self.occ(e, t, ps, False, "all day: as the person says")
                e["user_org"] = r.random() < .5 and "user" not in e["part"]
        # to come, own blocks, holidays, birthdays
        for p in r.sample(close, min(5, len(close))):
            t = END + timedelta(days=r.randrange(1, 40)); t = t.replace(hour=11, minute=0); self.ev("single", t, [p], sum="Coming up"); self.no("in the future", p, t, "meeting", "ics")
        for i in range(self.Y * 2): self.ev("single", self.ltime(rd(), 9), [], sum=r.choice(["Focus time", "Dentist", "Zahnarzt", "Flight LH 0000"]))
        for p in close[:3]:
            e = self.ev("birthday", self.ltime(rd(), 0), [], sum=p.name + " – birthday"); e["uid"] = "BIRTHDAY_%d@google.com" % r.randrange(10**6); self.no("birthday, not a meeting", p, e["t"], "meeting", "ics")
        self.rooms = [("Huddle Room (4)", "c_18%dabc@resource.calendar.google.com" % r.randrange(99)), ("Aquarium [TV] (12)", "raum-aquarium@%s" % u.jobs[1][1])]
        self.bots = [("Fred", "fred@fireflies.ai"), ("Otter Notetaker", "assistant@otter.ai"), ("Read.ai meeting notes", "notes@read.ai")]
        self.groups = [("Ops Team", "ops-team@" + u.jobs[1][1])]
        for n, a in self.rooms + self.bots + self.groups:
            self.mach(n, a, "room" if (n, a) in self.rooms else "meeting bot" if (n, a) in self.bots else "group address")

    # writing
    def fold(self, s):
        b = s.encode("utf-8"); out = [b[:75]]; b = b[75:]
        while b: out.append(b" " + b[:74]); b = b[74:]
        return b"\r\n".join(out)

    def esc(self, s): return s.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")

    def q(self, s):
        s = s.replace('"', "'"); return '"%s"' % s if any(c in s for c in ",;:") else s

    def attendee(self, p, a, part):
        cn = self.r.choices([a, p.name, p.family + ", " + p.given, p.native or p.name], [25, 55, 10, 10])[0]
        return "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=%s;PARTSTAT=%s;CN=%s;X-NUM-GUESTS=0:%s%s" % (self.r.choice(["REQ-PARTICIPANT"] * 8 + ["OPT-PARTICIPANT"]), part, self.q(cn), self.r.choice(["mailto:"] * 9 + ["MAILTO:"]), a)

    def tl(self, name, t, tzid=None):
        z = t.astimezone(UTC)
        if tzid is None: return "%s:%s" % (name, z.strftime("%Y%m%dT%H%M%SZ"))
        zn = {"Tokyo Standard Time": "Asia/Tokyo", "Eastern Standard Time": "America/New_York"}.get(tzid, ZONE)
        l = t.astimezone(ZoneInfo(zn))
        tq = tzid if tzid.startswith('"') else self.q(tzid)
        return "%s;TZID=%s:%s" % (name, tq, l.strftime("%Y%m%dT%H%M%S"))

    def vevent(self, e, rid=None, t=None, part=None, cancelled=False):
        r = self.r; u = self.u; t = t or e["t"]; end = t + timedelta(minutes=e["dur"]); L = ["BEGIN:VEVENT"]
        tz = e.get("tzid"); 
        if e["kind"] in ("series", "monthly"): tz = "W. Europe Standard Time" if e.get("win") else ZONE
        if e.get("allday") or e["kind"] == "birthday":
            d = t.astimezone(TZ).date(); L += ["DTSTART;VALUE=DATE:" + d.strftime("%Y%m%d"), "DTEND;VALUE=DATE:" + (d + timedelta(days=1)).strftime("%Y%m%d")]
        else:
            L.append(self.tl("DTSTART", t, tz)); L.append("DURATION:PT%dM" % e["dur"] if r.random() < .1 else self.tl("DTEND", end, tz))
        if rid is not None: L.append(self.tl("RECURRENCE-ID", rid, tz))
        elif e["kind"] == "series":
            f = "RRULE:FREQ=WEEKLY;" + ("WKST=MO;" if r.random() < .3 else "") + ("INTERVAL=%d;" % (e["step"] // 7) if e["step"] > 7 else "")
            last = self.ltime((e["t"] + timedelta(days=e["step"] * (e["n"] - 1))).date(), e["t"].hour, e["t"].minute)
            f += "COUNT=%d" % e["n"] if e["end"] == "count" else "UNTIL=" + last.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
            L.append(f + ";BYDAY=" + ["MO", "TU", "WE", "TH", "FR", "SA", "SU"][e["t"].weekday()])
            if e["ex"]:
                if r.random() < .5: L += [self.tl("EXDATE", x, tz) for x in e["ex"]]
                else:
                    a = [self.tl("EXDATE", x, tz) for x in e["ex"]]; L.append(a[0] + "".join("," + x.rsplit(":", 1)[1] for x in a[1:]))
        elif e["kind"] == "monthly": L.append("RRULE:FREQ=MONTHLY;COUNT=%d;BYDAY=1TU" % e["n"])
        elif e["kind"] == "birthday": L.append("RRULE:FREQ=YEARLY")
        L += ["DTSTAMP:20261127T170000Z", "UID:" + e["uid"]]
        part = dict(e["part"], **(part or {}))
        if e["ps"]:
            ps = e["ps"]; uo = e.get("user_org", True); o = u if uo else ps[0]
            ua = self.gmail if t < self.switch or r.random() < .3 else self.work2
            oa = ua if uo else self.addr_of(o, t.astimezone(UTC)) if o.kind == "person" else o.addr[0]
            if r.random() < .03 and uo: L.append("ORGANIZER;CN=Team calendar:mailto:c_%x@group.calendar.google.com" % r.randrange(1 << 40))
            else: L.append("ORGANIZER;CN=%s:mailto:%s" % (self.q(o.name), oa))
            L.append(self.attendee(u, ua, part.get("user", "ACCEPTED")))
            for p in ps: L.append(self.attendee(p, oa if p is o else (self.addr_of(p, t.astimezone(UTC)) if p.kind == "person" else p.addr[0]), part.get(p.id, "ACCEPTED")))
            if r.random() < .15: n, a = self.rooms[0]; L.append("ATTENDEE;CUTYPE=RESOURCE;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN=%s;X-NUM-GUESTS=0:mailto:%s" % (n, a))
            if r.random() < .1: n, a = self.rooms[1]; L.append("ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN=%s:mailto:%s" % (self.q(n), a))
            if r.random() < .12: n, a = r.choice(self.bots); L.append("ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN=%s;X-NUM-GUESTS=0:mailto:%s" % (n, a))
            if r.random() < .04: n, a = self.groups[0]; L.append("ATTENDEE;CUTYPE=GROUP;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;CN=%s:mailto:%s" % (n, a))
        if e.get("private"): L.append("CLASS:PRIVATE")
        L += ["CREATED:20150101T080000Z", "DESCRIPTION:" + self.esc("Agenda:\n1. news; 2. next\nhttps://meet.example/abc, see you"), "LAST-MODIFIED:20260101T080000Z", "LOCATION:" + self.esc(r.choice(["", "Café Zeitlos, Hauptstr. 1", "https://meet.example/x"])), "SEQUENCE:%d" % r.randrange(3),
              "STATUS:" + ("CANCELLED" if cancelled or e.get("cancelled") else "CONFIRMED"), "SUMMARY:" + self.esc(e["sum"]), "TRANSP:OPAQUE"]
        if r.random() < .3: L += ["BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:This is an event reminder", "TRIGGER:-P0DT0H10M0S", "END:VALARM"]
        return L + ["END:VEVENT"]

    def write_calendar(self):
        L = ["BEGIN:VCALENDAR", "PRODID:-//Google Inc//Google Calendar 70.9054//EN", "VERSION:2.0", "CALSCALE:GREGORIAN", "METHOD:PUBLISH", "X-WR-CALNAME:" + self.gmail, "X-WR-TIMEZONE:" + ZONE,
             "BEGIN:VTIMEZONE", "TZID:" + ZONE, "X-LIC-LOCATION:" + ZONE, "BEGIN:DAYLIGHT", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200", "TZNAME:CEST", "DTSTART:19700329T020000", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "END:DAYLIGHT",
             "BEGIN:STANDARD", "TZOFFSETFROM:+0200", "TZOFFSETTO:+0100", "TZNAME:CET", "DTSTART:19701025T030000", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "END:STANDARD", "END:VTIMEZONE"]
        blocks = []
        for e in self.evs:
            blocks.append(self.vevent(e))
            for o in e.get("over", []):
                k, rid, t = o
                blocks.append(self.vevent(e, rid, t, {"xdeclined": {e["ps"][0].id: "DECLINED"}, "udeclined": {"user": "DECLINED"}}.get(k), k == "cancelled"))
        self.r.shuffle(blocks)
        blocks.append(["BEGIN:VTODO", "UID:todo1@x", "DTSTAMP:20260101T000000Z", "SUMMARY:Call the bank", "ATTENDEE;CN=Nobody:mailto:nobody@todo.example", "END:VTODO"])
        for b in blocks: L += b
        L.append("END:VCALENDAR")
        with open(self.path("calendar.ics"), "wb") as f: f.write(b"\r\n".join(self.fold(x) for x in L) + b"\r\n")
