"""The LinkedIn archive with its files."""
import base64, csv, io, zipfile
from datetime import timedelta

from basis import END, Ent, MON, SENT, TZ, slugify

class LinkedIn:
    url = staticmethod(lambda p: "https://www.linkedin.com/in/" + p.slug if p.slug else "")

    def make_linkedin(self):
        r = self.r; li = [p for p in self.people if p.slug]; self.conv = []
        for p in li:
            if r.random() > {0: .8, 1: .5, 2: .25, 3: .12}[p.tier]: continue
            cid = "2-" + base64.b64encode(r.randbytes(24)).decode(); l = []
            for _ in range(r.randrange(1, 6)):
                t = self.when(p.a0, p.a1); mine = r.random() < .5
                for j in range(r.randrange(1, 5)):
                    l.append((t, self.u if mine else p)); self.log(p, t, "message", "out" if mine else "in", "linkedin", cid); mine = not mine; t += timedelta(hours=r.choice([1, 5, 25]))
                    if t > END: break
            self.conv.append({"id": cid, "ps": [p], "lines": l, "folder": r.choice(["INBOX"] * 5 + ["ARCHIVE"])})
        for i in range(max(2, self.M // 60)):
            ps = r.sample(li, min(len(li), r.randrange(3, 6))); cid = "2-" + base64.b64encode(r.randbytes(24)).decode(); t = self.when(self.start, END - timedelta(days=20)); l = []
            for j in range(r.randrange(4, 12)):
                w = r.choice(ps + [self.u]); l.append((t, w)); t += timedelta(hours=7)
                for p in ps: self.log(p, l[-1][0], "message", "in" if w is p else "out", "linkedin", cid, False, "group thread")
            self.tie(ps, cid, "linkedin"); self.conv.append({"id": cid, "ps": ps, "lines": l, "folder": "INBOX", "title": "Panel, spring"})
        self.draftli = []
        for p in r.sample(li, min(3, len(li))):
            t = self.when(p.a0, p.a1); self.draftli.append((t, p)); self.no("LinkedIn draft", p, t, "message", "linkedin")
        self.spamli = []
        for i in range(3):
            c, cc, g, f = self.new_name(); e = Ent(self.nid("s"), "stranger", g.split("|")[0] + " " + f.split("|")[0], []); e.slug = slugify(e.name) + "-spam"; self.others.append(e)
            t = self.when(self.start, END); self.spamli.append((t, e)); self.no("LinkedIn SPAM folder", e, t, "message", "linkedin")
        # favours, invitations
        self.recs = []; self.ends = []; self.inv = []
        for p in r.sample(li, min(len(li), max(4, self.M // 25))):
            t = self.when(p.a0, p.a1); d = r.choice(["given", "received"]); st = r.choice(["VISIBLE"] * 4 + ["HIDDEN", "PENDING"]); self.recs.append((t, p, d, st)); 
            if st != "PENDING": p.favours.append({"what": "recommendation", "direction": d, "day": t.astimezone(TZ).date().isoformat(), "status": st})
        for p in r.sample(li, min(len(li), max(8, self.M // 6))):
            t = self.when(p.a0, p.a1); d = r.choice(["given", "received"]); st = r.choice(["ACCEPTED"] * 6 + ["PENDING", "HIDDEN"]); self.ends.append((t, p, d, st))
            if st == "ACCEPTED": p.favours.append({"what": "endorsement", "direction": d, "day": self.day(t), "status": st})
        for p in li:
            if r.random() < .25:
                t = self.when(p.a0, p.a1); d = r.choice(["INCOMING", "OUTGOING"]); self.inv.append((t, p, d)); p.invited = {"direction": "in" if d == "INCOMING" else "out", "day": t.astimezone(TZ).date().isoformat()}
        u = self.u; S = self.start.year
        self.own = {"positions": [{"company": u.jobs[0][0], "title": "Ward Nurse, Night Shift", "from": "%d-03" % (S - 1), "to": self.switch.strftime("%Y-%m")}, {"company": u.jobs[1][0], "title": "Head of Operations", "from": self.switch.strftime("%Y-%m"), "to": None}, {"company": "Halvard & Daughters", "title": 'Advisor "pro bono"', "from": "%d-09" % (S + 1), "to": None}],
            "education": [{"school": "Altstadt-Universität", "degree": "Master of Science, Care Management", "from": str(S - 7), "to": str(S - 2)}, {"school": "Escuela de Verano Ñandú", "degree": "Certificate", "from": str(S - 1), "to": str(S - 1)}],
            "skills": ["Leadership", "Nursing", "Budgeting", "Change Management", "Pädiatrie", "R", "C++", "Public Speaking", "Négociation"], "languages": ["German", "English", "日本語"], "certifications": ["Project Management Professional (PMP)®", "First Aid, Advanced"],
            "projects": ["Night roster, rebuilt"], "honors": ["Team of the Year"], "publications": ["Handover at 3 a.m."], "volunteering": ["Stadtteilküche e.V."], "courses": ["Statistics II"], "test_scores": ["TOEFL iBT"],
            "follows": [o for o, _ in self.orgs[20:26]], "events": ["Care Forum Europe", "Meetup: Data & Coffee"], "applications": [self.orgs[3][0], self.orgs[7][0], "Zephyrine, Inc."], "saved_jobs": [self.orgs[5][0], self.orgs[9][0]],
            "addresses": [self.gmail, self.work1, self.work2], "phones": u.phones, "name": u.name}

    def zadd(self, z, name, data):
        i = zipfile.ZipInfo(name, (2026, 11, 27, 17, 0, 0)); i.compress_type = zipfile.ZIP_DEFLATED; i.external_attr = 0o644 << 16
        z.writestr(i, data if isinstance(data, bytes) else data.encode("utf-8"))

    def csv(self, header, rows, allq=False, nl=True, pre=""):
        s = io.StringIO(); w = csv.writer(s, lineterminator="\n", quoting=csv.QUOTE_ALL if allq else csv.QUOTE_MINIMAL)
        if allq: w.writerow(header)
        else: s.write(",".join(header) + "\n")
        for x in rows: w.writerow(x)
        t = pre + s.getvalue(); return t if nl else t.rstrip("\n")

    def mdy(self, t, pad=False):
        l = t.astimezone(TZ); h = l.hour % 12 or 12
        if pad: return "%02d/%02d/%02d, %02d:%02d %s" % (l.month, l.day, l.year % 100, h, l.minute, "PM" if l.hour > 11 else "AM")
        return "%d/%d/%02d, %d:%02d %s" % (l.month, l.day, l.year % 100, h, l.minute, "PM" if l.hour > 11 else "AM")

    def my(self, s): return "" if s is None else "%s %s" % (MON[int(s[5:7]) - 1], s[:4]) if len(s) > 4 else s

    def li_files(self):
        r = self.r; u = self.u; o = self.own; F = {}
        rows = []
        self.hidden = 0
        for p in sorted([p for p in self.people if p.connected], key=lambda p: (p.connected, p.id), reverse=True):
            rows.append([p.given, p.family + p.suffix, self.url(p), p.addr[-1] if p.addr and r.random() < .08 else "", p.org or "", p.title or "", "%02d %s %d" % (p.connected.day, MON[p.connected.month - 1], p.connected.year)])
            if r.random() < .03: rows.append(["", "", "", "", "", "", rows[-1][6]]); self.hidden += 1
        F["Connections.csv"] = self.csv(["First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On"], rows, nl=False,
            pre='Notes:\n"When exporting your connection data, you may notice that some of the email addresses are missing. You will only see email addresses for connections who have allowed their connections to see or download their email address using this setting https://www.linkedin.com/psettings/privacy/email. You can learn more here https://www.linkedin.com/help/linkedin/answer/261"\n\n')
        MH = ["CONVERSATION ID", "CONVERSATION TITLE", "FROM", "SENDER PROFILE URL", "TO", "RECIPIENT PROFILE URLS", "DATE", "SUBJECT", "CONTENT", "FOLDER", "ATTACHMENTS", "IS MESSAGE DRAFT", "IS CONVERSATION DRAFT"]
        ms = []
        def nm(p): return p.name + (p.suffix or "")
        for c in self.conv:
            for t, w in c["lines"]:
                to = [x for x in c["ps"] + [u] if x is not w]
                ms.append((t, [c["id"], c.get("title", ""), nm(w), self.url(w), ", ".join(nm(x) for x in to), ",".join(self.url(x) for x in to), t.strftime("%Y-%m-%d %H:%M:%S UTC"), "", r.choice(SENT) + ('\n\nSecond "paragraph", with a comma' if r.random() < .3 else ""), c["folder"], "", "No", "No"]))
        for t, p in self.draftli: ms.append((t, ["2-d" + p.id, "", nm(u), self.url(u), nm(p), self.url(p), t.strftime("%Y-%m-%d %H:%M:%S UTC"), "", "unfinished", "INBOX", "", "Yes", "No"]))
        for t, e in self.spamli: ms.append((t, ["2-s" + e.id, "", e.name, self.url(e), nm(u), self.url(u), t.strftime("%Y-%m-%d %H:%M:%S UTC"), "Earn more", "<p>Hello</p>", "SPAM", "", "No", "No"]))
        for i in range(5):
            t = self.when(self.start, END); n = r.choice(["Brightmoor University", "LinkedIn Member", "Growth Academy"]); ms.append((t, ["2-x%d" % i, "", n, "", nm(u), self.url(u), t.strftime("%Y-%m-%d %H:%M:%S UTC"), "Sponsored: your MBA", "<b>Only today</b>", "INBOX", "", "No", "No"])); self.no("sponsored" if n != "LinkedIn Member" else "hidden member", n, t, "message", "linkedin")
        ms.sort(key=lambda x: x[0], reverse=True)
        F["messages.csv"] = self.csv(MH, [x for _, x in ms], allq=True)
        lm = [["2-g", "", "LinkedIn", "https://www.linkedin.com/company/linkedin", nm(u), self.url(u), "2026-05-01 10:00:00 UTC", "", "How can I help?", "INBOX"]]
        F["guide_messages.csv"] = self.csv(MH[:10], lm); F["learning_role_play_messages.csv"] = self.csv(MH[:10], lm); F["LearningCoachMessages.csv"] = "No conversations found\n"
        F["Invitations.csv"] = self.csv(["From", "To", "Sent At", "Message", "Direction", "inviterProfileUrl", "inviteeProfileUrl"], [[nm(p) if d == "INCOMING" else nm(u), nm(u) if d == "INCOMING" else nm(p), self.mdy(t), r.choice(["", "", "Hi, we met at the forum"]), d, self.url(p) if d == "INCOMING" else self.url(u), self.url(u) if d == "INCOMING" else self.url(p)] for t, p, d in self.inv])
        for d, n in (("received", "Received"), ("given", "Given")):
            F["Recommendations_%s.csv" % n] = "First Name,Last Name,Company,Job Title,Text,Creation Date,Status\n" + "".join('%s,%s,%s,%s,"%s",%s,%s\n' % (p.given, '"%s"' % (p.family + p.suffix) if "," in p.suffix else p.family + p.suffix, '"%s"' % p.org if "," in p.org else p.org, '"%s"' % p.title.replace('"', '""') if "," in p.title or '"' in p.title else p.title, "A joy to work with, always.\nTwice.", self.mdy(t, True), st) for t, p, dd, st in self.recs if dd == d)
            k = "Endorser" if d == "received" else "Endorsee"
            F["Endorsement_%s_Info.csv" % n] = self.csv(["Endorsement Date", "Skill Name", k + " First Name", k + " Last Name", k + " Public Url", "Endorsement Status"], [[t.strftime("%Y/%m/%d %H:%M:%S UTC"), r.choice(o["skills"]), p.given, p.family, self.url(p).replace("https://", ""), st] for t, p, dd, st in self.ends if dd == d])
        F["Positions.csv"] = self.csv(["Company Name", "Title", "Description", "Location", "Started On", "Finished On"], [[x["company"], x["title"], "Line one\nline two, with comma", "Köln", self.my(x["from"]), self.my(x["to"])] for x in o["positions"]])
        F["Education.csv"] = self.csv(["School Name", "Start Date", "End Date", "Notes", "Degree Name", "Activities"], [[x["school"], x["from"], x["to"], "", x["degree"], "Choir"] for x in o["education"]])
        F["Skills.csv"] = self.csv(["Name"], [[s] for s in o["skills"] + ["Nursing"]])
        F["Languages.csv"] = self.csv(["Name", "Proficiency"], [[x, "Full professional proficiency"] for x in o["languages"]])
        F["Certifications.csv"] = self.csv(["Name", "Url", "Authority", "Started On", "Finished On", "License Number"], [[x, "", "PM Institute", "May 2023", "", "A-1"] for x in o["certifications"]])
        F["Projects.csv"] = self.csv(["Title", "Description", "Url", "Started On", "Finished On"], [[x, "", "", "Jan 2022", "Jun 2022"] for x in o["projects"]])
        F["Honors.csv"] = self.csv(["Title", "Description", "Issued On"], [[x, "", "Dec 2024"] for x in o["honors"]])
        F["Publications.csv"] = self.csv(["Name", "Published On", "Description", "Publisher", "Url"], [[x, "Mar 2021", "", "Wrenfield Press", ""] for x in o["publications"]])
        F["Volunteering.csv"] = self.csv(["Company Name", "Role", "Cause", "Started On", "Finished On", "Description"], [[x, "Cook", "POVERTY_ALLEVIATION", "Feb 2020", "", ""] for x in o["volunteering"]])
        F["Courses.csv"] = self.csv(["Name", "Number"], [[x, "ST-2"] for x in o["courses"]]); F["Test Scores.csv"] = self.csv(["Tested On", "Name", "Description", "Score"], [["2016", x, "", "110"] for x in o["test_scores"]])
        F["Profile.csv"] = self.csv(["First Name", "Last Name", "Maiden Name", "Address", "Birth Date", "Headline", "Summary", "Industry", "Zip Code", "Geo Location", "Twitter Handles", "Websites", "Instant Messengers"], [[u.given, u.family, "", "", "Mar 3", "Head of Operations at " + u.org, "I run things.\nQuietly.", "Hospitals and Health Care", "50667", "Cologne", "", "[PORTFOLIO:https://x.example]", ""]])
        F["Profile Summary.csv"] = self.csv(["Profile Summary"], [["I run things."]])
        F["Email Addresses.csv"] = self.csv(["Email Address", "Confirmed", "Primary", "Updated On"], [[self.work1, "Yes", "No", "4/9/18, 2:05 AM"], [self.gmail, "Yes", "Yes", "Not Available"], [self.work2, "Yes", "No", "Not Available"]])
        F["PhoneNumbers.csv"] = self.csv(["Extension", "Number", "Type"], [["", u.phones[0], "Mobile"]]); F["Whatsapp Phone Numbers.csv"] = self.csv(["Number", "Extension", "Is_WhatsApp_Number"], [[u.phones[0], "", "true"]])
        F["Registration.csv"] = self.csv(["Registered At", "Registration Ip", "Subscription Types"], [["3/1/12, 8:00 AM", "192.0.2.7", ""]])
        F["Events.csv"] = self.csv(["Event Name", "Event Time", "Status", "External Url"], [[x, "Apr 16, 2025 09:00 AM - Apr 16, 2025 05:00 PM", "Attending", ""] for x in o["events"]])
        F["Company Follows.csv"] = self.csv(["Organization", "Followed On"], [[x, "Tue Mar 03 10:11:12 UTC 2020"] for x in o["follows"]])
        np = [p for p in self.people if p.connected][:3]
        F["Notes.csv"] = self.csv(["Connection First Name", "Connection Last Name", "Connection Profile URL", "Note", "Created On", "Edited On"], [[p.given, p.family, self.url(p), "Met in Porto,\nlikes sailing", "2024-05-01 10:00:00 UTC", ""] for p in np])
        imp = r.sample(self.people, min(len(self.people), max(5, self.M // 8)))
        CH = "Source,FirstName,LastName,Companies,Title,Emails,PhoneNumbers,CreatedAt,Addresses,Sites,InstantMessageHandles,FullName,Birthday,Location,BookmarkedAt,Profiles".split(",")
        ir = [["MOBILE_CONTACTS", p.given, p.family, "", "", p.addr[0] if p.addr else "", p.phones[0] if p.phones else "", "11/2/19, 8:00 AM", "", "", "", p.name, "", "", "", ""] for p in imp]
        for p in imp: p.in_.append("imported")
        F["Contacts.csv"] = self.csv(CH, ir); F["ImportedContacts.csv"] = self.csv(CH, ir)
        F["Member_Follows_17529409.csv"] = self.csv(["Date", "Status", "FullName"], [["2024-01-01 00:00:00", "Active", "Famous Unknown"], ["2023-01-01 00:00:00", "Unfollow", "Somebody Else"]])
        F["Jobs/Job Applications.csv"] = self.csv(["Application Date", "Contact Email", "Contact Phone Number", "Company Name", "Job Title", "Job Url", "Resume Name", "Question And Answers"], [["3/7/24, 2:22 PM", self.gmail, u.phones[0], x, "Operations Lead", "https://www.linkedin.com/jobs/view/1", "cv.pdf", "Do you drive?:Yes | Years:9"] for x in o["applications"]])
        F["Jobs/Saved Jobs.csv"] = self.csv(["Saved Date", "Job Url", "Job Title", "Company Name"], [["3/8/24, 2:22 PM", "https://www.linkedin.com/jobs/view/2", "Director, Nursing", x] for x in o["saved_jobs"]])
        F["Jobs/Job Seeker Preferences.csv"] = self.csv("Locations,Industries,Company Employee Count,Preferred Job Types,Job Titles,Open To Recruiters,Dream Companies".split(","), [["Köln", "", "", "FULL_TIME", "Director", "Yes", "Fjordane"]])
        F["Jobs/Job Applicant Saved Answers.csv"] = self.csv(["Question", "Answer"], [["City?", "Köln"]])
        for n, h, row in (("Comments_17529409.csv", "Date,Link,Message", ["2026-07-20 10:25:25", "https://www.linkedin.com/feed/update/urn:li:activity:1", "Well done, all"]), ("Shares_17529409.csv", "Date,ShareLink,ShareCommentary,SharedUrl,MediaUrl,Visibility", ["2026-07-20 10:25:25", "https://x", "Proud.\nVery.", "", "", "MEMBER_NETWORK"]), ("Reactions_17529409.csv", "Date,Type,Link", ["2026-07-20 10:25:25", "LIKE", "https://x"]), ("InstantReposts_17529409.csv", "Date,Link", ["2026-07-20 10:25:25", "https://x"]), ("Votes_17529409.csv", "Date,Link,OptionText", ["2026-07-20 10:25:25", "https://x", "Yes"]), ("Saved_Items_17529409.csv", "savedItem,CreatedTime", ["https://x", "2026-07-20 10:25:25"]),
            ("Rich_Media.csv", "Date/Time,Media Description,Media Link", ["You uploaded a photo on April 12, 2026 at 8:03 AM (GMT)", "", "https://x"]), ("SearchQueries.csv", "Time,Search Query", ["2026/01/01 10:00:00 UTC", "Imogen Thistlewood"]), ("Learning.csv", "Content Title,Content Description,Content Type,Content Last Watched Date (if viewed),Content Completed At (if completed),Content Saved,Notes taken on videos (if taken),", ["CONTENT METADATA NO LONGER EXISTS", "", "COURSE", "2025-01-01 10:00 UTC", "N/A", "false", "", ""]),
            ("Ad_Targeting.csv", "Member Age,Buyer Groups,Company Names,Company Names,Company Follower of,Company Names,Job Titles,Job Titles", ["35-54", "", "A; B", "C", "", "", "Nurse", "Manager"]), ("Ads Clicked.csv", "Ad clicked Date,Ad Title/Id", ["2026-01-01 10:00:00", "123"]), ("LAN Ads Engagement.csv", "Action,Date,Ad Title/Id,Page/App", ["VIEW", "1/1/26, 1:00 PM", "1", "x"]), ("Inferences_about_you.csv", "Category,Type of inference,Description,Inference", ["Career", "Likely to move", "x", "No"]),
            ("Logins.csv", "Login Date,IP Address,User Agent,Login Type", ["2026-01-01 10:00:00 UTC", "192.0.2.1", "Mozilla", "LOGIN"]), ("Security Challenges.csv", "Challenge Date,IP Address,User Agent,Country,Challenge Type", ["2026-01-01", "192.0.2.1", "Mozilla", "de", "EMAIL"]), ("Receipts_v2.csv", "First Name,Last Name,Billing Country,Total Amount", [u.given, u.family, "DE", "29.99"]), ("Hashtag_Follows.csv", "Date,Hashtag", ["2020", "#care"]), ("Services Marketplace/Providers.csv", "Status,Title", ["x", "y"]), ("inferred credibility scores.csv", "Score", ["0.4"]), ("Verifications/Verifications.csv", "First name,Middle name,Last name,Verification type,Organization name,Email address", [u.given, "", u.family, "WORK", u.org, self.work2]), ("Private_identity_asset.csv", "Private Identity Asset Name,Private Identity Asset Raw Text", ["cv.pdf", "CV\n" + u.name])):
            F[n] = self.csv(h.split(","), [row])
        F["Articles/Articles/über-nachtdienste.html"] = '<html><h1><a href="https://www.linkedin.com/pulse/x">Über Nachtdienste</a></h1></html>'
        return F

    def write_linkedin(self):
        F = self.li_files()
        with zipfile.ZipFile(self.path("Complete_LinkedInDataExport_11-27-2026.zip"), "w", zipfile.ZIP_DEFLATED) as z:
            for n in F: self.zadd(z, n, F[n])
